import { parse } from 'csv-parse';
import { FileRefused } from './problems.ts';

/** A file that can be read more than once: a first time for its encoding, and again where a transaction starts over. */
export interface ImportFile {
  open(): AsyncIterable<Uint8Array>;
}

export type Encoding = 'utf-8' | 'windows-1251';

export interface CsvRow {
  /** Counted from 1; where the row begins. */
  line: number;
  cells: readonly string[];
}

/** Beyond this many characters a row is a forgotten quotation mark rather than a row. */
const longestRow = 65_536;
const rowsAtOnce = 1000;

const delimiters = [';', '\t', ','] as const;

/** By content: whatever is not UTF-8 is taken for windows-1251, in which every text is valid. */
export async function detectEncoding(file: ImportFile): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  for await (const bytes of file.open()) {
    if (bytes.includes(0)) throw new FileRefused('not_text', 'the file is not a text (XLSX and UTF-16 are not read)');
    if (valid) valid = isValid(decoder, bytes);
  }
  return valid && isValid(decoder) ? 'utf-8' : 'windows-1251';
}

/**
 * The rows of a CSV file (RFC 4180, with `;`, `,` or tab), up to a thousand at once; the first one is the header.
 * The separator is the one that shows most of the `known` column names. Throws FileRefused where quoting breaks.
 */
export async function* readCsv(
  file: ImportFile,
  encoding: Encoding,
  known: ReadonlySet<string>,
): AsyncGenerator<CsvRow[]> {
  let rows: CsvRow[] = [];
  let parser: Feed | null = null;
  let head = '';
  for await (const text of decode(file, encoding)) {
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

/** Text in chunks, without a byte order mark and with LF as the only line end. */
async function* decode(file: ImportFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let held = '';
  for await (const bytes of file.open()) {
    const text = held + decoder.decode(bytes, { stream: true });
    // A CR at the end may be the first half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield toLf(held ? text.slice(0, -1) : text);
  }
  yield toLf(held + decoder.decode());
}

const toLf = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

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

function isValid(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
