import { checkPassword } from '../../shared/password.ts';
import { ProblemError } from '../errors.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Throws `password_refused` for a password that a user of these accounts and this address must not have. */
export function checkNewPassword(
  password: string,
  user: { accountNumbers: readonly string[]; email: string | null },
): void {
  const why = checkPassword({ password, ...user, isCommon: isCommonPassword });
  if (why !== null) throw new ProblemError({ code: 'password_refused', why });
}
