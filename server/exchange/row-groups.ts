import type { Columns } from '../tables/columns.ts';
import type { CsvRow } from '../tables/csv-reader.ts';
import type { CellProblem, RowProblem } from '../tables/problems.ts';
import { RowKeys } from '../tables/row-keys.ts';
import { type BrokenRow, isBroken, type TableRow } from '../tables/table.ts';
import type { Run } from './import-run.ts';

/** No bill has more lines; a column that says the same in every row must not fill the memory. */
const mostTogether = 1000;

/** The rows of one bill or of one month, in the order of the file. */
export type RowGroup<R> = readonly [R, ...R[]];

interface Open<R> {
  key: readonly [string, string];
  rows: R[];
  /** The line that keeps the group out. */
  spoiltBy: number | null;
  /** The line of the same group that does not stand beside this one. */
  apartFrom: number | null;
}

/** What the two columns say of a row; null where that cannot be read. */
type Named = readonly [string | null, string | null];

/**
 * Gathers the rows that stand together in the file and say the same in two columns. A group goes on when the next one begins,
 * so that it is whole; none does of which a row is refused. What is refused and cannot be told to be of another group counts
 * as part of the ones beside it.
 */
export function collectTogether<C extends Columns>(run: Run, columns: readonly [keyof C & string, keyof C & string]) {
  type R = TableRow<C>;
  const [first, second] = columns;
  const keys = new RowKeys();
  let foreseen = false;
  const broken: BrokenRow<C>[] = [];
  let open: Open<R> | null = null;
  let stray: { line: number; named: Named } | null = null;
  const done: RowGroup<R>[] = [];

  const keyOf = (row: R): readonly [string, string] => [row.values[first] as string, row.values[second] as string];
  const namedBy = ({ values }: BrokenRow<C>): Named => [
    (values[first] as string | undefined) ?? null,
    (values[second] as string | undefined) ?? null,
  ];
  const textOf = ([one, other]: readonly [string, string]): string => `${one}\n${other}`;
  const refuse = (row: R, problem: RowProblem): void => run.refuse(row, [{ column: null, problem }]);

  function close(): void {
    const rows = open?.rows;
    open = null;
    if (rows?.[0]) done.push(rows as unknown as RowGroup<R>);
  }

  function begin(key: readonly [string, string], line: number): Open<R> {
    close();
    const before = foreseen ? keys.find(textOf(key)) : keys.meet(textOf(key), line);
    // What was foreseen knows of a later part as well.
    const apartFrom = !before || before.line !== line ? (before?.line ?? null) : before.note || null;
    const spoiltBy = stray && fits(stray.named, key) ? stray.line : null;
    stray = null;
    open = { key, rows: [], spoiltBy, apartFrom };
    return open;
  }

  function spoil(group: Open<R>, line: number): void {
    group.spoiltBy ??= line;
    for (const row of group.rows.splice(0)) refuse(row, { code: 'part_refused', otherLine: line });
  }

  function addBroken(row: BrokenRow<C>): void {
    const named = namedBy(row);
    if (open && fits(named, open.key)) spoil(open, row.line);
    else if (isWhole(named)) spoil(begin(named, row.line), row.line);
    if (!isWhole(named)) stray = { line: row.line, named };
  }

  /** They are named before the rows of their chunk are taken, and stand between them. */
  function addBrokenBefore(line: number): void {
    const before = broken.findIndex((row) => row.line >= line);
    for (const row of broken.splice(0, before < 0 ? broken.length : before)) addBroken(row);
  }

  function add(row: R): void {
    if (broken.length > 0) addBrokenBefore(row.line);
    const key = keyOf(row);
    const group = open && fits(key, open.key) ? open : begin(key, row.line);
    stray = null;
    if (group.apartFrom !== null) refuse(row, { code: 'rows_apart', firstLine: group.apartFrom });
    else if (group.spoiltBy !== null) refuse(row, { code: 'part_refused', otherLine: group.spoiltBy });
    else if (group.rows.length === mostTogether) {
      refuse(row, { code: 'too_many_together', most: mostTogether });
      spoil(group, row.line);
    } else group.rows.push(row);
  }

  let foreseenKey = '';

  return {
    /** For groups that nothing else tells to be whole: finds those whose rows do not stand together. */
    foresee(rows: readonly (R | BrokenRow<C>)[]): void {
      foreseen = true;
      for (const row of rows) {
        const named = isBroken(row) ? namedBy(row) : keyOf(row);
        if (!isWhole(named) || textOf(named) === foreseenKey) continue;
        foreseenKey = textOf(named);
        if (keys.meet(foreseenKey, row.line)) keys.note(foreseenKey, row.line);
      }
    },
    /** The groups that are whole by now. */
    take(rows: readonly R[]): RowGroup<R>[] {
      for (const row of rows) add(row);
      addBrokenBefore(Number.POSITIVE_INFINITY);
      return done.splice(0);
    },
    broken: (row: BrokenRow<C>) => void broken.push(row),
    rest(): RowGroup<R>[] {
      close();
      return done.splice(0);
    },
  };
}

/** Keeps a whole group out: what is wrong with some of its rows, by which the others are refused too. */
export function refuseTogether(
  run: Run,
  group: readonly CsvRow[],
  problems: ReadonlyMap<CsvRow, readonly CellProblem[]>,
): void {
  const otherLine = group.find((row) => problems.has(row))?.line ?? 0;
  for (const row of group) {
    run.refuse(row, problems.get(row) ?? [{ column: null, problem: { code: 'part_refused', otherLine } }]);
  }
}

const isWhole = (named: Named): named is readonly [string, string] => named[0] !== null && named[1] !== null;

/** A part that cannot be read may be anything. */
const fits = ([one, other]: Named, key: readonly [string, string]): boolean =>
  (one === null || one === key[0]) && (other === null || other === key[1]);
