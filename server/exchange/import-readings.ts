import { v7 } from 'uuid';
import type { CaptureInterval } from '../../shared/capture.ts';
import { checkReading } from '../../shared/check-reading.ts';
import { sameValues } from '../../shared/concurrent.ts';
import type { AccountId, BatchId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { RegisterCode, RegisterValues } from '../../shared/meter.ts';
import type { Day } from '../../shared/period.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Problem } from '../../shared/problem.ts';
import { formatQuantity, parseExactQuantity } from '../../shared/quantity.ts';
import { noClaims, type PastReading } from '../../shared/reading.ts';
import { localDay, noonOf } from '../../shared/window.ts';
import type { StoredMeter } from '../meters/queries.ts';
import { captureColumns, toPastReading } from '../readings/rows.ts';
import { readingColumns } from './columns.ts';
import { meterFinder } from './find-meter.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import type { RowProblem } from './problems.ts';
import { buildingsOf, changeState, insertReadings, type StandingReading, standingReadings } from './queries.ts';
import { collectRegisters, type RegisterGroup } from './register-groups.ts';
import type { TableRow } from './table.ts';
import { lockForVersions, type Versions } from './versions.ts';

type Columns = typeof readingColumns;
type Row = TableRow<Columns> & { value: number };
type Group = RegisterGroup<Row>;
type ReadingIn = Parameters<typeof insertReadings>[1][number];

/**
 * Readings from billing or from an older portal. They are not bound by M1, M2, U and W (W5): what they break is noted
 * with them, and falls (M1) are reported.
 * What billing itself read is billed with it; what is billed never changes (I9), and a resident's reading is not
 * overruled by a file.
 */
export function importReadings(options: ImportOptions): Promise<ImportReport> {
  return runImport('readings', readingColumns, options, start);
}

function start(run: Run): Importer<Columns> {
  const { tx, company } = run;
  const { timeZone } = company;
  const today = localDay(run.now, timeZone);
  const captures = new Map<Day, CaptureInterval>();

  /** Files name few days many times. */
  function captureOn(day: Day): CaptureInterval {
    const known = captures.get(day) ?? dayAsInterval(day, timeZone);
    captures.set(day, known);
    return known;
  }

  const groups = collectRegisters<Row>(run, {
    about: ({ values: { takenOn, kind, source } }) => `${takenOn} ${kind} ${source}`,
  });

  async function take(rows: readonly TableRow<Columns>[]): Promise<void> {
    const find = await meterFinder(
      tx,
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
        const group = groups.add({ ...row, value: parsed?.value ?? 0 }, { meter, period, register, scope: '' });
        if (group) whole.push(group);
      }
    }
    await enter(whole);
  }

  async function enter(whole: Group[]): Promise<void> {
    if (whole.length === 0) return;
    // Oldest first, so that each reading finds the ones before it.
    whole.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
    const accounts = [...new Set(whole.map(({ meter }) => meter.account_id))];
    const versions = await lockForVersions(tx, accounts);
    const buildings = await buildingsOf(tx, accounts);
    const standing = new Map<string, StandingReading[]>();
    for (const reading of await standingReadings(tx, [...new Set(whole.map(({ meter }) => meter.id))])) {
      const known = standing.get(reading.meter_id);
      if (known) known.push(reading);
      else standing.set(reading.meter_id, [reading]);
    }
    const added: ReadingIn[] = [];
    for (const group of whole) {
      const readings = standing.get(group.meter.id) ?? [];
      standing.set(group.meter.id, readings);
      const old = readings.find(({ period }) => period === group.period);
      const answer = old ? meet(group, old) : 'new';
      if (typeof answer === 'object') {
        for (const row of group.rows.values()) run.refuse(row, [{ column: 'value', problem: answer }]);
        continue;
      }
      run.count(answer === 'unchanged' ? 'unchanged' : answer === 'new' ? 'created' : 'changed');
      if (answer === 'unchanged') continue;
      const others = readings.filter((reading) => reading !== old);
      if (old) await setAside(old, group.meter.account_id, versions);
      const building = buildings.get(group.meter.account_id) ?? '';
      const row = newReading(group, others.map(toPastReading), building, versions, old?.id ?? null, await run.batch());
      standing.set(group.meter.id, [...others, row]);
      added.push(row);
      reportFalls(group, JSON.parse(row.findings) as Problem[]);
    }
    await insertReadings(tx, added);
    await versions.write();
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

  async function setAside({ id }: StandingReading, account: AccountId, versions: Versions): Promise<void> {
    const at = toInstant(run.now);
    await changeState(tx, { id, state: 'superseded', version: versions.next(account), at, reason: null });
  }

  function newReading(
    { meter, period, rows }: Group,
    history: PastReading[],
    building: string,
    versions: Versions,
    supersedes: string | null,
    batch: BatchId,
  ): ReadingIn {
    const { takenOn, kind, source } = (rows.values().next().value as Row).values;
    const values = valuesOf(rows);
    const capture = captureOn(takenOn);
    const { findings } = checkReading({
      meter: { ...aboutMeter(meter), registers: meter.registers },
      period,
      values,
      claims: noClaims,
      history,
      capture,
      locked: false,
      source: 'billing',
      ...policyOf(company, { building, service: meter.service }),
    });
    const at = toInstant(run.now);
    return {
      id: v7(),
      account_id: meter.account_id,
      version: versions.next(meter.account_id),
      meter_id: meter.id,
      period,
      register_values: JSON.stringify(values),
      kind,
      source,
      state: source === 'billing' ? 'billed' : 'accepted',
      ...captureColumns(capture),
      received_at: at,
      changed_at: at,
      supersedes,
      // M1 and M2 speak of actual readings; an estimate is not held against them.
      findings: JSON.stringify(kind === 'actual' ? findings.map(({ problem }) => problem) : []),
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

/** How a reading of the file stands to the one that stands for its meter and period. */
function meet({ meter, rows }: Group, old: StandingReading): 'unchanged' | 'replaces' | RowProblem {
  const { kind } = (rows.values().next().value as Row).values;
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

function valuesOf(rows: Group['rows']): Partial<Record<RegisterCode, number>> {
  return Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, { value }]) => [code, value]));
}

const aboutMeter = (meter: StoredMeter) => ({
  installedOn: meter.installed_on,
  verifiedUntil: meter.verified_until,
  retiredOn: meter.retired_on,
});

/** A day without a time: any moment of it, noon at best. */
function dayAsInterval(day: Day, timeZone: string): CaptureInterval {
  const date = Temporal.PlainDate.from(day);
  const startOf = (plain: Temporal.PlainDate) => plain.toZonedDateTime(timeZone).epochMilliseconds;
  return { earliest: startOf(date), best: noonOf(day, timeZone), latest: startOf(date.add({ days: 1 })) };
}
