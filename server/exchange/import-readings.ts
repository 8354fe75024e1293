import { v7 } from 'uuid';
import type { CaptureInterval } from '../../shared/capture.ts';
import { checkReading } from '../../shared/check-reading.ts';
import { sameValues } from '../../shared/concurrent.ts';
import type { BatchId, ReadingId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { RegisterCode, RegisterValues } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Problem } from '../../shared/problem.ts';
import { formatQuantity, parseExactQuantity } from '../../shared/quantity.ts';
import { noClaims, type PastReading, stands } from '../../shared/reading.ts';
import { localDay, noonOf } from '../../shared/window.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Writer } from '../db/tables.ts';
import { isLocked, setReadingState } from '../readings/queries.ts';
import { captureColumns, toMeterToCheck, toPastReading } from '../readings/rows.ts';
import type { RowProblem } from '../tables/problems.ts';
import type { TableRow } from '../tables/table.ts';
import type { Change } from './batch-changes.ts';
import { meterFinder } from './find-meter.ts';
import { readingColumns } from './household-columns.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { insertReadings, type KnownReading, standingAndLate } from './queries.ts';
import { collectRegisters, type RegisterGroup } from './register-groups.ts';

type Columns = typeof readingColumns;
/** `building`: where its meter hangs (W2). */
type Row = TableRow<Columns> & { value: number; building: string };
type Group = RegisterGroup<Row>;
type ReadingIn = Parameters<typeof insertReadings>[1][number];
type Answer = 'new' | 'unchanged' | 'replaces' | RowProblem;

/** Where a new reading comes to lie. */
interface Place {
  history: PastReading[];
  version: number;
  supersedes: ReadingId | null;
  batch: BatchId;
  late: boolean;
}

/**
 * Readings from billing or from an older portal. They are not bound by M1, M2, U and W (W5): what they break is noted
 * with them, and falls (M1) are reported.
 * What billing itself read is billed with it; what is billed never changes (I9), and a resident's reading is not
 * overruled by a file. What others read is bound by the lock: in a locked period it is late (W6).
 */
export function importReadings(options: ImportOptions): Promise<ImportReport> {
  return runImport('readings', readingColumns, options, start);
}

