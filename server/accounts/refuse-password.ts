import { checkPassword, longestPassword, type PasswordProblem, shortestPassword } from '../../shared/password.ts';
import { isCommonPassword } from './common-passwords.ts';
import { UserRefused } from './user-refused.ts';

const passwordWords: Readonly<Record<PasswordProblem, string>> = {
  password_too_short: `the password has fewer than ${shortestPassword} characters`,
  password_too_long: `the password has more than ${longestPassword} characters`,
  password_is_account: 'the password is the account number',
  password_is_email: 'the password is the e-mail address',
  password_common: 'the password is one of those that everybody tries first',
};

/** Throws UserRefused for a password that this user must not have. */
export function refusePassword(
  password: string,
  { accountNumbers, email }: { accountNumbers: readonly string[]; email: string | null },
): void {
  const problem = checkPassword({ password, accountNumbers, email, isCommon: isCommonPassword });
  if (problem !== null) throw new UserRefused(problem, passwordWords[problem]);
}
