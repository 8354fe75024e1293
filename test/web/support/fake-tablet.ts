import type { KioskContext } from '../../../web/kiosk/kiosk-context.ts';
import { type Standing, type Tablet, TabletChanged } from '../../../web/kiosk/tablet.ts';

/** A tablet that is what the test says. */
export class FakeTablet extends EventTarget implements Tablet {
  standing: Standing = 'enrolled';
  kiosk: Tablet['kiosk'] = { id: '01890000-0000-7000-8000-0000000000c1', name: 'Reception' };
  online: boolean | null = true;
  prints = false;
  /** The codes that were typed. */
  readonly codes: string[] = [];
  /** What happens to a code. */
  enrolling: () => Promise<void> = async () => this.become({ standing: 'enrolled' });
  readonly outbox: KioskContext['outbox'] = {
    waiting: 0,
    refused: 0,
    save: () => Promise.reject(new Error('nothing is saved in this test')),
    handIn: async () => null,
  };

  constructor(change: Partial<Pick<FakeTablet, 'standing' | 'online' | 'prints' | 'enrolling'>> = {}) {
    super();
    Object.assign(this, change);
  }

  now(): number {
    return Date.parse('2026-11-28T07:00:00Z');
  }

  async start(): Promise<void> {}

  enrol(code: string): Promise<void> {
    this.codes.push(code);
    return this.enrolling();
  }

  become(change: Partial<Pick<FakeTablet, 'standing' | 'online' | 'prints'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new TabletChanged());
  }
}
