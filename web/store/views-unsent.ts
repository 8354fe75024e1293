import type { Meter } from '../../shared/meter.ts';
import type { Account } from '../../shared/protocol.ts';
import type { AccountRows } from './account-view.ts';
import { overlay } from './entries.ts';
import { queuedReadings } from './queued-readings.ts';
import type { ReadingEntry } from './views.ts';

/** A reading that only this device has. */
export interface UnsentReading {
  account: Account;
  meter: Meter;
  entry: ReadingEntry;
}

export interface Unsent {
  /** As they are after every correction. */
  readings: UnsentReading[];
  /** How many readings there are whose meter is not on this device (any more), so that nobody can say what their digits mean. */
  unreadable: number;
  /** How many withdrawals. */
  withdrawals: number;
  /** How much of what a resident counts as waiting (`queuedReadings`) all this is. */
  queued: number;
}

/** What only this device knows. */
export function unsent(accounts: readonly AccountRows[]): Unsent {
  const all = accounts.flatMap(({ account, meters, readings, operations }) =>
    overlay(readings, operations).map((entry) => ({
      account,
      meter: meters.find(({ id }) => id === entry.meter),
      entry,
    })),
  );
  const waiting = all.filter(({ entry }) => entry.stage === 'saved' && !entry.withdrawing);
  const queued = accounts.flatMap(({ operations }) =>
    operations.filter(({ state }) => state === 'queued').map(({ sealed }) => sealed),
  );
  const readings = waiting.flatMap(({ meter, ...one }) => (meter ? { ...one, meter } : []));
  return {
    readings,
    unreadable: waiting.length - readings.length,
    // A withdrawal that the company has still marks its reading, until that comes in a pull.
    withdrawals: queued.filter(({ kind }) => kind === 'reading-withdrawn').length,
    queued: queuedReadings(queued).length,
  };
}
