import { isTelling } from '../../shared/identity.ts';
import type { AccountId, KioskId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { checkProof } from './look-up.ts';
import { type Tried, tryProof } from './tries.ts';

/**
 * By what a slip is known to be of somebody of the account: `visit`, that the kiosk was given leave for that account (null: for
 * none), or the serial number on the slip. `office`: the same, but somebody of the office stands for it, so that it is no try.
 */
export type ProvenBy = { visit: AccountId | null } | 'office';

/**
 * The account that a slip means and, where the slip proves nothing, why. A wrong serial number counts as one that is typed at the
 * kiosk: it could be guessed in slips as well. The same once more, typed at the kiosk before, counts no further.
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
  if (provenBy !== 'office' && id !== null && provenBy.visit === id) return { account: id, problem: null };
  const tried: Tried =
    provenBy === 'office'
      ? outcomeOf(serial, isRight)
      : await tryProof(tx, { number, serial, account: id, kiosk, at: toInstant(at) }, isRight);
  return { account: id, problem: problemOf(tried, id) };
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
      return { code: account === null ? 'account_unknown' : 'account_mismatch' };
    case 'useless':
      return { code: account === null ? 'account_unknown' : 'serial_useless' };
  }
}
