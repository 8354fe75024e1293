import { parse } from 'csv-parse';
import { FileRefused } from './problems.ts';

export interface CsvRow {
  /** Counted from 1; where the row begins. */
  line: number;
  cells: readonly string[];
}

/** Beyond this many characters a row is a forgotten quotation mark rather than a row. */
export const longestRow = 65_536;
export const rowsAtOnce = 1000;

const delimiters = [';', '\t', ','] as const;

/**
 * The rows of a CSV file (RFC 4180, with `;`, `,` or tab), up to a thousand at once; the first one is the header.
 * The separator is the one that shows most of the `known` column names. Throws FileRefused where quoting breaks.
 */
export async function* readCsv(chunks: AsyncIterable<string>, known: ReadonlySet<string>): AsyncGenerator<CsvRow[]> {
  let rows: CsvRow[] = [];
  let parser: Feed | null = null;
  let head = '';
  for await (const text of chunks) {
    if (parser) await parser.write(text);
    else {
      head += text;
      const first = /^\n*([^\n]+)\n/.exec(head)?.[1];
      if (first === undefined) {
        if (head.length > longestRow) throw new FileRefused('not_text', 'the first line has no end');
        continue;
      }
      parser = startParser(separatorOf(first, known), (row) => rows.push(row));
      await parser.write(head);
    }
    for (; rows.length > rowsAtOnce; rows = rows.slice(rowsAtOnce)) yield rows.slice(0, rowsAtOnce);
  }
  if (!parser) {
    parser = startParser(separatorOf(head.trim(), known), (row) => rows.push(row));
    await parser.write(head);
  }
  await parser.end();
  if (rows.length > 0) yield rows;
}

function separatorOf(header: string, known: ReadonlySet<string>): string {
  const score = (delimiter: string): number => {
    const names = header.split(delimiter).map((name) => columnName(name.trim().replace(/^"|"$/g, '')));
    return names.filter((name) => known.has(name)).length + names.length / 1000;
  };
  return delimiters.reduce((best, delimiter) => (score(delimiter) > score(best) ? delimiter : best));
}

/** Column names are matched without regard to case and outer spaces. */
export const columnName = (cell: string): string => cell.trim().toLowerCase();

interface Feed {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

function startParser(delimiter: string, onRow: (row: CsvRow) => void): Feed {
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    // Rows are taken here and not through the stream, which would cost more than the parsing.
    on_record: (cells: string[], { lines }) => {
      onRow({ line: lines - cells.reduce((sum, cell) => sum + newlines(cell), 0), cells });
      return null;
    },
  });
  parser.resume();
  // The callbacks below report it.
  parser.on('error', () => {});
  const settle = (resolve: () => void, reject: (error: unknown) => void) => (error?: Error | null) =>
    error ? reject(broken(error)) : resolve();
  return {
    write: (text) => new Promise((resolve, reject) => parser.write(text, settle(resolve, reject))),
    end: () =>
      new Promise((resolve, reject) => {
        parser.once('error', (error) => reject(broken(error)));
        parser.once('end', resolve);
        parser.end();
      }),
  };
}

function broken(error: Error): unknown {
  const { code, lines } = error as Error & { code?: string; lines?: number };
  const line = typeof lines === 'number' ? lines : null;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new FileRefused('quote_open', 'a quotation mark is opened and never closed before this line', line);
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return new FileRefused('quote_misplaced', 'a quotation mark stands in the middle of a cell', line);
    default:
      return error;
  }
}

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}
