import { stringify } from 'csv-stringify/sync';
import { neutralise, restore } from '../../shared/formula.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import type { CellForm } from '../tables/csv-reader.ts';
import type { RefusedRow } from '../tables/problems.ts';
import type { Container } from '../tables/sniff.ts';
import { type SheetCells, writeWorkbook } from '../tables/workbook-writer.ts';
import type { ImportReport } from './import-run.ts';
import { plainWords, type RefusedWords } from './refused-words.ts';

export interface RefusedFile {
  extension: 'csv' | 'xlsx';
  /** In pieces. */
  bytes: AsyncIterable<Uint8Array>;
}

type Refused = Pick<ImportReport, 'header' | 'refused'>;

/**
 * The refused rows as they stood in the file, with one more column that says why: to be put right and imported again, by the same
 * profile if there was one. From a workbook comes a workbook, in which days and numbers are what they were.
 */
export function refusedFile(
  report: Refused,
  {
    container,
    profile = null,
    words = plainWords,
  }: { container: Container; profile?: MappingProfile | null; words?: RefusedWords },
): RefusedFile {
  return container === 'xlsx'
    ? { extension: 'xlsx', bytes: asWorkbook(report, profile, words) }
    : { extension: 'csv', bytes: asBytes(refusedCsv(report, profile, words)) };
}

/** The same as CSV, in UTF-8. */
export function refusedCsv(
  { header, refused }: Refused,
  profile: MappingProfile | null = null,
  words = plainWords,
): string {
  const titles = Array.from({ length: profile?.skipRows ?? 0 }, () => ['']);
  const head = profile && !profile.header ? [] : [[...header.map(safe), words.heading]];
  const rows = rowsOf(refused, words).map(({ cells, error }) => {
    const width = Math.max(header.length, cells.length);
    return [
      ...Array.from({ length: width }, (_, at) => safe(cells[at] ?? '')),
      ...(error === null ? [] : [neutralise(error)]),
    ];
  });
  return `\ufeff${stringify([...titles, ...head, ...rows], {
    record_delimiter: '\r\n',
    delimiter: profile?.separator ?? ',',
  })}`;
}

interface Row {
  cells: readonly string[];
  forms: readonly CellForm[] | undefined;
  /** Null for a heading, which is there because of the rows below it. */
  error: string | null;
}

/** One for each row of the file, however many of ours it held, below the heading that it stood under. */
function rowsOf(refused: readonly RefusedRow[], words: RefusedWords): Row[] {
  const rows: Row[] = [];
  const byLine = new Map<number, { row: Row; errors: Set<string> }>();
  let above = '';
  for (const { line, cells, forms, heading, problems } of refused) {
    const errors = problems.map(({ column, problem }) => `${column ?? words.row}: ${words.problem(problem)}`);
    const before = byLine.get(line);
    if (before) {
      for (const error of errors) before.errors.add(error);
      before.row.error = [...before.errors].join('; ');
      continue;
    }
    if (heading && heading.join('\n') !== above) {
      above = heading.join('\n');
      rows.push({ cells: heading, forms: undefined, error: null });
    }
    const row = { cells, forms, error: errors.join('; ') };
    byLine.set(line, { row, errors: new Set(errors) });
    rows.push(row);
  }
  return rows;
}

async function* asWorkbook(
  { header, refused }: Refused,
  profile: MappingProfile | null,
  words: RefusedWords,
): AsyncGenerator<Uint8Array> {
  const columns = [...header.map(restore), words.heading].map((name) => ({ name, form: 'text' as const, width: 18 }));
  const width = Math.max(header.length, ...refused.map(({ cells }) => cells.length));
  const titles: SheetCells[] = Array.from({ length: profile?.skipRows ?? 0 }, () => []);
  const head: SheetCells[] = profile && !profile.header ? [] : [columns.map(({ name }) => name)];
  const rows = rowsOf(refused, words).map(({ cells, forms, error }) => [
    ...Array.from({ length: width }, (_, at) => ({ text: restore(cells[at] ?? ''), form: forms?.[at] ?? 'text' })),
    error ?? '',
  ]);
  // The first row that is not empty is the header, below as many lines as the profile leaves out.
  const sheet = { sheet: profile?.sheet ?? 'Refused', columns, header: titles.length === 0 && head.length > 0 };
  yield* writeWorkbook(sheet, inOne([...(sheet.header ? [] : [...titles, ...head]), ...rows]));
}

async function* inOne<T>(one: T): AsyncGenerator<T> {
  yield one;
}

async function* asBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Numbers stay as they are, other cells must not be run by a spreadsheet. */
const safe = (cell: string): string => (/^[+-]?[\d.,]+$/.test(cell) ? cell : neutralise(restore(cell)));
