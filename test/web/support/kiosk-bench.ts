import { v7 as uuidv7 } from 'uuid';
import { noClaims } from '../../../shared/reading.ts';
import { DeliveryLoop, type Heard } from '../../../web/kiosk/delivery-loop.ts';
import { greet } from '../../../web/kiosk/greeting.ts';
import type { UnsavedSlip } from '../../../web/kiosk/kiosk-context.ts';
import { type EnvelopeRow, KioskDb } from '../../../web/kiosk/kiosk-db.ts';
import { SealedOutbox } from '../../../web/kiosk/outbox.ts';
import type { SavedSlip } from '../../../web/kiosk/session.ts';
import { openDatabase } from '../../../web/storage/open-database.ts';
import { inWindow } from './household.ts';
import { KioskServer } from './kiosk-server.ts';
import { VirtualClock } from './virtual-clock.ts';

/** What Anna leaves at the tablet; every word of it is to be found nowhere. */
export const annasSlip: UnsavedSlip = {
  account: '0054317',
  serial: 'HU-7730041',
  contact: 'anna.berzina@example.lv',
  language: 'lv',
  period: '2026-11',
  readings: [
    { serial: 'HU-7730041', service: null, typed: ['00254,817'], claims: noClaims },
    { serial: 'EL-5540192', service: 'electricity', typed: ['10934', '4871'], claims: noClaims },
  ],
};
export const secrets = ['0054317', 'HU-7730041', 'EL-5540192', 'anna.berzina', '00254,817', '10934', '4871'];

/** A tablet with a real database, a server, and a clock that both go by. */
export class KioskBench {
  readonly clock = new VirtualClock(inWindow);
  readonly server = new KioskServer(() => this.clock.now());
  readonly faults: unknown[] = [];
  readonly heard: (Heard | null)[] = [];
  /** How often the outbox said that something may go. */
  woken = 0;
  readonly name = `kiosk-${uuidv7()}`;
  db = new KioskDb(this.name);
  readonly #loops: DeliveryLoop[] = [];

  static async open({ greeted = true } = {}): Promise<KioskBench> {
    const bench = new KioskBench();
    await bench.server.newKey();
    await openDatabase(bench.db, new EventTarget());
    if (greeted) await greet(bench.parts());
    return bench;
  }

  parts(db = this.db) {
    return { db, network: this.server, clock: this.clock, report: (fault: unknown) => this.faults.push(fault) };
  }

  outbox(db = this.db): SealedOutbox {
    return new SealedOutbox({ ...this.parts(db), wake: () => this.woken++ });
  }

  loop({ db = this.db, jitter = 1 } = {}): DeliveryLoop {
    const loop = new DeliveryLoop({
      ...this.parts(db),
      random: () => jitter,
      exclusive: (work) => work(),
      heard: (said) => this.heard.push(said),
    });
    this.#loops.push(loop);
    return loop;
  }

  /** One cycle, whatever comes of it. */
  async loopOnce(db = this.db): Promise<void> {
    const loop = this.loop({ db });
    loop.start();
    await loop.rest();
    loop.stop();
  }

  /** Saves so many, of which none is handed in at once. */
  async save(count: number): Promise<SavedSlip[]> {
    const clock = { now: () => this.clock.now(), setTimer: () => () => {} };
    const outbox = new SealedOutbox({ ...this.parts(), clock, wake: () => {} });
    const saved: SavedSlip[] = [];
    for (let one = 0; one < count; one++) {
      saved.push(await outbox.save(annasSlip));
      // Ids are sorted by the time in them.
      this.clock.jump(1);
    }
    return saved;
  }

  /** As after a crash: the tablet starts over what is on the disk. */
  async reopen(): Promise<void> {
    this.db.close();
    this.db = new KioskDb(this.name);
    await openDatabase(this.db, new EventTarget());
  }

  rows(): Promise<EnvelopeRow[]> {
    return this.db.envelopes.orderBy('id').toArray();
  }

  /** What the server does not have, as far as the tablet knows. */
  async undelivered(): Promise<EnvelopeRow[]> {
    return (await this.rows()).filter(({ state }) => state !== 'delivered');
  }

  async close(): Promise<void> {
    for (const loop of this.#loops) loop.stop();
    await this.db.delete();
  }
}
