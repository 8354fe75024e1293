import { stringify } from 'csv-stringify/sync';
import { neutralise } from '../../shared/formula.ts';

export const readingsOutColumns = [
  'batch',
  'account',
  'holder',
  'address',
  'service',
  'serial',
  'register',
  'period',
  'previous',
  'value',
  'consumption',
  'unit',
  'capturedAt',
  'receivedAt',
  'source',
  'flags',
] as const;

export type ReadingOutRow = Readonly<Record<(typeof readingsOutColumns)[number], string>>;

export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** How the file is written; CSV with commas and points unless something else is wanted. */
export interface FileFormat {
  json?: boolean | undefined;
  separator?: keyof typeof separators | undefined;
  /** Begins with a byte order mark, by which Excel knows UTF-8. */
  bom?: boolean | undefined;
  /** Excel in Latvian or Russian takes `12.05` for a day in May. */
  decimalComma?: boolean | undefined;
}

/** The pieces of a file, in their order. */
interface FileWriter {
  start(): string;
  rows(rows: readonly ReadingOutRow[]): string;
  end(): string;
}

export const fileWriter = (format: FileFormat): FileWriter => (format.json ? jsonWriter() : csvWriter(format));

const quantities: ReadonlySet<string> = new Set(['previous', 'value', 'consumption']);

/** RFC 4180 in UTF-8. Texts that a spreadsheet would run are neutralised. */
function csvWriter({ separator = 'comma', bom = false, decimalComma = false }: FileFormat): FileWriter {
  const toCsv = (rows: readonly string[][]): string =>
    stringify(rows as string[][], { delimiter: separators[separator], record_delimiter: '\r\n' });
  return {
    start: () => (bom ? '\ufeff' : '') + toCsv([[...readingsOutColumns]]),
    rows: (rows) =>
      toCsv(
        rows.map((row) =>
          readingsOutColumns.map((column) => {
            if (!quantities.has(column)) return neutralise(row[column]);
            return decimalComma ? row[column].replace('.', ',') : row[column];
          }),
        ),
      ),
    end: () => '',
  };
}

/** RFC 8259: a list of objects, one on each line. Quantities are texts, because numbers of JSON lose decimals. */
function jsonWriter(): FileWriter {
  let written = 0;
  return {
    start: () => '[',
    rows: (rows) => rows.map((row) => `${written++ === 0 ? '' : ','}\n${JSON.stringify(row)}`).join(''),
    end: () => '\n]\n',
  };
}
