import { checkReading } from '../../shared/check-reading.ts';
import { type Relation, type Rival, relate } from '../../shared/concurrent.ts';
import type { ReadingId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import type { OperationOf } from '../../shared/operation.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Problem } from '../../shared/problem.ts';
import { type ReadingState, rolledOver, stands, type Verdict } from '../../shared/reading.ts';
import type { Row, Writer } from '../db/tables.ts';
import { standOfPeriod } from '../periods/queries.ts';
import type { Arrival, Effect } from '../sync/arrival.ts';
import { linkedTo } from './linked.ts';
import {
  insertReading,
  meterToRead,
  readingAfter,
  readingById,
  readingsBefore,
  readingsOfPeriod,
  setReadingState,
} from './queries.ts';
import { captureColumns, toMeterToCheck, toPastReading, toRival } from './rows.ts';

/**
 * A resident's reading, from a device or from a kiosk: the rules as the law, then its place among the readings of the same meter and period (C4).
 * Runs inside the transaction that has locked the account.
 */
export async function submitReading(
  tx: Writer,
  operation: OperationOf<'reading-submitted'>,
  arrival: Arrival,
): Promise<Effect> {
  const { account, body } = operation;
  const meterRows = await meterToRead(tx, { meter: body.meter, account });
  const [meter] = meterRows;
  if (!meter) return { outcome: 'rejected', problems: [{ code: 'meter_unknown' }], rows: 0 };

  const place = { meter: body.meter, period: body.period };
  const before = await readingsBefore(tx, place);
  const after = await readingAfter(tx, place);
  const present = (await readingsOfPeriod(tx, place)).filter(
    // I9: what the office has put beside billing's own is for billing, and no rival of anything.
    ({ state, adjustment }) => !(state === 'late' && adjustment === 1),
  );
  const { locked, exceptions } = await standOfPeriod(tx, { period: body.period, building: meter.building });
  const { id: supersedes, withdrawn } = await correctedBy(tx, operation, present);
  const { rival, aside, corrected } = sortOut(present, operation, supersedes);

  const judged = checkReading({
    meter: toMeterToCheck(meter, meterRows),
    period: body.period,
    values: body.values,
    claims: body.claims,
    history: [...before, ...after].map(toPastReading),
    capture: arrival.capture,
    // I9: what billing has, or was given in an export, never changes; locked or not.
    locked: locked || rival?.state === 'billed' || rival?.batch_id != null,
    source: arrival.source,
    ...policyOf(arrival.company, meter, exceptions),
  });
  if (judged.outcome === 'refused') return { outcome: 'rejected', problems: problemsOf(judged, 'refuse'), rows: 0 };
  const verdict = besideFinalValues(judged, meter, rival);

  const incoming: Rival = {
    id: operation.id,
    kind: 'actual',
    values: body.values as RegisterValues,
    capture: arrival.capture,
    supersedes: rival && corrected.has(rival.id) ? rival.id : null,
    origin: { stream: operation.stream, number: operation.number },
  };
  const relation = rival ? relate(incoming, toRival(rival)) : null;
  const placed = withdrawn
    ? placeAfterWithdrawal(verdict)
    : placeReading(verdict, rival && relation ? { row: rival, relation } : null);
  const at = toInstant(arrival.at);
  let { version } = arrival;
  // First the old ones step aside: two that stand would break the constraint (I3).
  for (const id of [...aside.map((row) => row.id), ...(placed.replaces ? [placed.replaces] : [])]) {
    await setReadingState(tx, { id, state: 'superseded', version: ++version, at });
  }
  await insertReading(tx, {
    id: operation.id,
    account_id: account,
    version: ++version,
    meter_id: body.meter,
    period: body.period,
    register_values: JSON.stringify(body.values),
    kind: 'actual',
    source: arrival.source,
    state: placed.state,
    ...captureColumns(arrival.capture),
    received_at: toInstant(arrival.receivedAt),
    changed_at: at,
    supersedes,
    findings: JSON.stringify(placed.problems),
    rollover: rolledOver(placed.problems) ? 1 : 0,
    stream: operation.stream,
    stream_number: operation.number,
    batch_id: null,
    reason: null,
  });
  const waits = placed.state === 'review' || placed.state === 'late';
  return { outcome: waits ? 'review' : 'applied', problems: placed.problems, rows: version - arrival.version };
}

/** M6: the final values of a meter that the office has taken out are not for the resident to correct. */
function besideFinalValues(
  verdict: Verdict,
  { retired_on: retiredOn }: Pick<Row<'meters'>, 'retired_on'>,
  rival: Row<'readings'> | undefined,
): Verdict {
  if (retiredOn === null || rival?.source !== 'office' || verdict.outcome !== 'accepted') return verdict;
  const finding = { effect: 'review', problem: { code: 'meter_retired', retiredOn } } as const;
  return { outcome: 'review', findings: [...verdict.findings, finding] };
}

/**
 * W7: what the reading corrects. A name of itself, or of a reading of another meter or period, corrects nothing and is
 * left to the ledger. One that nobody knows is kept: after a restore the corrected reading may come back later (I6). The
 * name of a linked reading stands for the one that has its effect (C4); the ledger has it as it was sent.
 */
async function correctedBy(
  tx: Writer,
  { id, account, body }: OperationOf<'reading-submitted'>,
  present: readonly Row<'readings'>[],
): Promise<{ id: ReadingId | null; withdrawn: boolean }> {
  const nothing = { id: null, withdrawn: false };
  if (body.supersedes === null || body.supersedes === id) return nothing;
  const [named] = await readingById(tx, { id: body.supersedes, account });
  if (!named) return { id: body.supersedes, withdrawn: false };
  if (named.meter_id !== body.meter || named.period !== body.period) return nothing;
  return { id: linkedTo(named, present)?.id ?? named.id, withdrawn: named.state === 'withdrawn' };
}

/**
 * Of the readings that are there for the meter and period: `aside`, those that wait for the office and that this resident
 * has corrected by now (named, or sent before from the same device); `rival`, the one to compare with (C4); `corrected`,
 * every reading that is corrected by this one, also by way of another.
 */
function sortOut(
  present: readonly Row<'readings'>[],
  { stream, number }: OperationOf<'reading-submitted'>,
  supersedes: ReadingId | null,
): { rival: Row<'readings'> | undefined; aside: Row<'readings'>[]; corrected: ReadonlySet<string> } {
  const corrected = new Set<string>();
  for (let id = supersedes; id !== null && !corrected.has(id); ) {
    corrected.add(id);
    id = present.find((row) => row.id === id)?.supersedes ?? null;
  }
  const aside = present.filter(
    (row) =>
      !stands(row.state) && (corrected.has(row.id) || (row.stream === stream && Number(row.stream_number) < number)),
  );
  const left = present.filter((row) => !aside.includes(row));
  return { rival: left.find((row) => stands(row.state)) ?? left[0], aside, corrected };
}

interface Placed {
  state: ReadingState;
  problems: Problem[];
  /** The reading that stands aside for it. */
  replaces: string | null;
}

/** W7: one device took back what another one, not knowing it, corrects. Which was the resident's last word nobody can tell. */
function placeAfterWithdrawal(verdict: Verdict): Placed {
  const { state, problems } = placeReading(verdict, null);
  return {
    state: state === 'accepted' ? 'review' : state,
    problems: [...problems, { code: 'corrects_withdrawn' }],
    replaces: null,
  };
}

/** C4: what an admissible reading becomes beside the one that is there already. */
function placeReading(verdict: Verdict, rival: { row: Row<'readings'>; relation: Relation } | null): Placed {
  const problems = verdict.findings.map(({ problem }) => problem);
  const state = verdict.outcome;
  if (!rival) return { state, problems, replaces: null };
  switch (rival.relation) {
    // One effect: the one that is there has it and this one is only linked to it, unless that one still waits for the office.
    case 'same':
      if (state === 'accepted' && !stands(rival.row.state)) return { state, problems, replaces: rival.row.id };
      return { state: 'superseded', problems, replaces: null };
    case 'earlier':
      return { state: 'superseded', problems: [...problems, { code: 'superseded_by_later' }], replaces: null };
    case 'corrects':
    case 'later': {
      // A correction that must wait leaves the old reading standing until the office decides; so does one that is late.
      const stepsAside = state === 'accepted' || !stands(rival.row.state);
      return { state, problems, replaces: stepsAside ? rival.row.id : null };
    }
    case 'unclear':
      return {
        state: state === 'late' ? 'late' : 'review',
        problems: [...problems, { code: 'concurrent_reading' }],
        replaces: null,
      };
  }
}

const problemsOf = (verdict: Verdict, effect: 'refuse'): Problem[] =>
  verdict.findings.filter((finding) => finding.effect === effect).map(({ problem }) => problem);
