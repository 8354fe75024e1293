import type { KioskEntry } from '../session.ts';

/** What was typed for a meter is whole and can be handed in: it leads on to the next one. */
export class EntryTaken extends Event {
  static readonly type = 'entry-taken';
  readonly entry: KioskEntry;

  constructor(entry: KioskEntry) {
    super(EntryTaken.type, { bubbles: true, composed: true });
    this.entry = entry;
  }
}

declare global {
  interface HTMLElementEventMap {
    'entry-taken': EntryTaken;
  }
}
