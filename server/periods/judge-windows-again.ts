import { captureInterval } from '../../shared/capture.ts';
import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { type OperationHead, parseBody } from '../../shared/sync.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { changeVerdict } from '../exchange/queries.ts';
import { kioskById } from '../kiosks/queries.ts';
import { closeSlipsOf } from '../kiosks/slip-keeping.ts';
import { noteTakenLater } from '../kiosks/taken-later.ts';
import { judgeAgain } from '../readings/judge-again.ts';
import { submitReading } from '../readings/submit.ts';
import { besideReading, refusedOutside, unsureReadings } from './queries.ts';

/** What became of the readings that a window had kept out. */
export interface JudgedAgain {
  accepted: number;
  review: number;
}

const operationsAtOnce = 500;

/**
 * W9: what was refused for being outside the window of a period, or waits because that was not sure, as the window is
 * now; each with its own capture interval and claims, in the order in which they came. Nothing that counts already is
 * looked at. All accounts must be locked. `since`: before it nothing can have been captured in the window.
 */
export async function judgeWindowsAgain(
  tx: Writer,
  services: Pick<Services, 'company' | 'beacons'>,
  { period, since, now }: { period: Period; since: EpochMs; now: EpochMs },
): Promise<JudgedAgain> {
  const counts: JudgedAgain = { accepted: 0, review: 0 };
  for (const row of await unsureReadings(tx, period)) {
    if (await leaveReview(tx, services, row, now)) counts.accepted++;
  }
  let after: Row<'operations'> | null = null;
  do {
    const rows: Row<'operations'>[] = await refusedOutside(tx, {
      since: toInstant(since),
      after,
      most: operationsAtOnce,
    });
    for (const row of rows) {
      const state = await submitAgain(tx, services, row, { period, now });
      if (state !== null) counts[state]++;
    }
    after = rows.length === operationsAtOnce ? (rows.at(-1) ?? null) : null;
  } while (after !== null);
  return counts;
}

/** True where the reading counts now. Where there are several of a meter the office decides which one it is (C4). */
async function leaveReview(
  tx: Writer,
  { company }: Pick<Services, 'company'>,
  row: Row<'readings'>,
  now: EpochMs,
): Promise<boolean> {
  const { outcome, findings } = await judgeAgain(tx, company, row);
  const problems: Problem[] = findings.map(({ problem }) => problem);
  const still = problems.some(({ code }) => code === 'window_unsure' || code === 'outside_window');
  if (still || outcome === 'refused') return false;
  const alone = (await besideReading(tx, row)).length === 0;
  if (!alone) problems.push({ code: 'concurrent_reading' });
  const state = alone && outcome === 'accepted' ? 'accepted' : 'review';
  const versions = await lockForVersions(tx, [row.account_id]);
  const version = versions.next(row.account_id);
  await changeVerdict(tx, { id: row.id, state, version, at: toInstant(now), findings: JSON.stringify(problems) });
  await versions.write();
  if (row.source === 'kiosk') await closeSlipsOf(tx, row.account_id, toInstant(now));
  return state === 'accepted';
}

/**
 * The refused operation done as if it came for the first time, but for its instants. The ledger keeps what it was answered
 * then (I2); the reading bears its id, by which the device knows it again. Null where it is of another period, or is
 * refused again.
 */
async function submitAgain(
  tx: Writer,
  { company, beacons }: Pick<Services, 'company' | 'beacons'>,
  row: Row<'operations'>,
  { period, now }: { period: Period; now: EpochMs },
): Promise<keyof JudgedAgain | null> {
  const head = { ...(JSON.parse(row.content) as Omit<OperationHead, 'hash'>), hash: row.hash };
  const parsed = parseBody(head);
  if (!parsed.ok) return null;
  const { operation } = parsed;
  if (operation.kind !== 'reading-submitted' || operation.body.period !== period) return null;
  const receivedAt = toEpochMs(row.received_at);
  const { wall, offset, beacon } = operation.capture;
  const capture = captureInterval({ wall: toEpochMs(wall), offset }, beacons.read(beacon), receivedAt);
  const versions = await lockForVersions(tx, [operation.account]);
  const version = versions.next(operation.account) - 1;
  const source = (await kioskById(tx, row.user_id)) ? 'kiosk' : 'resident';
  const effect = await submitReading(tx, operation, { company, source, at: now, receivedAt, capture, version });
  for (let taken = 1; taken < effect.rows; taken++) versions.next(operation.account);
  if (effect.rows > 0) await versions.write();
  if (effect.outcome === 'rejected') return null;
  const outcome = effect.outcome === 'applied' ? 'accepted' : 'review';
  const { id, account } = operation;
  if (source === 'kiosk') await noteTakenLater(tx, account, { id, outcome, problems: effect.problems }, toInstant(now));
  return outcome;
}
