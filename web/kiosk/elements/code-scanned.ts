/** The camera has seen a QR code, and this is what it says. */
export class CodeScanned extends Event {
  static readonly type = 'code-scanned';
  readonly text: string;

  constructor(text: string) {
    super(CodeScanned.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

/** Whether there is a camera that looks. */
export class CameraStood extends Event {
  static readonly type = 'camera-stood';
  readonly works: boolean;

  constructor(works: boolean) {
    super(CameraStood.type, { bubbles: true, composed: true });
    this.works = works;
  }
}

declare global {
  interface HTMLElementEventMap {
    [CodeScanned.type]: CodeScanned;
    [CameraStood.type]: CameraStood;
  }
}
