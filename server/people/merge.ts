import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical.ts';
import type { UserId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import type { MergePreview, PersonBrief } from '../../shared/people.ts';
import type { Staff } from '../../shared/staff.ts';
import { insertUserWords, linkUser, lockAccounts } from '../accounts/queries.ts';
import { deleteUserWords, liveUserById, lockUser, unlinkUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeTokensOf } from '../auth/token-queries.ts';
import type { Services } from '../context.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import {
  countLinks,
  countMessages,
  countOnlinePayments,
  countOperations,
  countPasskeys,
  countSessions,
  deletePasskeysOf,
  moveMessages,
  moveOnlinePayments,
  pointTo,
  setUser,
} from './ending-queries.ts';
import { linksOf } from './person-queries.ts';

interface Pair {
  stays: UserId;
  goes: UserId;
}

/** What merging would do now. Throws `bad_input` for one and the same user, and `not_found` where one has ended. */
export async function previewMerge(db: Reader, pair: Pair, at: Instant): Promise<MergePreview> {
  const { stays, goes } = await readPair(db, pair);
  const [kept, going] = [await linksOf(db, stays.id), await linksOf(db, goes.id)];
  const known = new Set(kept.map(({ id }) => id));
  const users = [goes.id];
  const preview: Omit<MergePreview, 'seal'> = {
    stays: briefOf(stays, kept),
    goes: briefOf(goes, going),
    gains: going.filter(({ id }) => !known.has(id)).map(({ number }) => number),
    shared: going.filter(({ id }) => known.has(id)).map(({ number }) => number),
    takes: taken(stays, goes),
    devices: await countSessions(db, users),
    passkeys: await countPasskeys(db, users),
    links: await countLinks(db, users, at),
    messages: await countMessages(db, users),
    payments: await countOnlinePayments(db, users),
    operations: await countOperations(db, users),
  };
  return { ...preview, seal: sealOf(preview) };
}

/**
 * Makes one user of two who are one person, in one transaction: accounts, messages and online payments go over; passkeys and
 * links end, because they are bound to the user that is no more. What its devices have saved they may still hand in
 * (`auth/signed-in`), and are signed out after that. The ledger of operations stays as it is. Throws as `previewMerge`, and
 * `changed_meanwhile` where it is not what the preview said.
 */
export async function mergeUsers(
  { db, clock, mail }: Services,
  staff: Staff,
  { seal, ...pair }: Pair & { seal: string },
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    // In one order, so that two merges never wait for each other.
    for (const id of [pair.stays, pair.goes].sort()) await lockUser(tx, id);
    const { stays, goes } = await readPair(tx, pair);
    if ((await previewMerge(tx, pair, at)).seal !== seal) throw new ProblemError({ code: 'changed_meanwhile' });
    await moveLinks(tx, pair, { at, actor: staff.id });
    await moveMessages(tx, goes.id, stays.id);
    await moveOnlinePayments(tx, goes.id, stays.id);
    await deletePasskeysOf(tx, [goes.id]);
    await consumeTokensOf(tx, goes.id, at);
    // The address is free before the other one takes it.
    await pointTo(tx, goes.id, stays.id);
    await takeOver(tx, stays, goes);
    const detail = { merged: goes.id };
    await appendAudit(tx, { at, actor: staff.id, action: 'merge-users', subject: stays.id, detail });
    await appendAudit(tx, { at, actor: staff.id, action: 'merged-user', subject: goes.id, detail: { into: stays.id } });
    await enqueueMail(tx, { kind: 'users-merged', user: stays.id, oldEmail: null }, at);
    if (goes.email !== null && stays.email !== null) {
      await enqueueMail(tx, { kind: 'users-merged', user: stays.id, oldEmail: goes.email }, at);
    }
  });
  mail.nudge();
}

type Pairing = { stays: Row<'users'>; goes: Row<'users'> };

async function readPair(db: Reader, pair: Pair): Promise<Pairing> {
  if (pair.stays === pair.goes) throw new ProblemError({ code: 'bad_input', path: 'goes' });
  const [stays, goes] = [await liveUserById(db, pair.stays), await liveUserById(db, pair.goes)];
  if (!stays || !goes) throw new ProblemError({ code: 'not_found' });
  return { stays, goes };
}

async function moveLinks(tx: Writer, { stays, goes }: Pair, { at, actor }: { at: Instant; actor: string }) {
  const links = await linksOf(tx, goes);
  // A push for one of them is under way, or finds it with the one who stays.
  await lockAccounts(tx, links.map(({ id }) => id).sort());
  const known = new Set((await linksOf(tx, stays)).map(({ id }) => id));
  for (const { id: account, linked_at } of links) {
    await unlinkUser(tx, goes, account);
    await appendAudit(tx, { at, actor, action: 'unlink-account', subject: account, detail: { user: goes } });
    if (known.has(account)) continue;
    await linkUser(tx, { user_id: stays, account_id: account, linked_at, linked_by: actor });
    await appendAudit(tx, { at, actor, action: 'link-account', subject: account, detail: { user: stays } });
  }
}

const carried = ['email', 'phone', 'language', 'password_hash'] as const;

const taken = (stays: Row<'users'>, goes: Row<'users'>): MergePreview['takes'] =>
  carried
    .filter((column) => stays[column] === null && goes[column] !== null)
    .map((column) => (column === 'password_hash' ? 'password' : column));

async function takeOver(tx: Writer, stays: Row<'users'>, goes: Row<'users'>): Promise<void> {
  const merged = {
    email: stays.email ?? goes.email,
    phone: stays.phone ?? goes.phone,
    language: stays.language ?? goes.language,
    password_hash: stays.password_hash ?? goes.password_hash,
  };
  await setUser(tx, stays.id, merged);
  await deleteUserWords(tx, goes.id);
  await deleteUserWords(tx, stays.id);
  await insertUserWords(tx, { ...stays, ...merged });
}

export const briefOf = (user: Row<'users'>, links: readonly { number: string }[]): PersonBrief => ({
  id: user.id,
  name: user.name,
  email: user.email,
  accounts: links.map(({ number }) => number),
  createdAt: user.created_at,
});

/** Names exactly what a preview said. */
export const sealOf = (preview: object): string =>
  createHash('sha256')
    .update(canonicalJson(preview as never))
    .digest('hex');
