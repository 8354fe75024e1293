import { v7 } from 'uuid';
import type { AccountId, ReadingId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import type { Problem } from '../../shared/problem.ts';
import { rolledOver } from '../../shared/reading.ts';
import type { Decided } from '../../shared/review.ts';
import type { Versions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import { insertReading } from '../readings/queries.ts';
import { makeRoom, type Place } from './place.ts';
import { decideReading } from './queries.ts';

/** A reading of the office's own takes its place; what it corrects stays in the history. The account must be locked. */
export async function enterOfficeReading(
  tx: Writer,
  place: Place,
  reading: {
    account: AccountId;
    values: RegisterValues;
    capture: Pick<Row<'readings'>, 'captured_earliest' | 'captured_best' | 'captured_latest'>;
    supersedes: ReadingId | null;
    problems: readonly Problem[];
    reason: string | null;
    versions: Versions;
    at: Instant;
  },
): Promise<Extract<Decided, { done: true }>> {
  const { account, values, capture, supersedes, problems, reason, versions, at } = reading;
  const id = v7();
  const made = await makeRoom(tx, place, { keep: id, account, versions, at });
  const version = versions.next(account);
  await insertReading(tx, {
    id,
    account_id: account,
    version,
    meter_id: place.meter,
    period: place.period,
    register_values: JSON.stringify(values),
    kind: 'actual',
    source: 'office',
    state: made.state,
    captured_earliest: capture.captured_earliest,
    captured_best: capture.captured_best,
    captured_latest: capture.captured_latest,
    received_at: at,
    changed_at: at,
    supersedes,
    findings: JSON.stringify(problems),
    rollover: rolledOver(problems) ? 1 : 0,
    stream: null,
    stream_number: null,
    batch_id: null,
    reason,
  });
  if (made.adjustment === 1) await decideReading(tx, id, { ...made, version, reason, changed_at: at });
  return { done: true, reading: id, state: made.state, adjustment: made.adjustment === 1 };
}
