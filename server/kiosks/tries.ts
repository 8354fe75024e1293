import type { AccountId, KioskId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import { accountOnPage } from '../accounts/page-queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { textKey } from '../limits/limit-key.ts';
import { countTry, forgetTries, lockTries } from './try-queries.ts';

/**
 * Wrong proofs at kiosks, by account number: in whatever time, at whatever kiosk, and whether there is such an account or not.
 * A right one clears them; after `mostWrong` nothing but a clerk does, because whoever goes on is no resident who mistypes.
 */
export const mostWrong = 5;

const keyOf = (number: string): string => textKey('kiosk-tries', number);

interface Try {
  number: string;
  /** Null: there is none of this number. */
  account: AccountId | null;
  kiosk: KioskId;
  at: Instant;
}

/**
 * Counts a try as a wrong one and locks the account's row, so that of many at once each sees those before it; what it turns out to
 * be is told to `settleTry` in the same transaction.
 */
export async function beginTry(
  tx: Writer,
  { number, account, kiosk, at }: Try,
): Promise<{ wrong: number; isLocked: boolean }> {
  const { wrong, locked_at } = await countTry(tx, {
    account: keyOf(number),
    account_id: account,
    last_at: at,
    last_kiosk: kiosk,
  });
  return { wrong, isLocked: locked_at !== null };
}

/** What a try turned out to be, noted without a word of what was typed. */
export async function settleTry(
  tx: Writer,
  { number, account, kiosk, at }: Try,
  outcome: 'right' | 'locked' | { wrong: number },
): Promise<void> {
  const key = keyOf(number);
  const subject = account ?? '';
  const note = { at, actor: kiosk, subject };
  if (outcome === 'right') await forgetTries(tx, key);
  if (typeof outcome === 'string') {
    const action = outcome === 'right' ? 'kiosk-look-up' : 'kiosk-look-up-refused';
    await appendAudit(tx, { ...note, action, detail: {} });
    return;
  }
  await appendAudit(tx, { ...note, action: 'kiosk-proof-wrong', detail: {} });
  if (outcome.wrong < mostWrong) return;
  await lockTries(tx, key, at);
  await appendAudit(tx, { ...note, action: 'kiosk-account-locked', detail: {} });
}

/** A clerk lets an account be tried at kiosks again. Throws `not_found`, `changed_meanwhile` where it is not locked any more. */
export async function releaseAccount(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  account: AccountId,
  actor: string,
): Promise<void> {
  await db.write(async (tx) => {
    // By its number: it may have been tried before there was such an account.
    const [known] = await accountOnPage(tx, { account });
    if (!known) throw new ProblemError({ code: 'not_found' });
    const released = await forgetTries(tx, keyOf(known.number), { locked: true });
    if (!released) throw new ProblemError({ code: 'changed_meanwhile' });
    const at = toInstant(clock.now());
    await appendAudit(tx, { at, actor, action: 'kiosk-account-released', subject: account, detail: {} });
  });
}
