import type { RegisterCode } from '../../shared/meter.ts';

/** The text in the field of one register has changed: a keystroke, a paste, an autofill. */
export class ReadingTyped extends Event {
  static readonly type = 'reading-typed';
  readonly register: RegisterCode;
  readonly text: string;

  constructor(register: RegisterCode, text: string) {
    super(ReadingTyped.type, { bubbles: true, composed: true });
    this.register = register;
    this.text = text;
  }
}

/** Enter was pressed in the field of a register: on to the next one, or to saving. */
export class ReadingEntered extends Event {
  static readonly type = 'reading-entered';
  readonly register: RegisterCode;

  constructor(register: RegisterCode) {
    super(ReadingEntered.type, { bubbles: true, composed: true });
    this.register = register;
  }
}
