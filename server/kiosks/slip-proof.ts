import type { AccountId, KioskId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { checkProof } from './look-up.ts';
import { beginTry, settleTry } from './tries.ts';

/**
 * By what a slip is known to be of somebody of the account: `visit`, that the kiosk was given leave for that account (null: for
 * none), or the serial number on the slip. `office`: the same, but somebody of the office stands for it, so that it is no try.
 */
export type ProvenBy = { visit: AccountId | null } | 'office';

/**
 * The account that a slip means and, where the slip proves nothing, why. A wrong serial number counts as one that is typed at the
 * kiosk: it could be guessed in slips as well.
 */
export async function checkSlipProof(
  tx: Writer,
  { company }: Pick<Services, 'company'>,
  { account: number, serial }: Pick<KioskSlip, 'account' | 'serial'>,
  { kiosk, provenBy, at }: { kiosk: KioskId; provenBy: ProvenBy; at: EpochMs },
): Promise<{ account: AccountId | null; problem: Problem | null }> {
  const isNumber = new RegExp(company.accountNumber.pattern, 'u').test(number);
  if (!isNumber) return { account: null, problem: { code: 'account_unknown' } };
  const { account, isRight } = await checkProof(tx, { account: number, serial });
  const id = account?.id ?? null;
  const wrong: Problem = { code: id === null ? 'account_unknown' : 'account_mismatch' };
  if (provenBy === 'office') return { account: id, problem: isRight ? null : wrong };
  if (id !== null && provenBy.visit === id) return { account: id, problem: null };
  const tried = { number, account: id, kiosk, at: toInstant(at) };
  const counted = await beginTry(tx, tried);
  if (counted.isLocked) {
    await settleTry(tx, tried, 'locked');
    return { account: id, problem: { code: 'kiosk_locked' } };
  }
  await settleTry(tx, tried, isRight ? 'right' : { wrong: counted.wrong });
  return { account: id, problem: isRight ? null : wrong };
}
