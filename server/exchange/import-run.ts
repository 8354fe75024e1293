import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import type { BatchId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { MappingProfile } from '../../shared/mapping-profile.ts';
import type { RegisterCode } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { withPrivateCopy } from '../db/private-copy.ts';
import type { Reader, Writer } from '../db/tables.ts';
import type { Columns } from '../tables/columns.ts';
import type { CsvRow } from '../tables/csv-reader.ts';
import type { Encoding } from '../tables/encoding.ts';
import type { ImportFile } from '../tables/import-file.ts';
import { type OpenTable, openTable } from '../tables/open-table.ts';
import { type CellProblem, FileRefused, type RefusedRow } from '../tables/problems.ts';
import type { Container } from '../tables/sniff.ts';
import { type BrokenRow, type Header, isBroken, type TableRow } from '../tables/table.ts';
import { type BatchRowKind, type Change, changesOf, noteChanges, noteMade } from './batch-changes.ts';
import { Tally } from './import-tally.ts';
import { batchById, endBatch, insertBatch } from './queries.ts';
import { createSlices, type Slices } from './slices.ts';
import { wholeOrUndone } from './undo-batch.ts';

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
  /** Called now and then with the rows done so far, of so many where that is known. */
  onProgress?: (rows: number, total: number | null) => void;
  /** How the company's own columns are read. */
  profile?: MappingProfile | null;
  /** As the batch remembers it. */
  fileName?: string | null;
  /** The batch that this run makes, or has begun to make before it was cut off: then it goes on with it. */
  batch?: BatchId;
  /** Ends the run between two slices: with the reason `cancelled` it is undone, with another it is left to be gone on with. */
  signal?: AbortSignal;
  /** After each slice, where another process waits for the database. */
  pauseMs?: number;
}

