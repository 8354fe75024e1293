import type { Cells, Columns } from './columns.ts';
import { type CsvRow, columnName } from './csv-reader.ts';
import { type CellProblem, FileRefused } from './problems.ts';

/** A row whose cells are read; its meaning is for the importer to judge. */
export interface TableRow<C extends Columns> extends CsvRow {
  values: Cells<C>;
}

/** A row with broken cells, and whatever could be read of it. */
export interface BrokenRow<C extends Columns> extends CsvRow {
  values: Partial<Cells<C>>;
  problems: CellProblem[];
}

export interface Header<C extends Columns> {
  read(row: CsvRow): TableRow<C> | BrokenRow<C>;
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

  const places = names
    .map((name) => ({ name, column: columns[name] as C[keyof C], at: found.indexOf(columnName(name)) }))
    .filter(({ at }) => at >= 0);
  const known = new Set(names.map(columnName));

  return {
    names: cells,
    ignored: cells.filter((cell) => !known.has(columnName(cell))),
    read(row) {
      const values: Partial<Record<string, unknown>> = {};
      const problems: CellProblem[] = [];
      const difference = row.cells.length - cells.length;
      const rest = { expected: cells.length, found: row.cells.length };
      if (difference < 0) problems.push({ column: null, problem: { code: 'cells_missing', ...rest } });
      else if (row.cells.slice(cells.length).some((cell) => cell.trim() !== '')) {
        problems.push({ column: null, problem: { code: 'cells_surplus', ...rest } });
      }
      for (const { name, column, at } of places) {
        const cell = row.cells[at]?.trim();
        // Already named as a row that is too short.
        if (cell === undefined) continue;
        if (cell === '') {
          if (column.presence === 'required') problems.push({ column: name, problem: { code: 'cell_empty' } });
          else values[name] = null;
          continue;
        }
        const read = column.parse(cell);
        if (read.ok) values[name] = read.value;
        else problems.push({ column: name, problem: read.problem });
      }
      const { line: rowLine, cells: rowCells } = row;
      if (problems.length > 0) {
        return { line: rowLine, cells: rowCells, values: values as Partial<Cells<C>>, problems };
      }
      return { line: rowLine, cells: rowCells, values: values as Cells<C> };
    },
  };
}
