import type { Meter } from '../../shared/meter.ts';
import type { Account } from '../../shared/protocol.ts';
import type { AccountRows } from './account-view.ts';
import { overlay } from './entries.ts';
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
  /** How many withdrawals of received readings. */
  withdrawals: number;
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
  const readings = waiting.flatMap(({ meter, ...one }) => (meter ? { ...one, meter } : []));
  return {
    readings,
    unreadable: waiting.length - readings.length,
    withdrawals: all.filter(({ entry }) => entry.stage !== 'saved' && entry.withdrawing).length,
  };
}