export interface ImportReport {
  /** Null where nothing was written. */
  batch: BatchId | null;
  encoding: Encoding;
  container: Container;
  /** Cells of a workbook that were taken as what their formula came to when it was saved. */
  formulas: number;
  /** What the file plainly looks like, where another encoding was named; otherwise null. */
  looksLike: Encoding | null;
  /** Rows of the file without its header. */
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  /** W6: of those that are new or changed, how many came too late for a locked period. */
  late: number;
  /** The first rows of each kind, as they stand in the file. */
  examples: Readonly<Record<'created' | 'changed' | 'unchanged' | 'late', readonly RowExample[]>>;
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

/** A row of the file. */
export interface RowExample {
  line: number;
  cells: readonly string[];
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
  company: Company;
  /** The run's one moment. */
  now: number;
  /** What is stored, as it is between two slices. */
  reader: Reader;
  refuse(row: CsvRow, problems: readonly CellProblem[]): void;
  count(what: 'created' | 'changed' | 'unchanged' | 'late', row: RowExample): void;
  report(fall: Fall): void;
  reportCarried(carried: Carried): void;
  /**
   * Enters these, some at a time, each time in a transaction of its own, which may begin again: nothing but what the run is
   * told may be remembered inside, and everything else with `onceWritten`.
   */
  inSlices<T>(items: readonly T[], enter: (tx: Writer, some: readonly T[]) => Promise<void>): Promise<void>;
  onceWritten(effect: () => void): void;
  /** The run's batch, made when the first row needs it. */
  batch(tx: Writer): Promise<BatchId>;
  /** Notes what stands before the batch changes it, or what it makes that does not carry its id. */
  note(tx: Writer, changes: readonly Change[]): Promise<void>;
  noteMade(tx: Writer, made: readonly Change[]): Promise<void>;
  /**
   * What rows are that say already what the file says: unchanged, unless this run was cut off and had made or changed them
   * before.
   */
  known(
    tx: Writer,
    kind: BatchRowKind,
    rows: readonly { id: string; batch_id: BatchId | null }[],
  ): Promise<(id: string) => 'created' | 'changed' | 'unchanged'>;
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

/**
 * Reads a file and does what its kind does with it, in slices: transactions so short that whoever writes beside it hardly
 * waits. Whole it is by being gone on with where it was cut off (what is entered already is the same again), and by being
 * undone where the file turns out to be no good. Rows are read in a stream; what stays in memory is a short key per row, to
 * name rows that come twice. Throws FileRefused where the file as a whole is no good, and Ended where its signal ended it.
 *
 *   dry run, strict ──▶ on a private copy ──▶ report
 *   otherwise ──▶ batch running ──slices──▶ batch done ──▶ report
 *                      │ cancelled, file refused ──▶ undone
 *                      └ cut off ──▶ running, until somebody goes on with it
 */
export async function runImport<C extends Columns>(
  kind: string,
  columns: C,
  options: ImportOptions,
  start: (run: Run) => Importer<C>,
): Promise<ImportReport> {
  const { db, company, file, encoding, profile = null, signal, pauseMs } = options;
  const table = await openTable(file, { named: encoding, languages: company.languages, profile });
  let rows: number | null = null;
  if (options.dryRun || options.strict) {
    const tried = await withPrivateCopy(db, (copy) =>
      importAll(copy, createSlices(copy, { signal }), { kind, columns, table, options, batch: v7(), start }),
    );
    if (options.dryRun || tried.refused.length > 0) return { ...tried, batch: null, imported: false };
    rows = tried.rows;
  }
  const batch = options.batch ?? v7();
  const work = { kind, columns, table, options, batch, start, tried: rows };
  return wholeOrUndone(options, { batch, isKnown: options.batch !== undefined }, () =>
    importAll(db, createSlices(db, { signal, pauseMs }), work),
  );
}

interface Work<C extends Columns> {
  kind: string;
  columns: C;
  table: OpenTable;
  options: ImportOptions;
  batch: BatchId;
  start: (run: Run) => Importer<C>;
  /** How many rows there were when it was tried out. */
  tried?: number | null;
}

async function importAll<C extends Columns>(
  db: Pick<Database, 'reader'>,
  slices: Slices,
  { kind, columns, table, options, batch: id, start, tried = null }: Work<C>,
): Promise<ImportReport> {
  const { company, clock, actor, onProgress, fileName = null } = options;
  const now = clock.now();
  const tally = new Tally();
  let rows = 0;
  const begun = options.batch === undefined ? undefined : await batchById(db.reader, id);
  let made = begun !== undefined;
  let madeIn: Writer | null = null;

  const run: Run = {
    company,
    now,
    reader: db.reader,
    refuse: (row, problems) => tally.refuse(row, problems),
    count: (what, row) => tally.count(what, row),
    report: (fall) => tally.report(fall),
    reportCarried: (carried) => tally.reportCarried(carried),
    onceWritten: (effect) => tally.say(effect),
    async inSlices(items, enter) {
      let slice: Writer | null = null;
      const bite = async (tx: Writer, some: typeof items): Promise<void> => {
        // Another transaction: the one before was written, or begins again.
        if (slice !== tx) tally.begin();
        slice = tx;
        await enter(tx, some);
      };
      try {
        await slices.each(items, bite, () => {
          slice = null;
          tally.end();
        });
      } finally {
        tally.drop();
      }
    },
    async batch(tx) {
      if (made || madeIn === tx) return id;
      const created_at = toInstant(now);
      const about = { kind, period: null, created_at, created_by: actor, rows: 0, file_name: fileName };
      await insertBatch(tx, { id, ...about, state: 'running' });
      madeIn = tx;
      tally.say(() => {
        made = true;
      });
      return id;
    },
    note: (tx, changes) => noteChanges(tx, id, changes),
    noteMade: (tx, changes) => noteMade(tx, id, changes),
    async known(tx, of, stored) {
      if (!begun) return () => 'unchanged';
      const changes = await changesOf(
        tx,
        id,
        of,
        stored.map((row) => row.id),
      );
      const own = new Set(stored.filter(({ batch_id }) => batch_id === id).map((row) => row.id));
      return (row) => {
        const change = changes.get(row);
        if (change) return change.before === 'null' ? 'created' : 'changed';
        return own.has(row) ? 'created' : 'unchanged';
      };
    },
  };
  const importer = start(run);

  let total = tried;
  if (importer.foresee) {
    total = 0;
    for await (const { body } of table.read(columns)) {
      importer.foresee(body);
      total += body.length;
    }
  }
  let header: Header<C> | null = null;
  for await (const { header: head, body } of table.read(columns)) {
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
    onProgress?.(rows, total);
  }
  if (header === null) throw new FileRefused('file_empty', 'the file is empty');
  await importer.finish?.();

  const { counts, examples, refused, falls, carried, carriedCount } = tally;
  if (made) {
    const { late, ...difference } = counts;
    const noted = {
      ...(late > 0 && { late }),
      ...(falls.length > 0 && { falls: falls.length }),
      ...(carriedCount > 0 && { carried: carriedCount }),
    };
    const detail = { kind, rows, ...difference, refused: refused.length, ...noted };
    await slices.run(async (tx) => {
      // Whoever was cut off right after the end has said so already.
      if (!(await endBatch(tx, { id, rows }))) return;
      await appendAudit(tx, { at: toInstant(now), actor, action: 'import', subject: id, detail });
    });
  }
  tally.sort();
  const { names, ignored } = header;
  const about = {
    container: table.container,
    formulas: table.formulas(),
    encoding: table.encoding,
    looksLike: table.looksLike,
    header: names,
    ignoredColumns: ignored,
  };
  const batch = made ? id : null;
  return { batch, rows, ...counts, examples, refused, falls, carried, carriedCount, ...about, imported: true };
}
