import { type BatchId, isUuid, type MeterId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Writer } from '../db/tables.ts';
import type { RowProblem } from '../tables/problems.ts';
import { type BrokenRow, isBroken, type TableRow } from '../tables/table.ts';
import { meterFinder } from './find-meter.ts';
import { type AcknowledgementRow, acknowledgementColumns } from './household-columns.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { digestOf } from './named-again.ts';
import { batchById, changeState, readingsInBatches } from './queries.ts';
import { collectRegisters, type RegisterGroup } from './register-groups.ts';

type Columns = typeof acknowledgementColumns;
type Row = TableRow<Columns>;
type Group = RegisterGroup<Row>;
type Exported = Awaited<ReturnType<typeof readingsInBatches>>[number];

/**
 * What billing made of an exported batch. A reading is billed when billing took all its registers; one that was refused
 * is refused with billing's reason. What is billed stays billed (I9). The same answer again, in this file or another,
 * changes nothing; answers that contradict each other are refused, all of them.
 */
export function importAcknowledgement(options: ImportOptions): Promise<ImportReport> {
  return runImport('acknowledgement', acknowledgementColumns, options, start);
}

function start(run: Run): Importer<Columns> {
  const batches = new Map<BatchId, boolean>();
  const answers = collectAnswers();
  const groups = collectRegisters<Row>(run, { says: ({ values }) => saidOf(values), passesRepeated: true });

  async function isExport(id: BatchId): Promise<boolean> {
    const known = batches.get(id);
    if (known !== undefined) return known;
    const found = isUuid(id) && (await batchById(run.reader, id))?.kind === 'readings-out';
    batches.set(id, found);
    return found;
  }

  async function take(rows: readonly Row[]): Promise<void> {
    const find = await meterFinder(
      run.reader,
      rows.map(({ values }) => values),
    );
    const whole: Group[] = [];
    for (const row of rows) {
      const { batch, register, period } = row.values;
      const found = find(row.values);
      if (!(await isExport(batch))) run.refuse(row, [{ column: 'batch', problem: { code: 'batch_unknown' } }]);
      else if (!found.ok) run.refuse(row, [found]);
      else {
        const place = { meter: found.meter, period, register, scope: batch };
        const otherLine = answers.lineThatContradicts(row);
        if (otherLine !== null) {
          run.refuse(row, [{ column: 'state', problem: { code: 'contradicts_row', otherLine } }]);
          groups.spoil(row, place);
          continue;
        }
        const group = groups.add(row, place);
        if (group) whole.push(group);
      }
    }
    await run.inSlices(whole, enter);
  }

  async function enter(tx: Writer, whole: readonly Group[]): Promise<void> {
    const versions = await lockForVersions(
      tx,
      whole.map(({ meter }) => meter.account_id),
    );
    const found = await readingsInBatches(
      tx,
      [...new Set(whole.map(({ meter }) => meter.id))],
      [...new Set(whole.map(({ scope }) => scope))],
    );
    const knownAs = await run.known(
      tx,
      'readings',
      found.map(({ id }) => ({ id, batch_id: null })),
    );
    const readings = new Map(found.map((one) => [placeOf(one.batch_id, one.meter_id, one.period), one]));
    const at = toInstant(run.now);
    for (const { meter, period, scope, rows } of whole) {
      const reading = readings.get(placeOf(scope, meter.id, period));
      const answer = answerOf([...rows.values()]);
      const problem = objection(reading, answer, [...rows.keys()]);
      if (problem || !reading) {
        const refusal = { column: null, problem: problem ?? { code: 'reading_unknown' as const } };
        for (const row of rows.values()) run.refuse(row, [refusal]);
        continue;
      }
      // What the office wrote for the resident outlives the billing.
      const reason = answer.state === 'billed' ? reading.reason : answer.reason;
      // I9: beside what billing had billed, an adjustment does not stand for the month.
      const state = reading.state === 'late' && answer.state === 'billed' ? 'late' : answer.state;
      const isSame = reading.state === state && reading.reason === reason;
      run.count(isSame ? knownAs(reading.id) : 'changed', firstOf(rows));
      if (isSame) continue;
      await run.batch(tx);
      const { id, account_id: account } = reading;
      const version = versions.next(account);
      const before = { state: reading.state, reason: reading.reason };
      await changeState(tx, { id, version, at, state, reason });
      await run.note(tx, [{ kind: 'readings', id, account, before, version }]);
    }
    await versions.write();
  }

  return {
    foresee: answers.foresee,
    take,
    async finish() {
      groups.refuseRest();
    },
  };
}

/**
 * What each register is said to have become, over the whole file: where two rows disagree nobody knows which of them is
 * meant, and the first one must not be billed before the second is seen.
 */
function collectAnswers() {
  interface Said {
    service: string | null;
    said: string;
    line: number;
    /** The first line that says something else. */
    otherLine: number | null;
  }
  const answers = new Map<string, Said[]>();
  const keyOf = ({ batch, account, serial, register, period }: AcknowledgementRow): string =>
    [batch, account, serial, register, period].join('\n');
  // A row without the service may mean any meter with that serial number.
  const find = (values: AcknowledgementRow): Said | undefined =>
    answers
      .get(keyOf(values))
      ?.find(({ service }) => service === null || !values.service || service === values.service);

  return {
    foresee(rows: readonly (Row | BrokenRow<Columns>)[]): void {
      for (const row of rows) {
        if (isBroken(row)) continue;
        const { values, line } = row;
        const known = find(values);
        const said = saidOf(values);
        if (!known) {
          const key = keyOf(values);
          const answer = { service: values.service ?? null, said, line, otherLine: null };
          answers.set(key, [...(answers.get(key) ?? []), answer]);
        } else if (known.said !== said) known.otherLine ??= line;
      }
    },
    lineThatContradicts({ values }: Row): number | null {
      const known = find(values);
      if (!known || known.otherLine === null) return null;
      return known.said === saidOf(values) ? known.otherLine : known.line;
    },
  };
}

/** A digest, because one of every row stays in memory. */
const saidOf = ({ state, reason }: AcknowledgementRow): string => digestOf(`${state} ${reason ?? ''}`);

const firstOf = (rows: ReadonlyMap<unknown, Row>): Row => [...rows.values()][0] as Row;

const placeOf = (batch: BatchId | null, meter: MeterId, period: Period): string => `${batch}\n${meter}\n${period}`;

interface Answer {
  state: 'billed' | 'refused';
  reason: string | null;
}

/** One refused register refuses the reading: the registers of a meter go together (V4). */
function answerOf(rows: readonly Row[]): Answer {
  const refused = rows.filter(({ values }) => values.state === 'refused');
  if (refused.length === 0) return { state: 'billed', reason: null };
  const reasons = new Set(refused.map(({ values }) => values.reason ?? '').filter((reason) => reason !== ''));
  return { state: 'refused', reason: [...reasons].join('; ') || null };
}

/** Why billing's answer cannot be entered. */
function objection(reading: Exported | undefined, answer: Answer, codes: readonly string[]): RowProblem | null {
  if (!reading) return { code: 'reading_unknown' };
  const values = JSON.parse(reading.register_values) as RegisterValues;
  if (Object.keys(values).length !== codes.length) return { code: 'reading_unknown' };
  // Of what is late only adjustments are ever in a batch.
  if (reading.state === 'accepted' || reading.state === 'late' || reading.state === answer.state) return null;
  if (reading.state === 'billed') return { code: 'reading_billed' };
  return { code: 'reading_not_current', state: reading.state };
}
