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

/** What only this device knows: readings as they are after every correction, and how many withdrawals of received ones. */
export function unsent(accounts: readonly AccountRows[]): { readings: UnsentReading[]; withdrawals: number } {
  const all = accounts.flatMap(({ account, meters, readings, operations }) =>
    overlay(readings, operations).flatMap((entry) => {
      const meter = meters.find(({ id }) => id === entry.meter);
      return meter ? { account, meter, entry } : [];
    }),
  );
  return {
    readings: all.filter(({ entry }) => entry.stage === 'saved' && !entry.withdrawing),
    withdrawals: all.filter(({ entry }) => entry.stage !== 'saved' && entry.withdrawing).length,
  };
}
