import type { PasswordProblem } from '../../shared/password.ts';

/** Why a user cannot be made, or be given a password. */
export class UserRefused extends Error {
  readonly code:
    | 'account_unknown'
    | 'email_taken'
    | 'email_malformed'
    | 'user_unknown'
    | 'user_ambiguous'
    | PasswordProblem;

  constructor(code: UserRefused['code'], words: string) {
    super(words);
    this.name = 'UserRefused';
    this.code = code;
  }
}
