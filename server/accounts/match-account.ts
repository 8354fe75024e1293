import { parseAmount } from '../../shared/amount.ts';
import type { Company } from '../../shared/company.ts';
import { isSameHolder, isSameSerial } from '../../shared/identity.ts';
import { newestTotals } from '../bills/statement-queries.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import type { LimitKeys } from '../limits/limits.ts';
import { metersOfAccounts } from '../meters/queries.ts';
import { accountsByNumber, type StoredAccount } from './queries.ts';

/** Who says that an account is theirs, as they typed it. */
export interface AccountClaim {
  number: string;
  holder: string;
  /** What the profile asks for beyond the name; null where that is nothing. */
  proof: string | null;
}

/**
 * What of a claim the profile asks for; a proof that it does not ask for is dropped. Throws `bad_input` where the number is
 * none of this company's form, or the proof is missing.
 */
export function readClaim(
  { accountNumber, registration }: Pick<Company, 'accountNumber' | 'registration'>,
  { number, holder, proof }: AccountClaim,
): AccountClaim {
  if (!new RegExp(accountNumber.pattern, 'u').test(number))
    throw new ProblemError({ code: 'bad_input', path: 'number' });
  if (!registration.proof) return { number, holder, proof: null };
  if (proof === null) throw new ProblemError({ code: 'bad_input', path: 'proof' });
  return { number, holder, proof };
}

/**
 * The account that a claim fits: the number as it is, the holder as on the receipt (`isSameHolder`) and, where the profile
 * asks for one, the further proof: the serial number of a meter that has not been taken out, or the total of a new bill. Null says nothing of what does not fit.
 */
export async function matchAccount(
  db: Reader,
  { number, holder, proof }: AccountClaim,
  { registration }: Pick<Company, 'registration'>,
): Promise<StoredAccount | null> {
  const account = (await accountsByNumber(db, [number])).get(number);
  if (!account || !isSameHolder(account.holder, holder)) return null;
  const asked = registration.proof;
  if (asked && (proof === null || !(await proves[asked.kind](db, account, proof)))) return null;
  return account;
}

/** What counts tries of a proof that can be guessed, for whatever account, also one that is not there. */
export const proofLimits = ({ registration }: Company, { number }: AccountClaim): LimitKeys =>
  registration.proof?.kind === 'last-bill-total' ? { 'bill-proof-account': number } : {};

/** The newest bill may still be on its way by post. */
const billsThatProve = 2;

const proves = {
  'meter-serial': hasMeter,
  'last-bill-total': hasBill,
} as const satisfies Record<
  NonNullable<Company['registration']['proof']>['kind'],
  (db: Reader, account: StoredAccount, proof: string) => Promise<boolean>
>;

async function hasMeter(db: Reader, { id }: StoredAccount, serial: string): Promise<boolean> {
  const meters = (await metersOfAccounts(db, [id])).get(id) ?? [];
  return meters.some((meter) => meter.retired_on === null && isSameSerial(meter.serial, serial));
}

async function hasBill(db: Reader, { id }: StoredAccount, total: string): Promise<boolean> {
  const typed = parseAmount(total.trim());
  // Nothing to pay is what everybody would try first.
  return typed.ok && typed.value !== 0 && (await newestTotals(db, id, billsThatProve)).includes(typed.value);
}
