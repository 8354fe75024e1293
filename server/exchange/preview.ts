import { plainAmount } from '../../shared/amount.ts';
import type { Company } from '../../shared/company.ts';
import { exchangeFields } from '../../shared/exchange-fields.ts';
import type {
  FileProblem,
  GuessAnswer,
  Preview,
  PreviewInput,
  PreviewRow,
  ReadRow,
} from '../../shared/exchange-forms.ts';
import { restore } from '../../shared/formula.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import { longestRow, separatorOf } from '../tables/csv-reader.ts';
import type { Encoding } from '../tables/encoding.ts';
import { type ImportFile, readText } from '../tables/import-file.ts';
import { namesOf } from '../tables/map-rows.ts';
import { openRaw, openTable, type RawTable, type TableOptions } from '../tables/open-table.ts';
import { FileRefused } from '../tables/problems.ts';
import { sampleOf } from '../tables/sample.ts';
import { type BrokenRow, byOwnColumns, isBroken, type TableRow } from '../tables/table.ts';
import { columnsOf } from './columns-of.ts';
import { guessProfile, mostTitles } from './guess-profile.ts';
import type { UploadedFile } from './uploads.ts';

const previewRows = 30;

/**
 * The first rows of a file, as it has them and as they are read. Reads no more than its beginning, and of a long file in
 * letters of ASCII what it takes to find another one. What is wrong with the file is part of the answer.
 */
export async function previewUpload(
  file: UploadedFile,
  company: Company,
  { kind, profile, encoding }: Pick<PreviewInput, 'kind' | 'profile' | 'encoding'>,
): Promise<Preview> {
  const { id, name, size } = file.upload;
  const about = { upload: { id, name, size } };
  try {
    const options = await optionsOf(file, company, { profile, encoding });
    const raw = await openRaw(file, options);
    const shown = await firstRows(file, raw, profile);
    const described: NonNullable<Preview['file']> = {
      container: raw.container,
      encoding: raw.encoding,
      looksLike: raw.looksLike,
      separator:
        raw.container === 'csv' ? (profile?.separator ?? (await separatorIn(file, raw.encoding, profile))) : null,
      sheets: raw.sheets,
      formulas: raw.formulas(),
      rows: shown.rows,
    };
    if (shown.problem) return { ...about, file: described, read: null, problem: shown.problem };
    try {
      return { ...about, file: described, read: await readRows(file, company, { kind, options }), problem: null };
    } catch (error) {
      return { ...about, file: described, read: null, problem: problemIn(error) };
    }
  } catch (error) {
    return { ...about, file: null, read: null, problem: problemIn(error) };
  }
}

async function optionsOf(
  file: UploadedFile,
  { languages }: Pick<Company, 'languages'>,
  { profile, encoding }: { profile: MappingProfile | null; encoding: Encoding | null },
): Promise<TableOptions> {
  return { named: encoding ?? undefined, languages, profile, sample: await sampleOf(file) };
}

/** A proposal by the first rows. */
export async function guessUpload(
  file: UploadedFile,
  company: Company,
  { kind, encoding }: Pick<PreviewInput, 'kind' | 'encoding'>,
): Promise<GuessAnswer> {
  try {
    const { rows, problem } = await rowsToGuess(file, company, encoding);
    return problem ? { guess: null, problem } : { guess: guessProfile(rows, kind, company), problem: null };
  } catch (error) {
    return { guess: null, problem: problemIn(error) };
  }
}

/**
 * The first rows. A title may have signs in it that no row has: then those below it. Without any, what was wrong. Throws
 * FileRefused.
 */
export async function rowsToGuess(
  file: UploadedFile,
  company: Company,
  encoding: Encoding | null,
): Promise<{ rows: PreviewRow[]; problem: FileProblem | null }> {
  const options = await optionsOf(file, company, { profile: null, encoding });
  const empty = guessProfile([], 'accounts', company).profile;
  let problem: FileProblem | null = null;
  for (let skipRows = 0; skipRows <= mostTitles; skipRows++) {
    const raw = await openRaw(file, { ...options, profile: { ...empty, skipRows } });
    const found = await firstRows(file, raw, null);
    if (found.problem === null || found.rows.length > 1) return { rows: found.rows, problem: null };
    problem ??= found.problem;
    // Signs mean nothing in a workbook's titles, and JSON has none: read again they say the same again.
    if (raw.container !== 'csv') break;
  }
  return { rows: [], problem };
}

