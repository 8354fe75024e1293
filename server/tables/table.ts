import type { Cells, Columns } from './columns.ts';
import { type CsvRow, columnName } from './csv-reader.ts';
import { type CellProblem, FileRefused, type RowProblem } from './problems.ts';

/** A row whose cells are read; its meaning is for the importer to judge. */
export interface TableRow<C extends Columns> extends CsvRow {
  values: Cells<C>;
  /** The row as it stands in the file. */
  source: CsvRow;
}

class ReadRow<C extends Columns> implements TableRow<C> {
  readonly source: CsvRow;
  readonly values: Cells<C>;

  constructor(source: CsvRow, values: Cells<C>) {
    this.source = source;
    this.values = values;
  }

  get line(): number {
    return this.source.line;
  }

  get cells(): readonly string[] {
    return this.source.cells;
  }

  get forms(): CsvRow['forms'] {
    return this.source.forms;
  }

  own(field: string): string {
    return this.source.own?.(field) ?? field;
  }

  get heading(): CsvRow | undefined {
    return this.source.heading;
  }
}

/** A row with broken cells, and whatever could be read of it. */
export interface BrokenRow<C extends Columns> extends CsvRow {
  values: Partial<Cells<C>>;
  problems: CellProblem[];
}

/** What a profile makes of a row: our own columns in the order of the header, and what is wrong with some. */
export interface MappedCells {
  cells: readonly string[];
  problems: ReadonlyMap<string, RowProblem>;
  /** What the file says of the row as a whole. */
  whole: RowProblem | null;
}

export interface Header<C extends Columns> {
  read(row: CsvRow, mapped?: MappedCells): TableRow<C> | BrokenRow<C>;
  /** Columns of the file that mean nothing to us. */
  ignored: string[];
  /** The column names as the file writes them. */
  names: readonly string[];
}

export const isBroken = <C extends Columns>(row: TableRow<C> | BrokenRow<C>): row is BrokenRow<C> => 'problems' in row;

/** Matches the header of a file with the columns of its kind. Throws FileRefused naming what is missing or double. */
export function readHeader<C extends Columns>(columns: C, { line, cells }: CsvRow): Header<C> {
  const found = cells.map(columnName);
  const names = Object.keys(columns) as (keyof C & string)[];
  const missing = names.filter((name) => columns[name]?.presence !== 'optional' && !found.includes(columnName(name)));
  if (missing.length > 0) {
    throw new FileRefused('column_missing', `the file has no column ${missing.join(', ')}`, line);
  }
  const double = names.find((name) => found.indexOf(columnName(name)) !== found.lastIndexOf(columnName(name)));
  if (double !== undefined) throw new FileRefused('column_double', `the file has the column ${double} twice`, line);

  // Of rows that stand together most cells say what the row before said: they are read once.
  const places = names
    .map((name) => ({
      name,
      column: columns[name] as C[keyof C],
      at: found.indexOf(columnName(name)),
      cell: null as string | null,
      value: undefined as unknown,
    }))
    .filter(({ at }) => at >= 0);
  const known = new Set(names.map(columnName));
  const nothing: Partial<Record<string, unknown>> = Object.fromEntries(places.map(({ name }) => [name, undefined]));

  return {
    names: cells,
    ignored: cells.filter((cell) => !known.has(columnName(cell))),
    read(row, mapped) {
      // Parted once.
      const { line: rowLine, cells: fileCells } = row;
      const rowCells = mapped?.cells ?? fileCells;
      // A copy of all names is quicker than adding one after the other.
      const values = { ...nothing };
      const problems: CellProblem[] = [];
      const difference = rowCells.length - cells.length;
      const rest = { expected: cells.length, found: rowCells.length };
      if (mapped?.whole) problems.push({ column: null, problem: mapped.whole });
      if (difference < 0) problems.push({ column: null, problem: { code: 'cells_missing', ...rest } });
      else if (difference > 0 && rowCells.slice(cells.length).some((cell) => cell.trim() !== '')) {
        problems.push({ column: null, problem: { code: 'cells_surplus', ...rest } });
      }
      // Where a file was cut the last cell may be half of one: what it says is not taken, whatever is wrong with it is named.
      const cut = difference < 0 ? rowCells.length - 1 : -1;
      for (const place of places) {
        const { name, column, at } = place;
        const asWritten = rowCells[at];
        // Already named as a row that is too short.
        if (asWritten === undefined) continue;
        const broken = mapped ? mapped.problems.get(name) : row.broken?.get(at);
        if (broken) {
          problems.push({ column: name, problem: broken });
          continue;
        }
        if (asWritten === place.cell && at !== cut) {
          values[name] = place.value;
          continue;
        }
        const cell = asWritten.trim();
        if (cell === '') {
          if (column.presence === 'required') problems.push({ column: name, problem: { code: 'cell_empty' } });
          else values[name] = null;
          continue;
        }
        const read = column.parse(cell);
        if (!read.ok) {
          problems.push({ column: name, problem: read.problem });
          continue;
        }
        if (at === cut) continue;
        place.cell = asWritten;
        place.value = read.value;
        values[name] = read.value;
      }
      if (problems.length === 0) return new ReadRow(row, values as Cells<C>);
      return {
        line: rowLine,
        cells: fileCells,
        values: values as Partial<Cells<C>>,
        problems,
        ...(row.forms && { forms: row.forms }),
        ...(row.own && { own: (field) => row.own?.(field) ?? field, heading: row.heading }),
      };
    },
  };
}

/** No file of billing is wider; a sheet with a forgotten cell far to the right is. */
export const mostColumns = 1000;

export function refuseTooWide(cells: readonly string[], line: number): void {
  if (cells.length > mostColumns) throw tooWide(line);
}

export const tooWide = (line: number): FileRefused =>
  new FileRefused('too_many_columns', `the file has more than ${mostColumns} columns`, line);

/** The problems of a row, by the names that the file itself gives its columns. */
export const byOwnColumns = (row: CsvRow, problems: readonly CellProblem[]): readonly CellProblem[] =>
  row.own
    ? problems.map(({ column, problem }) => ({
        column: column === null ? null : (row.own?.(column) ?? column),
        problem,
      }))
    : problems;
