import type { ReadingId } from '../../shared/ids.ts';
import { lockForVersions, type Versions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { lookAtPlace, type Place, waits } from './place.ts';
import { type MeterSeen, meterSeen, readingAnywhere } from './queries.ts';

/** A reading that waits, with its account locked. */
export interface Waiting {
  row: Row<'readings'>;
  place: Place;
  meter: MeterSeen;
  versions: Versions;
}

/**
 * Locks the account and finds the reading as the clerk saw it: pushes and other clerks wait from here on. Throws
 * `not_found`, or `changed_meanwhile` where it is decided already, or anything about its meter's month has changed.
 */
export async function waitingAsSeen(
  tx: Writer,
  { reading, seen }: { reading: ReadingId; seen: number },
): Promise<Waiting> {
  const known = await readingAnywhere(tx, reading);
  if (!known) throw new ProblemError({ code: 'not_found' });
  const versions = await lockForVersions(tx, [known.account_id]);
  const place = await lookAtPlace(tx, { meter: known.meter_id, period: known.period });
  const row = place.readings.find(({ id }) => id === reading);
  const meter = await meterSeen(tx, known.meter_id);
  if (!row || !meter) throw new ProblemError({ code: 'not_found' });
  if (!waits(row) || place.seen !== seen) throw new ProblemError({ code: 'changed_meanwhile' });
  return { row, place, meter, versions };
}