function start(run: Run): Importer<Columns> {
  const { company } = run;
  const { timeZone } = company;
  const today = localDay(run.now, timeZone);
  const captures = new Map<Day, CaptureInterval>();

  /** Files name few days many times. */
  function captureOn(day: Day): CaptureInterval {
    const known = captures.get(day) ?? dayAsInterval(day, timeZone);
    captures.set(day, known);
    return known;
  }

  const about = ({ values: { takenOn, kind, source } }: Row): string => `${takenOn} ${kind} ${source}`;
  const groups = collectRegisters<Row>(run, {
    about,
    says: (row) => `${row.value} ${about(row)}`,
  });

  async function take(rows: readonly TableRow<Columns>[]): Promise<void> {
    const find = await meterFinder(
      run.reader,
      rows.map(({ values }) => values),
    );
    const whole: Group[] = [];
    for (const row of rows) {
      const found = find(row.values);
      const { register, period, takenOn } = row.values;
      if (!found.ok) {
        run.refuse(row, [found]);
        continue;
      }
      const { meter } = found;
      const face = meter.registers.find(({ code }) => code === register);
      const parsed = face && parseExactQuantity(row.values.value, face);
      if (parsed && !parsed.ok) run.refuse(row, [{ column: 'value', problem: parsed.problem as RowProblem }]);
      else if (takenOn > today) run.refuse(row, [{ column: 'takenOn', problem: { code: 'day_in_future' } }]);
      else {
        const { building } = found.account;
        const { line, cells, values, source } = row;
        const read = { line, cells, values, source, value: parsed?.value ?? 0, building };
        const group = groups.add(read, { meter, period, register, scope: '' });
        if (group) whole.push(group);
      }
    }
    // Oldest first, so that each reading finds the ones before it.
    whole.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
    await run.inSlices(whole, enter);
  }

  async function enter(tx: Writer, whole: readonly Group[]): Promise<void> {
    const versions = await lockForVersions(
      tx,
      whole.map(({ meter }) => meter.account_id),
    );
    // While a slice has its turn nobody locks or unlocks.
    const locks = new Map<Period, boolean>();
    for (const { period } of whole) {
      if (!locks.has(period)) locks.set(period, await isLocked(tx, period));
    }
    const known = new Map<string, KnownReading[]>();
    const stored = await standingAndLate(tx, [...new Set(whole.map(({ meter }) => meter.id))]);
    const knownAs = await run.known(tx, 'readings', stored);
    for (const reading of stored) {
      const ofMeter = known.get(reading.meter_id);
      if (ofMeter) ofMeter.push(reading);
      else known.set(reading.meter_id, [reading]);
    }
    const added: ReadingIn[] = [];
    const made: Change[] = [];
    for (const group of whole) {
      const readings = known.get(group.meter.id) ?? [];
      const { answer, replaced, old, late } = settle(group, readings, locks);
      if (typeof answer === 'object') {
        for (const row of group.rows.values()) run.refuse(row, [{ column: 'value', problem: answer }]);
        continue;
      }
      const account = group.meter.account_id;
      if (answer === 'unchanged' && old) {
        countKnown(old, knownAs(old.id), group);
        continue;
      }
      run.count(answer === 'new' ? 'created' : 'changed', firstOf(group));
      if (late) run.count('late', firstOf(group));
      const batch = await run.batch(tx);
      for (const one of replaced) {
        const version = versions.next(account);
        await setReadingState(tx, { id: one.id, state: 'superseded', version, at: toInstant(run.now) });
        await run.note(tx, [{ kind: 'readings', id: one.id, account, before: { state: one.state }, version }]);
      }
      const others = readings.filter((reading) => !replaced.includes(reading));
      const row = newReading(group, {
        history: others.filter(({ state }) => stands(state)).map(toPastReading),
        version: versions.next(account),
        supersedes: replaced[0]?.id ?? null,
        batch,
        late,
      });
      // It says so itself only where it is billing's own.
      if (row.batch_id === null)
        made.push({ kind: 'readings', id: row.id, account, before: null, version: row.version });
      known.set(group.meter.id, [...others, row]);
      added.push(row);
      reportFalls(group, JSON.parse(row.findings) as Problem[]);
    }
    await insertReadings(tx, added);
    await run.noteMade(tx, made);
    await versions.write();
  }

  /** What stands already as the file has it; where this run was cut off, it may be its own. */
  function countKnown(old: KnownReading, as: 'created' | 'changed' | 'unchanged', group: Group): void {
    const first = firstOf(group);
    if (as === 'unchanged') {
      run.count(as, first);
      return;
    }
    run.count(old.supersedes === null ? 'created' : 'changed', first);
    if (old.state === 'late') run.count('late', first);
    reportFalls(group, JSON.parse(old.findings) as Problem[]);
  }

  /** What becomes of a reading of the file beside those that are known of its meter, and which of them it replaces. */
  function settle(
    group: Group,
    ofMeter: readonly KnownReading[],
    locks: ReadonlyMap<Period, boolean>,
  ): { answer: Answer; replaced: KnownReading[]; old: KnownReading | null; late: boolean } {
    const ofPeriod = ofMeter.filter(({ period }) => period === group.period);
    const late = valuesIn(group).source !== 'billing' && locks.get(group.period) === true;
    const standing = ofPeriod.filter(({ state }) => stands(state));
    // Late ones wait beside the one that stands and leave it where it is; the last of them is the one that waits.
    const waiting = late ? ofPeriod.filter(({ state }) => state === 'late') : [];
    const replaced = late ? waiting : standing;
    for (const old of [...standing, ...waiting]) {
      const answer = meet(group, old);
      if (answer !== 'replaces') return { answer, replaced, old, late };
    }
    return { answer: replaced.length > 0 ? 'replaces' : 'new', replaced, old: null, late };
  }

  /** M1, M2: the import is not bound by them, and the office looks at what breaks them. */
  function reportFalls({ meter, period, rows }: Group, findings: readonly Problem[]): void {
    for (const problem of findings) {
      if (problem.code !== 'below_previous' && problem.code !== 'above_next') continue;
      const face = meter.registers.find(({ code }) => code === problem.register);
      const row = rows.get(problem.register);
      if (!face || !row) continue;
      const shown = (value: number) => formatQuantity(value, face.decimals);
      const { account, serial } = row.values;
      run.report({
        line: row.line,
        account,
        serial,
        register: problem.register,
        ...(problem.code === 'below_previous'
          ? {
              period,
              value: shown(row.value),
              previousPeriod: problem.previousPeriod,
              previous: shown(problem.previous),
            }
          : {
              period: problem.nextPeriod,
              value: shown(problem.next),
              previousPeriod: period,
              previous: shown(row.value),
            }),
      });
    }
  }

  function newReading(group: Group, { history, version, supersedes, batch, late }: Place): ReadingIn {
    const { meter, period } = group;
    const { values: said, building } = firstOf(group);
    const { takenOn, kind, source } = said;
    const values = valuesOf(group.rows);
    const capture = captureOn(takenOn);
    const { findings } = checkReading({
      meter: toMeterToCheck(meter, meter.registers),
      period,
      values,
      claims: noClaims,
      history,
      capture,
      locked: false,
      source: 'billing',
      // The window does not bind it (W5), nor do the months in which there is another one.
      ...policyOf(company, { building, service: meter.service }, []),
    });
    const at = toInstant(run.now);
    // M1 and M2 speak of actual readings; an estimate is not held against them.
    const problems: Problem[] = kind === 'actual' ? findings.map(({ problem }) => problem) : [];
    if (late) problems.push({ code: 'period_locked', period });
    return {
      id: v7(),
      account_id: meter.account_id,
      version,
      meter_id: meter.id,
      period,
      register_values: JSON.stringify(values),
      kind,
      source,
      state: source === 'billing' ? 'billed' : late ? 'late' : 'accepted',
      ...captureColumns(capture),
      received_at: at,
      changed_at: at,
      supersedes,
      findings: JSON.stringify(problems),
      rollover: 0,
      // What billing does not have yet is still to be exported.
      batch_id: source === 'billing' ? batch : null,
    };
  }

  return {
    take,
    async finish() {
      groups.refuseRest();
    },
  };
}

