import { isTelling } from '../../shared/identity.ts';
import type { AccountId, KioskId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Problem } from '../../shared/problem.ts';
import { lockAccounts } from '../accounts/queries.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { checkProof } from './look-up.ts';
import { type Tried, tryProof } from './tries.ts';

/**
 * By what a slip is known to be of somebody of the account: `visit`, that the kiosk was given leave for that account (null: for
 * none), or the serial number on the slip. `office`: the same, but somebody of the office stands for it, so that it is no try.
 */
export type ProvenBy = { visit: AccountId | null } | 'office';

/** `head`: the version of the account, which is locked for the transaction. */
type SlipProof = { account: AccountId; head: number; problem: Problem | null } | { account: null; problem: Problem };

/**
 * The account that a slip means and, where the slip proves nothing, why. A wrong serial number counts as one that is typed at the
 * kiosk: it could be guessed in slips as well. The same once more, typed at the kiosk before, counts no further.
 *
 * Whoever takes several locks takes them in one order, so that none waits for the other: kiosk, account or user, tries of the
 * account, of the serial number, and the audit log, which everybody writes, at the very last.
 */
export async function checkSlipProof(
  tx: Writer,
  { company }: Pick<Services, 'company'>,
  { account: number, serial }: Pick<KioskSlip, 'account' | 'serial'>,
  { kiosk, provenBy, at }: { kiosk: KioskId; provenBy: ProvenBy; at: EpochMs },
): Promise<SlipProof> {
  const isNumber = new RegExp(company.accountNumber.pattern, 'u').test(number);
  if (!isNumber) return { account: null, problem: { code: 'account_unknown' } };
  const { account, isRight } = await checkProof(tx, { account: number, serial });
  const id = account?.id ?? null;
  const locked = id === null ? null : { account: id, head: await lockHead(tx, id) };
  if (provenBy !== 'office' && locked && provenBy.visit === id) return { ...locked, problem: null };
  const tried: Tried =
    provenBy === 'office'
      ? outcomeOf(serial, isRight)
      : await tryProof(tx, { number, serial, account: id, kiosk, at: toInstant(at) }, isRight);
  const problem = problemOf(tried, id);
  return locked ? { ...locked, problem } : { account: null, problem: problem ?? { code: 'account_unknown' } };
}

async function lockHead(tx: Writer, account: AccountId): Promise<number> {
  const head = (await lockAccounts(tx, [account])).get(account);
  if (head === undefined) throw new Error('an account has no version');
  return head;
}

/** By itself, where it is no try. */
const outcomeOf = (serial: string, isRight: boolean): Tried =>
  isRight ? 'right' : isTelling(serial) ? 'wrong' : 'useless';

/** Told to the office alone, which has to know first whether there is such an account. */
function problemOf(tried: Tried, account: AccountId | null): Problem | null {
  switch (tried) {
    case 'right':
      return null;
    case 'locked':
      return { code: 'kiosk_locked' };
    case 'spread':
      return { code: 'serial_spread' };
    case 'wrong':
    case 'last':
      return { code: account === null ? 'account_unknown' : 'account_mismatch' };
    case 'useless':
      return { code: account === null ? 'account_unknown' : 'serial_useless' };
  }
}
