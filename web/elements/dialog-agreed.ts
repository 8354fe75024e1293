/** The resident said yes. */
export class DialogAgreed extends Event {
  static readonly type = 'dialog-agreed';

  constructor() {
    super(DialogAgreed.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'dialog-agreed': DialogAgreed;
  }
}
