import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import type { BatchId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { RegisterCode } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import type { Columns } from './columns.ts';
import { type CsvRow, columnName, readCsv } from './csv-reader.ts';
import type { Encoding } from './encoding.ts';
import { contradictedBy, detectEncoding, type ImportFile, readText } from './import-file.ts';
import { beginsAsJson, readJson } from './json-reader.ts';
import { type CellProblem, FileRefused, type RefusedRow } from './problems.ts';
import { insertBatch, setBatchRows, takeTurn } from './queries.ts';
import { type BrokenRow, type Header, isBroken, readHeader, type TableRow } from './table.ts';

export interface ImportOptions {
  db: Database;
  company: Company;
  clock: Clock;
  file: ImportFile;
  /** Named by whoever brings the file; otherwise it is told by the content, or refused. */
  encoding?: Encoding | undefined;
  /** Who imports: a user's id, or `command line`. */
  actor: string;
  /** Says what it would do and does nothing. */
  dryRun?: boolean;
  /** One refused row and nothing is imported. */
  strict?: boolean;
  /** Called now and then with the rows done so far. */
  onProgress?: (rows: number) => void;
}

export interface ImportReport {
  /** Null where nothing was written. */
  batch: BatchId | null;
  encoding: Encoding;
  /** What the file plainly looks like, where another encoding was named; otherwise null. */
  looksLike: Encoding | null;
  /** Rows of the file without its header. */
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  /** W6: of those that are new or changed, how many came too late for a locked period. */
  late: number;
  refused: readonly RefusedRow[];
  /** M1: what was imported although it lies below the reading before it. */
  falls: readonly Fall[];
  /** B2: months of the ledger that do not open where the one before closed. The first of them; `carriedCount` are all. */
  carried: readonly Carried[];
  carriedCount: number;
  header: readonly string[];
  ignoredColumns: readonly string[];
  /** False for a dry run, and for a strict one with refused rows. */
  imported: boolean;
}

/** A value below the one before it that nobody explained. Quantities as text, with all decimals of the face. */
export interface Fall {
  line: number;
  account: string;
  serial: string;
  register: RegisterCode;
  /** In which the lower value stands. */
  period: Period;
  value: string;
  /** Null where it is the initial value of the register. */
  previousPeriod: Period | null;
  previous: string;
}

/** A service of a month that opens with another amount than it closed with before. Decimals of the currency, as text. */
export interface Carried {
  account: string;
  /** The month that opens. */
  period: Period;
  service: string;
  expected: string;
  found: string;
}

/** What an importer works with while its file is read. */
export interface Run {
  tx: Writer;
  company: Company;
  /** The run's one moment. */
  now: number;
  refuse(row: CsvRow, problems: readonly CellProblem[]): void;
  count(what: 'created' | 'changed' | 'unchanged' | 'late'): void;
  report(fall: Fall): void;
  reportCarried(carried: Carried): void;
  /** The run's batch, made when the first row needs it. */
  batch(): Promise<BatchId>;
}

/** The step of one kind of file. */
export interface Importer<C extends Columns> {
  /** Sees every row before the first one is taken, where a row's worth depends on a later one. */
  foresee?(rows: readonly (TableRow<C> | BrokenRow<C>)[]): void;
  /** Up to a thousand rows at once. */
  take(rows: readonly TableRow<C>[]): Promise<void>;
  /** A row that is refused already; rows that belong together with it must not be taken alone. */
  broken?(row: BrokenRow<C>): void;
  /** After the last row. */
  finish?(): Promise<void>;
}

/** So that a wrong file does not fill the memory with its refusals. */
const mostRefused = 100_000;
const mostCarried = 10_000;

/** Undoes the transaction of a run that must not leave anything, and carries its report out. */
class Undone extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('undone');
    this.report = report;
  }
}

/**
 * Reads a file and does what its kind does with it, all in one transaction. Rows are read in a stream; what stays in
 * memory is a short key per row, to name rows that come twice. Throws FileRefused where the file as a whole is no good.
 */