/** How a reading of the file stands to one that stands, or is late, for its meter and period. */
function meet(group: Group, old: KnownReading): Exclude<Answer, 'new'> {
  const { meter, rows } = group;
  const { kind } = valuesIn(group);
  const values = JSON.parse(old.register_values) as RegisterValues;
  const same = sameValues(values, valuesOf(rows));
  if (same && (old.kind === kind || kind === 'estimate')) return 'unchanged';
  if (kind === 'estimate' && old.kind === 'actual') return { code: 'actual_stands' };
  if (old.state === 'billed') return { code: 'reading_billed' };
  const byResident = old.source === 'resident' || old.source === 'kiosk';
  if (!byResident || old.kind === 'estimate') {
    // Only an export puts into a batch what is not billed: billing works with it now, and will answer about it.
    return old.batch_id === null ? 'replaces' : { code: 'reading_exported' };
  }
  const standing = meter.registers
    .map(({ code, decimals }) => `${code} ${formatQuantity(values[code] ?? 0, decimals)}`)
    .join(', ');
  return { code: 'reading_differs', source: old.source, standing };
}

/** What all rows of a reading say alike. */
const valuesIn = (group: Group): Row['values'] => firstOf(group).values;

const firstOf = ({ rows }: Group): Row => rows.values().next().value as Row;

function valuesOf(rows: Group['rows']): Partial<Record<RegisterCode, number>> {
  return Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { value }]) => [code, value]));
}

/** A day without a time: any moment of it, noon at best. */
function dayAsInterval(day: Day, timeZone: string): CaptureInterval {
  const date = Temporal.PlainDate.from(day);
  const startOf = (plain: Temporal.PlainDate) => plain.toZonedDateTime(timeZone).epochMilliseconds;
  return { earliest: startOf(date), best: noonOf(day, timeZone), latest: startOf(date.add({ days: 1 })) };
}
