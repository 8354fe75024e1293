import { type EpochMs, toEpochMs } from '../../shared/instant.ts';
import type { OperationOf } from '../../shared/operation.ts';
import type { Outcome } from '../../shared/protocol.ts';
import type { Reading, ReadingState } from '../../shared/reading.ts';
import type { OperationRow } from './outbox-db.ts';
import type { ReadingEntry, RefusedOperation, Stage } from './views.ts';
import { rank } from './views-derived.ts';

/** What the server made of an operation; null while it has none of it. A duplicate's first answer is the answer. */
export function outcomeOf(row: OperationRow): Outcome | null {
  if (row.state === 'queued' || row.answer === null) return null;
  const { outcome, first } = row.answer;
  return outcome === 'duplicate' ? (first ?? 'applied') : outcome;
}

export function isRefused(row: OperationRow): boolean {
  const outcome = outcomeOf(row);
  return outcome === 'rejected' || outcome === 'conflict';
}

/** What was refused for its time and counts since the window was moved (W9) is a reading of the same id, and refused no more. */
export const staysRefused = (row: OperationRow, reading: Reading | undefined): boolean =>
  isRefused(row) && (reading === undefined || outcomeOf(row) === 'conflict');

/**
 * The cached readings with the outbox laid over them: what is queued, or received and not yet pulled, shows as if it were
 * there; what it replaces or withdraws is marked or gone; nothing is shown twice. Newest period first, of one period the
 * one that stands first.
 */
export function overlay(readings: readonly Reading[], operations: readonly OperationRow[]): ReadingEntry[] {
  const rows = [...operations].sort((a, b) => a.number - b.number);
  const cached = new Map(readings.map((reading) => [reading.id, reading]));
  const replaced = replacedIds(rows, cached);
  const withdrawn = new Set(rows.filter((row) => !isRefused(row)).flatMap((row) => withdrawnId(row) ?? []));
  const byId = new Map(rows.map((row) => [row.id, row]));

  const entries: ReadingEntry[] = [];
  for (const reading of readings) {
    const row = byId.get(reading.id);
    if (reading.state === 'superseded' || reading.state === 'withdrawn' || replaced.has(reading.id)) continue;
    if (reading.state === 'refused' && typeof row?.dismissedAt === 'number') continue;
    entries.push(fromReading(reading, withdrawn.has(reading.id)));
  }
  for (const row of rows) {
    if (cached.has(row.id) || replaced.has(row.id) || row.dismissedAt !== null) continue;
    const operation = row.sealed;
    if (operation.kind === 'reading-submitted') entries.push(fromOperation(row, operation, withdrawn.has(row.id)));
  }
  return entries.sort(
    (a, b) =>
      (a.period < b.period ? 1 : a.period > b.period ? -1 : 0) || rank(a) - rank(b) || b.changedAt - a.changedAt,
  );
}

export function refusedOperations(
  readings: readonly Reading[],
  operations: readonly OperationRow[],
): RefusedOperation[] {
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  return operations
    .filter((row) => row.dismissedAt === null && staysRefused(row, byId.get(row.id)))
    .sort((a, b) => b.number - a.number)
    .flatMap((row): RefusedOperation[] => {
      const { sealed } = row;
      // Its conversation shows it (`views-support`).
      if (sealed.kind === 'message-written') return [];
      const common = { operation: row.id, problems: row.answer?.problems ?? [], capturedAt: capturedAt(row) };
      if (sealed.kind === 'reading-submitted') {
        const { meter, period } = sealed.body;
        return [{ ...common, kind: sealed.kind, reading: row.id, meter, period }];
      }
      const { reading: id } = sealed.body;
      const own = operations.find((other) => other.id === id)?.sealed;
      const reading =
        readings.find((known) => known.id === id) ?? (own?.kind === 'reading-submitted' ? own.body : undefined);
      return [
        {
          ...common,
          kind: sealed.kind,
          reading: id,
          meter: reading?.meter ?? null,
          period: reading?.period ?? null,
        },
      ];
    });
}

/**
 * What operations replace whose own readings have not been pulled yet: the reading that they name (W7), and whatever
 * this device handed in before for the same meter and period (C4). What was billed stays in sight (I9).
 */
function replacedIds(rows: readonly OperationRow[], cached: ReadonlyMap<string, Reading>): Set<string> {
  const replaced = new Set<string>();
  const inForce = rows.filter((row) => row.sealed.kind === 'reading-submitted' && !isRefused(row));
  inForce.forEach((row, at) => {
    if (cached.has(row.id)) return;
    const { body } = row.sealed as OperationOf<'reading-submitted'>;
    const earlier = inForce.slice(0, at).filter((other) => {
      const { meter, period } = (other.sealed as OperationOf<'reading-submitted'>).body;
      return meter === body.meter && period === body.period && other.stream === row.stream;
    });
    // Only what was there before can be corrected: of two that name each other, or of one that names itself, one is left.
    const named = inForce.slice(at).some((other) => other.id === body.supersedes) ? null : body.supersedes;
    for (const id of [...(named === null ? [] : [named]), ...earlier.map((other) => other.id)]) {
      if (cached.get(id)?.state !== 'billed') replaced.add(id);
    }
  });
  return replaced;
}

function fromReading(reading: Reading, withdrawing: boolean): ReadingEntry {
  const { id, meter, period, values, kind, source, state, supersedes, problems, rollover, reason } = reading;
  return {
    id,
    meter,
    period,
    values,
    kind,
    source,
    state,
    stage: state === 'billed' ? 'billed' : state === 'refused' ? 'refused' : 'received',
    problems,
    rollover,
    reason,
    capturedAt: toEpochMs(reading.capturedAt),
    receivedAt: toEpochMs(reading.receivedAt),
    changedAt: toEpochMs(reading.changedAt),
    supersedes,
    withdrawing,
    ...(reading.adjustment && { adjustment: true }),
  };
}

function fromOperation(
  row: OperationRow,
  { body }: OperationOf<'reading-submitted'>,
  withdrawing: boolean,
): ReadingEntry {
  const { meter, period, values, claims, supersedes } = body;
  const captured = capturedAt(row);
  return {
    id: row.id,
    meter,
    period,
    // Only values that passed `checkRegisters` are ever sealed here.
    values: values as ReadingEntry['values'],
    kind: 'actual',
    source: 'resident',
    stage: stageOf(row),
    state: stateOf(row),
    problems: row.answer?.problems ?? [],
    rollover: claims.rollover.length > 0,
    reason: null,
    capturedAt: captured,
    receivedAt: row.state === 'received' ? row.settledAt : null,
    changedAt: row.settledAt ?? captured,
    supersedes,
    withdrawing,
  };
}

function stageOf(row: OperationRow): Stage {
  return isRefused(row) ? 'refused' : row.state === 'queued' ? 'saved' : 'received';
}

function stateOf(row: OperationRow): ReadingState | null {
  const outcome = outcomeOf(row);
  if (outcome === 'applied') return 'accepted';
  if (outcome !== 'review') return null;
  return row.answer?.problems.some(({ code }) => code === 'period_locked') ? 'late' : 'review';
}

/** The best guess (C2) of when it was captured. */
export function capturedAt({ sealed: { capture } }: OperationRow): EpochMs {
  return toEpochMs(capture.wall) + capture.offset;
}

function withdrawnId({ sealed }: OperationRow): string | null {
  return sealed.kind === 'reading-withdrawn' ? sealed.body.reading : null;
}
