import { languages } from '../../shared/company.ts';
import type { UserId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { LinkedBy, PaperLetter, Person } from '../../shared/people.ts';
import type { Staff } from '../../shared/staff.ts';
import { userById } from '../accounts/user-queries.ts';
import { noteView } from '../audit/note-view.ts';
import { sessionsOf } from '../auth/queries.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { passkeysOf } from '../passkeys/queries.ts';
import { staffNames } from '../staff/queries.ts';
import { stateOf } from './find-people.ts';
import {
  conversationsOf,
  idsOfPerson,
  type LetterRow,
  linksOf,
  mailsOf,
  paperLetters,
  usersOfAccounts,
} from './person-queries.ts';

const mailsShown = 20;
const conversationsShown = 20;
const lettersShown = 10;

/** Everything that the office sees of a user; that it looked is noted. Throws `not_found`. */
export async function openPerson(services: Services, staff: Staff, id: UserId): Promise<Person> {
  const { db, clock } = services;
  const now = clock.now();
  const person = await readPerson(db.reader, id, now);
  if (!person) throw new ProblemError({ code: 'not_found' });
  await db.write((tx) => noteView(tx, { now, staff: staff.id, person: id }));
  return person;
}

async function readPerson(db: Reader, id: UserId, now: EpochMs): Promise<Person | null> {
  const user = await userById(db, id);
  if (!user) return null;
  const ids = await idsOfPerson(db, id);
  const links = await linksOf(db, id);
  const users = await usersOfAccounts(
    db,
    links.map((link) => link.id),
  );
  const letters = await paperLetters(db, { user: id, before: null, now: toInstant(now), most: lettersShown });
  const byOf = await readerOfActors(db, [
    ...links.map((link) => link.linked_by),
    ...letters.map((one) => one.printed_by),
  ]);
  const state = stateOf(user);
  const ended = state === 'merged' || state === 'deleted';
  return {
    id,
    name: user.name,
    email: user.email,
    phone: user.phone,
    language: languages.find((language) => language === user.language) ?? null,
    state,
    mergedInto: user.merged_into,
    createdAt: user.created_at,
    accounts: links.map(({ linked_at, linked_by, ...account }) => ({
      ...account,
      since: linked_at,
      by: byOf(linked_by, ids),
      others: (users.get(account.id) ?? []).filter((other) => other.id !== id),
    })),
    // What is left of the sessions of a user that ended signs nobody in.
    devices: ended ? [] : await devicesOf(db, id),
    passkeys: (await passkeysOf(db, id)).length,
    mails: (await mailsOf(db, ids, mailsShown)).map(({ created_at, ended_at, ...mail }) => ({
      ...mail,
      createdAt: created_at,
      endedAt: ended_at,
    })),
    letters: letters.map((letter) => letterOf(letter, byOf)),
    conversations: await conversationsOf(db, ids, conversationsShown),
  };
}

async function devicesOf(db: Reader, id: UserId): Promise<Person['devices']> {
  // In the machine's time, as sessions are.
  const now = new Date().toISOString();
  return (await sessionsOf(db, id))
    .filter(({ expires_at }) => expires_at > now)
    .map(({ id_hash, device, created_at, seen_at }) => ({
      id: id_hash,
      userAgent: device,
      since: created_at,
      seenAt: seen_at ?? created_at,
    }))
    .sort((one, other) => (one.seenAt < other.seenAt ? 1 : -1));
}

type ByOf = (actor: string | null, ids: readonly UserId[]) => LinkedBy;

/** Says who an actor of the audit log is, for somebody who is known by these ids. */
export async function readerOfActors(db: Reader, actors: readonly (string | null)[]): Promise<ByOf> {
  const names = await staffNames(
    db,
    actors.filter((actor) => actor !== null),
  );
  return (actor, ids) => {
    if (actor === null) return { kind: 'other' };
    if (ids.includes(actor)) return { kind: 'self' };
    const name = names.get(actor);
    return name === undefined ? { kind: 'other' } : { kind: 'office', name };
  };
}

export const letterOf = (
  { id_hash, created_at, expires_at, printed_by, user_id, name }: LetterRow,
  byOf: ByOf,
): PaperLetter => ({
  id: id_hash,
  user: { id: user_id, name },
  writtenAt: created_at,
  validUntil: expires_at,
  by: byOf(printed_by, []),
});
