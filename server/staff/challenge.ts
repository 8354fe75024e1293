import type { EpochMs } from '../../shared/instant.ts';
import type { StaffSecondStep } from '../../shared/staff-forms.ts';
import { passwordMark } from '../accounts/confirm-password.ts';
import { createToken } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { newSecret, secondFactorOf } from './totp.ts';

/**
 * What stands between the password and the code: a permission of some minutes to bring the code, once. It holds only while the
 * password stays the one that was typed. Where there is no second factor yet, it carries the secret of the one to set up.
 */
export async function challenge(
  { company }: Pick<Services, 'company'>,
  tx: Writer,
  staff: Pick<Row<'staff'>, 'id' | 'email' | 'totp_secret'> & { password_hash: string },
  now: EpochMs,
): Promise<StaffSecondStep> {
  const { id, email, totp_secret, password_hash } = staff;
  const secret = totp_secret === null ? newSecret() : null;
  const content = { purpose: 'staff-sign-in', staff: id, secret, password: passwordMark(password_hash) } as const;
  return {
    challenge: await createToken(tx, content, { now }),
    setUp: secret === null ? null : secondFactorOf(secret, { issuer: issuerOf(company), label: email }),
  };
}

/** What an authenticator app shows above the code. */
export const issuerOf = ({ shortName }: Services['company']): string => shortName;

/** For who comes back with a challenge that lapsed, was used, or is none, `sign_in_lapsed`: the words speak of no link. */
export function lapsed(error: unknown): never {
  if (error instanceof ProblemError && error.problem.code.startsWith('link_')) {
    throw new ProblemError({ code: 'sign_in_lapsed' });
  }
  throw error;
}