function problemIn(error: unknown): FileProblem {
  if (!(error instanceof FileRefused)) throw error;
  return { code: error.code, line: error.line };
}

/**
 * As far as they can be read: what breaks after them is told beside them. The lines above the header are shown too, so that
 * whoever looks sees how many they are.
 */
async function firstRows(
  file: ImportFile,
  raw: RawTable,
  profile: MappingProfile | null,
): Promise<{ rows: PreviewRow[]; problem: FileProblem | null }> {
  const rows = await titlesOf(file, raw, profile);
  try {
    for await (const chunk of raw.rows(profile ? namesOf(profile) : new Set())) {
      for (const { line, cells } of chunk) {
        rows.push({ line, cells: cells.map(restore) });
        if (rows.length >= previewRows) return { rows, problem: null };
      }
    }
  } catch (error) {
    return { rows, problem: problemIn(error) };
  }
  return { rows, problem: null };
}

/** Lines that the profile leaves out, as they are: quotation marks mean nothing in them. */
async function titlesOf(file: ImportFile, raw: RawTable, profile: MappingProfile | null): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = [];
  const most = Math.min(profile?.skipRows ?? 0, previewRows);
  if (most === 0 || raw.container === 'json') return rows;
  if (raw.container === 'xlsx') {
    const all = await openRaw(file, { languages: [], profile: profile && { ...profile, skipRows: 0 } });
    for await (const chunk of all.rows(new Set())) {
      for (const { line, cells } of chunk) {
        if (line > most) return rows;
        rows.push({ line, cells: cells.map(restore) });
      }
    }
    return rows;
  }
  const separator = profile?.separator ?? (await separatorIn(file, raw.encoding, profile));
  for (const [at, text] of (await firstLines(file, raw.encoding, most)).entries()) {
    if (text !== '') rows.push({ line: at + 1, cells: text.split(separator) });
  }
  return rows;
}

async function firstLines(file: ImportFile, encoding: Encoding, most: number): Promise<string[]> {
  let text = '';
  for await (const some of readText(file, encoding)) {
    text += some;
    if (text.length > longestRow || text.split('\n').length > most) break;
  }
  return text.split('\n').slice(0, most);
}

async function separatorIn(file: ImportFile, encoding: Encoding, profile: MappingProfile | null): Promise<string> {
  const at = profile?.skipRows ?? 0;
  const line = (await firstLines(file, encoding, at + 1))[at] ?? '';
  return separatorOf(line, profile ? namesOf(profile) : new Set());
}

async function readRows(
  file: UploadedFile,
  company: Company,
  { kind, options }: { kind: PreviewInput['kind']; options: TableOptions },
): Promise<NonNullable<Preview['read']>> {
  const columns = columnsOf(kind, company);
  const fields = exchangeFields[kind].map(({ name }) => name);
  const rows: ReadRow[] = [];
  let ignored: readonly string[] = [];
  const table = await openTable(file, options);
  let found = false;
  for await (const { header, body } of table.read(columns)) {
    found = true;
    ignored = header.ignored.map(restore);
    for (const row of body) {
      rows.push(readRow(row, fields));
      if (rows.length === previewRows) return { fields, rows, ignored };
    }
  }
  if (!found) throw new FileRefused('file_empty', 'the file is empty');
  return { fields, rows, ignored };
}

/** Read into minor units (B1), and shown as a file of ours would have them. */
const amounts: ReadonlySet<string> = new Set([
  ...['total', 'charged', 'recalculated', 'benefit', 'penalty'],
  ...['opening', 'paid', 'closing', 'amount'],
]);

type Read = TableRow<ReturnType<typeof columnsOf>> | BrokenRow<ReturnType<typeof columnsOf>>;

function readRow(row: Read, fields: readonly string[]): ReadRow {
  const problems = isBroken(row) ? row.problems : [];
  const named = byOwnColumns(row, problems);
  return {
    line: row.line,
    values: fields.map((field) => {
      const value = row.values[field];
      return typeof value === 'number' && amounts.has(field) ? plainAmount(value) : textOf(value);
    }),
    problems: problems.map(({ column, problem }, at) => ({
      field: column,
      column: named[at]?.column ?? null,
      problem,
    })),
  };
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
