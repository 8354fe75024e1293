import { FileRefused, type RowProblem } from './problems.ts';

/** What a cell is, where the file tells: a workbook's number or day is in our own form already. */
export type CellForm = 'text' | 'number' | 'day' | 'month';

export interface CsvRow {
  /** Counted from 1; where the row begins. */
  line: number;
  cells: readonly string[];
  /** By the cell's place; without it all are texts. */
  forms?: readonly CellForm[] | undefined;
  /** Cells that nothing can be read from, by their place. */
  broken?: ReadonlyMap<number, RowProblem> | undefined;
  /** Under a profile: the file's own name of the column that a field comes from. */
  own?: ((field: string) => string) | undefined;
  /** Under a profile: the row above that says what this one has in common with others. */
  heading?: CsvRow | undefined;
}

/** A row without a quotation mark: parted when it is read, and again if it is refused, so that those that wait take little memory. */
class PlainRow implements CsvRow {
  readonly line: number;
  readonly #text: string;
  readonly #separator: string;

  constructor(line: number, text: string, separator: string) {
    this.line = line;
    this.#text = text;
    this.#separator = separator;
  }

  get cells(): readonly string[] {
    return this.#text.split(this.#separator);
  }
}

/** Beyond this many characters a row is a forgotten quotation mark rather than a row. */
export const longestRow = 65_536;
export const rowsAtOnce = 1000;

const delimiters = [';', '\t', ','] as const;

/** What is known of a CSV file beforehand. */
export interface CsvForm {
  separator?: string | null;
  /** Lines of any content before the first row. */
  skipLines?: number;
}

/**
 * The rows of a CSV file (RFC 4180, with `;`, `,` or tab), about a thousand at once; the first one is the header.
 * The separator is the one that shows most of the `known` column names, unless it is named. Throws FileRefused where
 * quoting breaks.
 *
 * Read by our own few lines: of the packages that name what is wrong with a quotation mark csv-parse takes seven times as
 * long, and the wide rows of bills are most of what an import does. The tests hold it against csv-parse.
 */
export async function* readCsv(
  chunks: AsyncIterable<string>,
  known: ReadonlySet<string>,
  { separator = null, skipLines = 0 }: CsvForm = {},
): AsyncGenerator<CsvRow[]> {
  let reader: LineReader | null = null;
  let rest = '';
  const begin = (first: string): LineReader => readLines(separator ?? separatorOf(first, known), skipLines);
  for await (const chunk of skipLines > 0 ? afterLines(chunks, skipLines) : chunks) {
    const text = rest + chunk;
    const first = reader ? null : /^\n*([^\n]+)\n/.exec(text)?.[1];
    if (first !== null && first !== undefined) reader = begin(first);
    const end = reader ? text.lastIndexOf('\n') + 1 : 0;
    reader?.take(text.slice(0, end));
    rest = text.slice(end);
    if (rest.length > longestRow) {
      throw reader ? reader.tooLong() : new FileRefused('not_text', 'the first line has no end');
    }
    if (reader && reader.rows.length >= rowsAtOnce) yield reader.rows.splice(0);
  }
  reader ??= begin(rest.trim());
  if (rest !== '') reader.take(`${rest}\n`);
  reader.end();
  if (reader.rows.length > 0) yield reader.rows;
}

/** The text after so many lines, whatever they hold. */
async function* afterLines(chunks: AsyncIterable<string>, lines: number): AsyncGenerator<string> {
  let left = lines;
  for await (const chunk of chunks) {
    let from = 0;
    for (; left > 0; left--) {
      const end = chunk.indexOf('\n', from);
      if (end < 0) break;
      from = end + 1;
    }
    if (left === 0) yield chunk.slice(from);
  }
}

export function separatorOf(header: string, known: ReadonlySet<string>): string {
  const score = (delimiter: string): number => {
    const names = header.split(delimiter).map((name) => columnName(name.trim().replace(/^"|"$/g, '')));
    return names.filter((name) => known.has(name)).length + names.length / 1000;
  };
  return delimiters.reduce((best, delimiter) => (score(delimiter) > score(best) ? delimiter : best));
}

/** Column names are matched without regard to case and outer spaces. */
export const columnName = (cell: string): string => cell.trim().toLowerCase();

interface LineReader {
  /** The rows that are whole, for the caller to take away. */
  rows: CsvRow[];
  /** Whole lines, each with its end. */
  take(text: string): void;
  /** What a line without an end in sight means here. */
  tooLong(): FileRefused;
  end(): void;
}

function readLines(separator: string, linesBefore: number): LineReader {
  const rows: CsvRow[] = [];
  let line = linesBefore;
  let firstLine = 0;
  let cells: string[] = [];
  /** The text so far of a quoted cell that goes on in the next line. */
  let quoted: string | null = null;

  const quoteOpen = (): FileRefused =>
    new FileRefused('quote_open', 'a quotation mark is opened here and never closed', firstLine);
  const misplaced = (): FileRefused =>
    new FileRefused('quote_misplaced', 'a quotation mark stands in the middle of a cell', line);

  function takeQuotedLine(text: string): void {
    for (let at = 0; ; at++) {
      if (quoted === null && text[at] !== '"') {
        const next = text.indexOf(separator, at);
        const cell = text.slice(at, next < 0 ? text.length : next);
        if (cell.includes('"')) throw misplaced();
        cells.push(cell);
        at += cell.length;
      } else {
        let from = quoted === null ? at + 1 : at;
        quoted ??= '';
        for (;;) {
          const mark = text.indexOf('"', from);
          if (mark < 0) {
            quoted += `${text.slice(from)}\n`;
            if (quoted.length > longestRow) throw quoteOpen();
            return;
          }
          const isDoubled = text[mark + 1] === '"';
          quoted += text.slice(from, isDoubled ? mark + 1 : mark);
          from = mark + 2;
          at = mark + 1;
          if (!isDoubled) break;
        }
        cells.push(quoted);
        quoted = null;
      }
      if (at === text.length) break;
      if (text[at] !== separator) throw misplaced();
    }
    rows.push({ line: firstLine, cells });
    cells = [];
  }

  return {
    rows,
    take(text) {
      const hasQuotes = quoted !== null || text.includes('"');
      for (let from = 0; from < text.length; ) {
        const to = text.indexOf('\n', from);
        const one = text.slice(from, to);
        from = to + 1;
        line++;
        if (quoted === null) {
          if (one === '') continue;
          firstLine = line;
        }
        if (one.length > longestRow) throw this.tooLong();
        if (hasQuotes && (quoted !== null || one.includes('"'))) takeQuotedLine(one);
        else rows.push(new PlainRow(line, one, separator));
      }
    },
    tooLong: () =>
      quoted === null ? new FileRefused('row_too_long', 'a row has no end', Math.max(line, 1)) : quoteOpen(),
    end() {
      if (quoted !== null) throw quoteOpen();
    },
  };
}
