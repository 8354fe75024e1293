import type { Service } from '../../shared/meter.ts';
import type { RowProblem } from '../tables/problems.ts';
import { RowKeys } from '../tables/row-keys.ts';
import type { BrokenRow, TableRow } from '../tables/table.ts';
import type { MeterRow, meterColumns } from './household-columns.ts';
import type { Run } from './import-run.ts';
import { namedAgain } from './named-again.ts';

type Columns = typeof meterColumns;
export type MeterInFile = TableRow<Columns>;

/** The rows of one meter that stand together in the file. */
export interface MeterGroup {
  account: string;
  service: Service;
  serial: string;
  rows: MeterInFile[];
}

/**
 * Gathers the rows of a file into meters: the last meter of a chunk waits for the next chunk, so that it is whole.
 * Rows of one meter must stand together, and none is taken when another one is refused; but a row that says the same
 * again, or stands apart from the others, is refused alone.
 */
export function collectMeters(run: Run) {
  /** The line of each meter's first row. */
  const lines = new RowKeys();
  /** The line of a refused row. */
  const broken = new Map<string, number>();
  let open: MeterGroup | null = null;

  function refuse(
    group: MeterGroup,
    column: string,
    problem: RowProblem,
    culprit = group.rows[0] as MeterInFile,
  ): void {
    for (const row of group.rows) {
      if (row === culprit) run.refuse(row, [{ column, problem }]);
      else refusePart(row, culprit.line);
    }
    broken.set(keyOf(group), culprit.line);
  }

  const refusePart = (row: MeterInFile, otherLine: number): void =>
    run.refuse(row, [{ column: null, problem: { code: 'part_refused', otherLine } }]);

  /** Takes the row into the meter that is open, or opens one for it; answers with the one that is closed by that. */
  function add(row: MeterInFile): MeterGroup | null {
    const { account, service, serial, register } = row.values;
    const key = keyOf(row.values);
    const brokenLine = broken.get(key);
    const firstLine = lines.find(key)?.line;
    if (brokenLine !== undefined) refusePart(row, brokenLine);
    else if (firstLine === undefined) {
      const closed = open;
      lines.meet(key, row.line);
      open = { account, service, serial, rows: [row] };
      return closed;
    } else if (!open || keyOf(open) !== key) {
      run.refuse(row, [{ column: null, problem: { code: 'rows_apart', firstLine } }]);
    } else {
      const same = open.rows.find(({ values }) => values.register === register);
      const [first] = open.rows;
      if (same) {
        const before = { line: same.line, said: JSON.stringify(same.values) };
        const problem = namedAgain(register, before, JSON.stringify(row.values));
        run.refuse(row, [{ column: 'register', problem }]);
        // Nobody knows which of the two is meant.
        if (problem.code === 'named_twice') broken.set(key, row.line);
      } else if (first && aboutMeter(first.values) !== aboutMeter(row.values)) {
        run.refuse(row, [{ column: null, problem: { code: 'differs_from_row', firstLine } }]);
        broken.set(key, row.line);
      } else open.rows.push(row);
    }
    return null;
  }

  /** A closed group goes on, unless one of its rows is refused. */
  function whole(group: MeterGroup | null): MeterGroup[] {
    if (!group) return [];
    const brokenLine = broken.get(keyOf(group));
    if (brokenLine === undefined) return [group];
    for (const row of group.rows) refusePart(row, brokenLine);
    return [];
  }

  return {
    refuse,
    take: (rows: readonly MeterInFile[]): MeterGroup[] => rows.map(add).flatMap(whole),
    rest(): MeterGroup[] {
      const last = open;
      open = null;
      return whole(last);
    },
    broken({ line, values: { account, service, serial } }: BrokenRow<Columns>): void {
      if (account === undefined || service === undefined || serial === undefined) return;
      const key = keyOf({ account, service, serial });
      if (!broken.has(key)) broken.set(key, line);
    },
  };
}

const keyOf = ({ account, service, serial }: Pick<MeterRow, 'account' | 'service' | 'serial'>): string =>
  `${account}\n${service}\n${serial}`;

/** All that rows of one meter must agree on. */
function aboutMeter({ register: _r, digits: _d, decimals: _e, initial: _i, ...meter }: MeterRow): string {
  return JSON.stringify(meter);
}
