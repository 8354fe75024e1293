import type { CaptureInterval } from '../../shared/capture.ts';
import type { ReadingId } from '../../shared/ids.ts';
import type { Period } from '../../shared/period.ts';
import { type Claims, type PastReading, type ReadingToCheck, stands } from '../../shared/reading.ts';
import type { AccountView, MeterView, ReadingEntry } from './views.ts';

/**
 * What follows from a view and nothing else: pure functions without databases. With the tables of `views-tables` the only
 * code of the store that screens call themselves.
 */

/** What the rules compare a new value with: of every period the one that stands, or will as far as this device knows. */
export function pastReadings(entries: readonly ReadingEntry[], without: string | null): PastReading[] {
  const history = new Map<string, PastReading>();
  for (const entry of entries) {
    if (entry.id === without || entry.withdrawing || rank(entry) > lastRankThatStands || history.has(entry.period))
      continue;
    const { period, kind, values, capturedAt, rollover } = entry;
    history.set(period, { period, kind, values, capturedAt, rollover });
  }
  return [...history.values()];
}

/** A meter with those of its readings that stand, or will. */
export const meterPast = ({ meter, entries }: Pick<MeterView, 'meter' | 'entries'>) => ({
  meter,
  history: pastReadings(entries, null),
});

/** The entry that counts for a period, or will: what the tables show as its value. `entries` of one meter, in order. */
export function currentEntry(entries: readonly ReadingEntry[], period: string): ReadingEntry | null {
  return entries.find((entry) => entry.period === period && entry.stage !== 'refused' && !entry.withdrawing) ?? null;
}

/**
 * C4, W6, W7: what was handed in for a period beside the entry that is shown as its reading, and is for the office to
 * decide. Such a reading may come from another device, be a correction that has to wait, or have come too late.
 */
export function waitingBeside(entries: readonly ReadingEntry[], period: string, shown: ReadingEntry | null) {
  return entries.filter(
    (entry) => entry.period === period && entry !== shown && waitsForOffice(entry) && !entry.withdrawing,
  );
}

/** Whether the office still has to decide about it. */
export const waitsForOffice = ({ state, adjustment }: ReadingEntry): boolean =>
  state === 'review' || (state === 'late' && !adjustment);

/** The office has said something about it: no, or why, or that billing settles it later. */
export const saidByOffice = ({ state, reason, adjustment }: ReadingEntry): boolean =>
  state === 'refused' || reason !== null || adjustment === true;

/** What `checkReading` needs to judge values for a meter. The reading that is being corrected is left out of the past. */
export function readingToCheck(
  view: Pick<AccountView, 'locked'>,
  { meter, policy, entries }: Pick<MeterView, 'meter' | 'policy' | 'entries'>,
  reading: {
    period: Period;
    values: Readonly<Record<string, number>>;
    claims: Claims;
    supersedes: ReadingId | null;
    capture: CaptureInterval;
  },
): ReadingToCheck {
  return {
    meter,
    ...policy,
    period: reading.period,
    values: reading.values,
    claims: reading.claims,
    history: pastReadings(entries, reading.supersedes),
    capture: reading.capture,
    locked: view.locked.includes(reading.period),
    source: 'resident',
  };
}

/** What stands comes first; what is only saved here comes before an estimate, which never outlives a reading (M3). */
export function rank({ state, stage, kind }: ReadingEntry): number {
  if (stage === 'refused') return 4;
  if (state !== null && stands(state)) return kind === 'actual' ? 0 : lastRankThatStands;
  return state === null ? 1 : 3;
}
const lastRankThatStands = 2;
