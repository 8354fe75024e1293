/** The camera has seen a QR code, and this is what it says. */
export class CodeScanned extends Event {
  static readonly type = 'code-scanned';
  readonly text: string;

  constructor(text: string) {
    super(CodeScanned.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    [CodeScanned.type]: CodeScanned;
  }
}
