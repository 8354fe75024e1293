/** Why the office cannot make a user, or find one. */
export class UserRefused extends Error {
  readonly code:
    | 'account_unknown'
    | 'email_taken'
    | 'email_malformed'
    | 'name_malformed'
    | 'user_unknown'
    | 'user_ambiguous';

  constructor(code: UserRefused['code'], words: string) {
    super(words);
    this.name = 'UserRefused';
    this.code = code;
  }
}
