import type { UserId } from '../../shared/ids.ts';
import { isInstant, toInstant } from '../../shared/instant.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { PaperLetter } from '../../shared/people.ts';
import type { Staff } from '../../shared/staff.ts';
import { z } from '../../shared/zod.ts';
import { activate, renewActivation } from '../accounts/activation.ts';
import { liveUserById, lockLiveUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { accountsOf } from '../auth/queries.ts';
import { consumeTokensOf } from '../auth/token-queries.ts';
import { consumeToken, createToken, paperToken } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { activationLetter } from '../letters/activation-letter.ts';
import { paperValidUntil } from '../letters/paper-validity.ts';
import { placeIn } from '../place-in.ts';
import { letterOf, readerOfActors } from './open-person.ts';
import { paperLetters } from './person-queries.ts';

/**
 * Sends a user a link for setting a password, to the user's own address: the office chooses none, and sees none. Links that
 * were given before open nothing any more. Throws `not_found`, and `bad_input` where there is no address.
 */
export async function sendPasswordLink(services: Services, staff: Staff, user: UserId): Promise<void> {
  const { db, mail } = services;
  const stored = await liveUserById(db.reader, user);
  if (!stored) throw new ProblemError({ code: 'not_found' });
  if (stored.email === null) throw new ProblemError({ code: 'bad_input', path: 'email' });
  await renewActivation(services, { user, activation: { by: 'mail' }, actor: staff.id });
  mail.nudge();
}

/**
 * A ticket with which the letter is opened once, in a page of its own that can be printed. Until then nothing has changed; so
 * the letter is never there without the clerk, nor its link without the letter. Throws `not_found`.
 */
export function askForLetter({ db, clock }: Services, staff: Staff, user: UserId): Promise<{ ticket: string }> {
  const now = clock.now();
  return db.write(async (tx) => {
    if (!(await lockLiveUser(tx, user))) throw new ProblemError({ code: 'not_found' });
    const detail = { by: 'letter' };
    await appendAudit(tx, { at: toInstant(now), actor: staff.id, action: 'ask-letter', subject: user, detail });
    return { ticket: await createToken(tx, { purpose: 'activation-letter', user }, { now }) };
  });
}

/**
 * The letter as an HTML page. The link in it is good from now on, and all that the user was given before are void, those on
 * paper too. Throws `link_unknown`, `link_used`, `link_expired` and `not_found`.
 */
export function openLetter({ db, company, clock, baseUrl }: Services, staff: Staff, ticket: string): Promise<string> {
  const now = clock.now();
  const token = paperToken();
  const validUntil = paperValidUntil(now, company.timeZone);
  return db.write(async (tx) => {
    const { user: id } = await consumeToken(tx, ticket, ['activation-letter'], now);
    const user = await lockLiveUser(tx, id);
    if (!user) throw new ProblemError({ code: 'not_found' });
    await consumeTokensOf(tx, id, toInstant(now));
    await activate(tx, id, { by: 'letter', token, validUntil }, { now, actor: staff.id });
    const accounts = await accountsOf(tx, id);
    const { name, email, language } = user;
    return activationLetter(company, { name, email, language, accounts, url: baseUrl(), token, now, validUntil });
  });
}

/** Letters on paper that can still be used, the newest first. Throws `bad_input` for an `after` that it never gave. */
export async function listLetters(
  db: Reader,
  { after, now }: { after: string | null; now: number },
): Promise<Page<PaperLetter>> {
  const found = await paperLetters(db, {
    user: null,
    before: after === null ? null : placeOf(after),
    now: toInstant(now),
    most: rowsPerList + 1,
  });
  const rows = found.slice(0, rowsPerList);
  const byOf = await readerOfActors(
    db,
    rows.map(({ printed_by }) => printed_by),
  );
  const last = rows.at(-1);
  return {
    rows: rows.map((letter) => letterOf(letter, byOf)),
    next: last && found.length > rows.length ? JSON.stringify([last.created_at, last.id_hash]) : null,
  };
}

const place = z.tuple([z.string().refine(isInstant), z.string()]);

function placeOf(after: string): { createdAt: string; id: string } {
  const [createdAt, id] = placeIn(place, after);
  return { createdAt, id };
}