export async function runImport<C extends Columns>(
  kind: string,
  columns: C,
  options: ImportOptions,
  start: (run: Run) => Importer<C>,
): Promise<ImportReport> {
  const encoding = await detectEncoding(options.file, {
    named: options.encoding,
    languages: options.company.languages,
  });
  const looksLike = await contradictedBy(options.file, options.encoding);
  try {
    // Everything that counts lives inside, because the engine may ask to begin again.
    return await options.db.write(async (tx) => {
      const report = await importAll(tx, kind, columns, options, { encoding, looksLike }, start);
      if (options.dryRun || (options.strict && report.refused.length > 0)) {
        throw new Undone({ ...report, batch: null, imported: false });
      }
      return report;
    });
  } catch (error) {
    if (error instanceof Undone) return error.report;
    throw error;
  }
}

async function importAll<C extends Columns>(
  tx: Writer,
  kind: string,
  columns: C,
  { company, clock, file, actor, onProgress }: ImportOptions,
  { encoding, looksLike }: Pick<ImportReport, 'encoding' | 'looksLike'>,
  start: (run: Run) => Importer<C>,
): Promise<ImportReport> {
  await takeTurn(tx);
  const now = clock.now();
  const refused: RefusedRow[] = [];
  const falls: Fall[] = [];
  const carried: Carried[] = [];
  let carriedCount = 0;
  const counts = { created: 0, changed: 0, unchanged: 0, late: 0 };
  let batch: BatchId | null = null;
  let rows = 0;

  const run: Run = {
    tx,
    company,
    now,
    refuse({ line, cells }, problems) {
      if (refused.length >= mostRefused) {
        throw new FileRefused('too_many_refused', `more than ${mostRefused} rows are refused`, line);
      }
      // Cells are parts of the text that they were read from, and would keep all of it in memory.
      refused.push({ line, cells: structuredClone(cells), problems });
    },
    count: (what) => {
      counts[what]++;
    },
    report: (fall) => {
      falls.push(structuredClone(fall));
    },
    reportCarried: (one) => {
      if (carried.length < mostCarried) carried.push(one);
      carriedCount++;
    },
    async batch() {
      if (batch === null) {
        batch = v7();
        await insertBatch(tx, {
          id: batch,
          kind,
          period: null,
          created_at: toInstant(now),
          created_by: actor,
          rows: 0,
        });
      }
      return batch;
    },
  };
  const importer = start(run);

  if (importer.foresee) {
    for await (const { body } of readTable(file, encoding, columns)) {
      importer.foresee(body);
    }
  }
  let header: Header<C> | null = null;
  for await (const { header: head, body } of readTable(file, encoding, columns)) {
    header = head;
    const taken: TableRow<C>[] = [];
    for (const row of body) {
      if (!isBroken(row)) taken.push(row);
      else {
        run.refuse(row, row.problems);
        importer.broken?.(row);
      }
    }
    await importer.take(taken);
    rows += body.length;
    onProgress?.(rows);
  }
  if (header === null) throw new FileRefused('file_empty', 'the file is empty');
  await importer.finish?.();

  if (batch !== null) {
    await setBatchRows(tx, batch, rows);
    const { late, ...difference } = counts;
    const noted = {
      ...(late > 0 && { late }),
      ...(falls.length > 0 && { falls: falls.length }),
      ...(carriedCount > 0 && { carried: carriedCount }),
    };
    const detail = { kind, rows, ...difference, refused: refused.length, ...noted };
    await appendAudit(tx, { at: toInstant(now), actor, action: 'import', subject: batch, detail });
  }
  refused.sort((a, b) => a.line - b.line);
  falls.sort((a, b) => a.line - b.line);
  const { names, ignored } = header;
  const about = { encoding, looksLike, header: names, ignoredColumns: ignored };
  return { batch, rows, ...counts, refused, falls, carried, carriedCount, ...about, imported: true };
}

/** The rows of a file in chunks, CSV or JSON by its first sign, with their cells read. */
async function* readTable<C extends Columns>(
  file: ImportFile,
  encoding: Encoding,
  columns: C,
): AsyncGenerator<{ header: Header<C>; body: (TableRow<C> | BrokenRow<C>)[] }> {
  const text = () => readText(file, encoding);
  const known = new Set(Object.keys(columns).map(columnName));
  const isJson = await beginsAsJson(text());
  let header: Header<C> | null = null;
  for await (const chunk of isJson ? readJson(text) : readCsv(text(), known)) {
    const [first] = chunk;
    const rows = header === null ? chunk.slice(1) : chunk;
    if (header === null && first) header = readHeader(columns, first);
    if (header !== null) yield { header, body: rows.map(header.read) };
  }
}
