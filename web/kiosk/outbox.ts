import { v7 as uuidv7 } from 'uuid';
import type { SlipId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { Delivery, KioskVisit } from '../../shared/kiosk-answers.ts';
import type { KioskEnvelope } from '../../shared/kiosk-envelope.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import { withDeadline } from '../contact/answer.ts';
import { appTime } from '../contact/app-time.ts';
import type { Clock } from '../contact/clock.ts';
import { orStorageError } from '../storage/storage-error.ts';
import { withRoom } from './delivered-envelopes.ts';
import type { KioskOutbox, UnsavedSlip } from './kiosk-context.ts';
import type { KioskDb, SelfRow } from './kiosk-db.ts';
import type { KioskNetwork } from './kiosk-network.ts';
import { sealSlip } from './seal.ts';
import type { SavedSlip } from './session.ts';
import { settle } from './settle.ts';

/** This browser was never told what to seal to, so that nothing can be saved: the office has to enrol it. */
export class NotEnrolled extends Error {
  override readonly name = 'NotEnrolled';
}

interface Parts {
  db: KioskDb;
  network: KioskNetwork;
  clock: Clock;
  /** Something waits that may go. */
  wake: () => void;
  report: (fault: unknown) => void;
}

/** For so long after saving, whoever stands there may hand it in with the visit; then it goes out like any other. */
const firstGo = 10_000;

/** What residents leave: in clear only while it is being sealed, and then nowhere any more. */
export class SealedOutbox implements KioskOutbox {
  readonly #parts: Parts;
  /** What was saved last; the loop may have handed it in already when its visit asks what became of it. */
  #last: KioskEnvelope | null = null;
  #cancelGo: (() => void) | null = null;

  /** Kept right by whoever watches over the database. */
  waiting = 0;
  refused = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Throws StorageError and NotEnrolled; either way nothing was saved, and no number taken. */
  save(unsaved: UnsavedSlip): Promise<SavedSlip> {
    return orStorageError(async () => {
      for (;;) {
        const self = await this.#parts.db.self.get('self');
        if (!self) throw new NotEnrolled('no key to seal to');
        const wall = this.#parts.clock.now();
        const savedAt = toInstant(appTime(wall, self.contact));
        const slip = numbered(unsaved, self, wall);
        // The browser encrypts asynchronously, which would end a transaction. So the numbers are foreseen, and the transaction
        // begins by looking whether another tab has taken them meanwhile.
        const envelope = await sealSlip(slip, self.kiosk.id, self.serverKey);
        const put = () => this.#put(envelope, savedAt, self, slip.readings.length);
        if (!(await withRoom(this.#parts.db, put))) continue;
        this.#last = envelope;
        this.waiting++;
        this.#goLater(firstGo);
        return { id: slip.id, savedAt };
      }
    });
  }

  async handIn(id: SlipId, visit: KioskVisit, patienceMs: number): Promise<Delivery | null> {
    const { db, network, clock, report } = this.#parts;
    const envelope = this.#last;
    // Only what was saved last is of whoever stands there.
    if (envelope?.envelope !== id) return null;
    try {
      const answer = await withDeadline(
        clock,
        (signal) => network.deliver({ visit: visit.token, envelopes: [envelope] }, signal),
        patienceMs,
      );
      if (!answer.ok) return null;
      // What the server says stands, whether it can be written down here or not: it would be told the same again.
      await settle({ db, clock }, [id], answer.value).catch(report);
      return answer.value.results.find((one) => one.envelope === id) ?? null;
    } finally {
      this.#goLater(0);
    }
  }

  /** False, with nothing written, when the foreseen numbers have been taken or the kiosk is another one by now. */
  #put(envelope: KioskEnvelope, savedAt: string, seen: SelfRow, numbers: number): Promise<boolean> {
    const { db } = this.#parts;
    return db.transaction('rw', db.self, db.envelopes, async () => {
      const now: SelfRow | undefined = await db.self.get('self');
      if (now?.next !== seen.next || now.kiosk.id !== seen.kiosk.id) return false;
      await db.envelopes.add({ id: envelope.envelope, envelope, savedAt, state: 'waiting' });
      await db.self.put({ ...now, next: now.next + numbers });
      return true;
    });
  }

  #goLater(milliseconds: number): void {
    this.#cancelGo?.();
    this.#cancelGo = this.#parts.clock.setTimer(milliseconds, this.#parts.wake);
  }
}

/** The slip with its place in the stream. What a screen might have put beside what a slip says stays out of it. */
function numbered(
  { account, serial, contact, language, period, readings }: UnsavedSlip,
  { contact: told, next }: SelfRow,
  wall: EpochMs,
): KioskSlip {
  const msecs = appTime(wall, told);
  return {
    id: uuidv7({ msecs }),
    account,
    serial,
    contact,
    language,
    period,
    readings: readings.map(({ serial, service, typed, claims }, at) => ({
      id: uuidv7({ msecs }),
      number: next + at,
      serial,
      service,
      typed,
      claims,
    })),
    capture: { wall: toInstant(wall), offset: told.offset, beacon: told.beacon },
  };
}
