/** Characters (code points) that a password has at least; there are no rules of composition. */
export const shortestPassword = 8;

/** UTF-16 units that one has at most: what a form, a command or a request may carry. */
export const longestPassword = 256;

export type PasswordProblem =
  | 'password_too_short'
  | 'password_too_long'
  | 'password_is_account'
  | 'password_is_email'
  | 'password_common';

export interface PasswordToCheck {
  password: string;
  /** Of all accounts that it opens. */
  accountNumbers: readonly string[];
  email: string | null;
  /** Whether a password, in lower case, is among the common ones. */
  isCommon: (password: string) => boolean;
}

/** Why a password cannot be set, or null. Case hides neither an account number, nor an address, nor a common password. */
export function checkPassword({ password, accountNumbers, email, isCommon }: PasswordToCheck): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'password_too_short';
  if (password.length > longestPassword) return 'password_too_long';
  const plain = password.trim().toLowerCase();
  if (accountNumbers.some((number) => number.toLowerCase() === plain)) return 'password_is_account';
  if (email !== null && email.toLowerCase() === plain) return 'password_is_email';
  return isCommon(plain) ? 'password_common' : null;
}
