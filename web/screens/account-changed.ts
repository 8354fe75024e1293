/** Something of the user's own account is not any more as the profile says. */
export class AccountChanged extends Event {
  static readonly type = 'account-changed';

  constructor() {
    super(AccountChanged.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'account-changed': AccountChanged;
  }
}
