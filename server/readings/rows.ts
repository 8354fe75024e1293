import type { CaptureInterval } from '../../shared/capture.ts';
import type { Rival } from '../../shared/concurrent.ts';
import { toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Register, RegisterValues } from '../../shared/meter.ts';
import type { Problem } from '../../shared/problem.ts';
import type { PastReading, Reading, ReadingToCheck } from '../../shared/reading.ts';
import type { Row } from '../db/tables.ts';

/** Rows of `readings` as the rules and the devices know them, and back. */

export function toReading(row: Row<'readings'>): Reading {
  return {
    id: row.id,
    account: row.account_id,
    meter: row.meter_id,
    period: row.period,
    values: JSON.parse(row.register_values) as RegisterValues,
    kind: row.kind,
    source: row.source,
    state: row.state,
    capturedAt: row.captured_best,
    receivedAt: row.received_at,
    supersedes: row.supersedes,
    problems: findingsOf(row),
    rollover: row.rollover === 1,
    reason: row.reason,
    changedAt: row.changed_at,
    ...(row.adjustment === 1 && { adjustment: true }),
  };
}

/** What was noticed when it came. That its period was locked is so only while it waits for the office (W6). */
export const findingsOf = ({ findings, state }: Pick<Row<'readings'>, 'findings' | 'state'>): Problem[] =>
  (JSON.parse(findings) as Problem[]).filter(({ code }) => code !== 'period_locked' || state === 'late');

type PastRow = Pick<Row<'readings'>, 'period' | 'kind' | 'register_values' | 'captured_best' | 'rollover'>;

export const toPastReading = (row: PastRow): PastReading => ({
  period: row.period,
  kind: row.kind,
  values: JSON.parse(row.register_values) as RegisterValues,
  capturedAt: toEpochMs(row.captured_best),
  rollover: row.rollover === 1,
});

/** A meter as the rules judge it. */
export const toMeterToCheck = (
  meter: Pick<Row<'meters'>, 'installed_on' | 'verified_until' | 'retired_on'>,
  registers: readonly Register[],
): ReadingToCheck['meter'] => ({
  installedOn: meter.installed_on,
  verifiedUntil: meter.verified_until,
  retiredOn: meter.retired_on,
  registers,
});

export const toRival = (row: Row<'readings'>): Rival => ({
  id: row.id,
  kind: row.kind,
  values: JSON.parse(row.register_values) as RegisterValues,
  capture: {
    earliest: row.captured_earliest === null ? null : toEpochMs(row.captured_earliest),
    best: toEpochMs(row.captured_best),
    latest: toEpochMs(row.captured_latest),
  },
  supersedes: row.supersedes,
  origin: row.stream === null || row.stream_number === null ? null : { stream: row.stream, number: row.stream_number },
});

export function captureColumns(
  capture: CaptureInterval,
): Pick<Row<'readings'>, 'captured_earliest' | 'captured_best' | 'captured_latest'> {
  return {
    captured_earliest: capture.earliest === null ? null : toInstant(capture.earliest),
    captured_best: toInstant(capture.best),
    captured_latest: toInstant(capture.latest),
  };
}
