import { type SheetColumn, writeWorkbook } from '../tables/workbook-writer.ts';
import { type ReadingOutRow, readingsOutColumns } from './readings-out-file.ts';

const numbers: ReadonlySet<string> = new Set(['previous', 'value', 'consumption']);
const wide: Readonly<Record<string, number>> = { batch: 38, holder: 28, address: 34, capturedAt: 25, receivedAt: 25 };

const columns: readonly SheetColumn[] = readingsOutColumns.map((name) => ({
  name,
  form: numbers.has(name) ? 'number' : 'text',
  width: wide[name] ?? 14,
}));

/** The readings of a batch as a workbook: the same columns as the other forms. */
export const readingsWorkbook = (rows: AsyncIterable<readonly ReadingOutRow[]>): AsyncGenerator<Uint8Array> =>
  writeWorkbook({ sheet: 'Readings', columns }, cellsOf(rows));

async function* cellsOf(rows: AsyncIterable<readonly ReadingOutRow[]>): AsyncGenerator<string[][]> {
  for await (const some of rows) yield some.map((row) => readingsOutColumns.map((column) => row[column]));
}
