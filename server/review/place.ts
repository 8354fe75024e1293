import type { AccountId, MeterId, ReadingId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import { type ReadingState, stands } from '../../shared/reading.ts';
import type { ReviewCase } from '../../shared/review.ts';
import type { Versions } from '../accounts/versions.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { everyReadingOfPeriod, isLocked, setReadingState } from '../readings/queries.ts';
import { decideReading } from './queries.ts';

/** A meter's month as the office finds it. */
export interface Place {
  meter: MeterId;
  period: Period;
  /** Whatever ever came for it, newest first. */
  readings: Row<'readings'>[];
  /** Rises with every change of any of them: whoever decides says which of it they saw. */
  seen: number;
  locked: boolean;
  /** I9: what billing has billed, or was given in an export. It stays as it is. */
  frozen: Row<'readings'> | null;
}

/** Before a decision its account must be locked. */
export async function lookAtPlace(db: Reader, { meter, period }: { meter: MeterId; period: Period }): Promise<Place> {
  const readings = await everyReadingOfPeriod(db, { meter, period });
  const standing = readings.find(({ state }) => stands(state));
  return {
    meter,
    period,
    readings,
    seen: Math.max(0, ...readings.map(({ version }) => Number(version))),
    locked: await isLocked(db, period),
    frozen: standing && (standing.state === 'billed' || standing.batch_id !== null) ? standing : null,
  };
}

export const adjusts = ({ frozen, locked }: Place): ReviewCase['adjusts'] =>
  frozen ? 'billed' : locked ? 'locked' : 'no';

/** The office has still to decide about it. */
export const waits = ({ state, adjustment }: Pick<Row<'readings'>, 'state' | 'adjustment'>): boolean =>
  (state === 'review' || state === 'late') && adjustment === 0;

/**
 * Makes room at a place for the reading that the office decided for, and says what it becomes there. Whatever else waits,
 * or stands and is not billing's yet, is superseded (I3). Where billing has one it stays (I9): the decided one is late
 * beside it, and an adjustment. So is what comes to stand after the lock (W6).
 */
export async function makeRoom(
  tx: Writer,
  place: Place,
  { keep, account, versions, at }: { keep: ReadingId; account: AccountId; versions: Versions; at: Instant },
): Promise<{ state: ReadingState & ('accepted' | 'late'); adjustment: 0 | 1 }> {
  for (const row of place.readings) {
    if (row.id === keep || row === place.frozen) continue;
    const given = row.adjustment === 1 && row.batch_id !== null;
    const aside = stands(row.state) || (!given && (row.state === 'review' || row.state === 'late'));
    if (!aside) continue;
    await setReadingState(tx, { id: row.id, state: 'superseded', version: versions.next(account), at });
  }
  return place.frozen ? { state: 'late', adjustment: 1 } : { state: 'accepted', adjustment: place.locked ? 1 : 0 };
}

/** Puts the reading that is there already into its place. */
export async function settle(
  tx: Writer,
  row: Row<'readings'>,
  {
    reason,
    versions,
    at,
    ...made
  }: { state: ReadingState; adjustment: 0 | 1; reason: string | null; versions: Versions; at: Instant },
): Promise<void> {
  await decideReading(tx, row.id, { ...made, reason, version: versions.next(row.account_id), changed_at: at });
}
