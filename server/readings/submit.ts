import { checkReading } from '../../shared/check-reading.ts';
import { type Relation, type Rival, relate } from '../../shared/concurrent.ts';
import { toInstant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import type { OperationOf } from '../../shared/operation.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Problem } from '../../shared/problem.ts';
import { type ReadingState, stands, type Verdict } from '../../shared/reading.ts';
import type { Row, Writer } from '../db/tables.ts';
import type { Arrival, Effect } from '../sync/arrival.ts';
import {
  insertReading,
  lockOf,
  meterToRead,
  readingAfter,
  readingsBefore,
  readingsOfPeriod,
  setReadingState,
} from './queries.ts';
import { captureColumns, toPastReading, toRival } from './rows.ts';

/**
 * A resident's reading: the rules as the law, then its place among the readings of the same meter and period (C4).
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
  const present = await readingsOfPeriod(tx, place);
  const locked = (await lockOf(tx, { period: body.period })).length > 0;
  const rival = present.find((row) => stands(row.state)) ?? present[0];

  const verdict = checkReading({
    meter: {
      installedOn: meter.installed_on,
      verifiedUntil: meter.verified_until,
      retiredOn: meter.retired_on,
      registers: meterRows,
    },
    period: body.period,
    values: body.values,
    claims: body.claims,
    history: [...before, ...after].map(toPastReading),
    capture: arrival.capture,
    // I9: what was billed never changes, locked or not.
    locked: locked || rival?.state === 'billed',
    source: 'resident',
    ...policyOf(arrival.company, meter),
  });
  if (verdict.outcome === 'refused') return { outcome: 'rejected', problems: problemsOf(verdict, 'refuse'), rows: 0 };

  const incoming: Rival = {
    id: operation.id,
    kind: 'actual',
    values: body.values as RegisterValues,
    capture: arrival.capture,
    supersedes: body.supersedes,
    origin: { stream: operation.stream, number: operation.number },
  };
  const placed = placeReading(
    verdict,
    rival === undefined ? null : { row: rival, relation: relate(incoming, toRival(rival)) },
  );
  const at = toInstant(arrival.at);
  // First the old one steps aside: two that stand would break the constraint (I3).
  if (placed.replaces) {
    await setReadingState(tx, { id: placed.replaces, state: 'superseded', version: arrival.version + 1, at });
  }
  await insertReading(tx, {
    id: operation.id,
    account_id: account,
    version: arrival.version + 2,
    meter_id: body.meter,
    period: body.period,
    register_values: JSON.stringify(body.values),
    kind: 'actual',
    source: 'resident',
    state: placed.state,
    ...captureColumns(arrival.capture),
    received_at: at,
    changed_at: at,
    supersedes: body.supersedes,
    findings: JSON.stringify(placed.problems),
    rollover: placed.problems.some(({ code }) => code === 'rollover' || code === 'rollover_unlikely') ? 1 : 0,
    stream: operation.stream,
    stream_number: operation.number,
    batch_id: null,
    reason: null,
  });
  const waits = placed.state === 'review' || placed.state === 'late';
  return { outcome: waits ? 'review' : 'applied', problems: placed.problems, rows: 2 };
}

interface Placed {
  state: ReadingState;
  problems: Problem[];
  /** The reading that stands aside for it. */
  replaces: string | null;
}

/** C4: what an admissible reading becomes beside the one that is there already. */
function placeReading(verdict: Verdict, rival: { row: Row<'readings'>; relation: Relation } | null): Placed {
  const problems = verdict.findings.map(({ problem }) => problem);
  const state = verdict.outcome === 'refused' ? 'refused' : verdict.outcome;
  if (!rival) return { state, problems, replaces: null };
  switch (rival.relation) {
    // One effect: the one that is there has it, this one is only linked to it.
    case 'same':
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
