import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Company } from '../../shared/company.ts';
import type { BatchId, StatementId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { lockForVersions } from '../accounts/versions.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { withPrivateCopy } from '../db/private-copy.ts';
import type { Writer } from '../db/tables.ts';
import { FileRefused } from '../tables/problems.ts';
import { batchesOfFiles, countWaiting, setFileHash, statementOfFile, storeFile } from './attach-queries.ts';
import { changesOf, noteChanges } from './batch-changes.ts';
import type { PdfProblem, PdfSource } from './pdf-source.ts';
import { batchById, endBatch, insertBatch } from './queries.ts';
import { createSlices, type Slices } from './slices.ts';
import { wholeOrUndone } from './undo-batch.ts';

export interface AttachOptions {
  db: Database;
  company: Company;
  clock: Clock;
  source: PdfSource;
  /** Who attaches: a user's id, or `command line`. */
  actor: string;
  /** Says what it would do and does nothing. */
  dryRun?: boolean;
  /** Called with the files done so far. */
  onProgress?: (files: number) => void;
  /** As the batch remembers it. */
  fileName?: string | null;
  /** As with an import. */
  batch?: BatchId;
  signal?: AbortSignal;
  pauseMs?: number;
}

export interface AttachReport {
  /** Null where nothing was written. */
  batch: BatchId | null;
  files: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: readonly RefusedPdf[];
  /** Statements whose announced file has not come yet. */
  waiting: number;
}

export interface RefusedPdf {
  place: string;
  problem: PdfProblem;
}

/**
 * Gives statements the PDFs that they announced, by the names of the files, in slices as an import is made; one PDF is in
 * memory at a time. Throws FileRefused where the source as a whole is no good, and Ended: then nothing of it stays.
 */
export async function attachPdfs(options: AttachOptions): Promise<AttachReport> {
  const { db, dryRun, signal, pauseMs } = options;
  const differing = await differingNames(options.source);
  if (dryRun) {
    const tried = await withPrivateCopy(db, (copy) =>
      attachAll(copy, createSlices(copy, { signal }), options, differing, v7()),
    );
    return { ...tried, batch: null };
  }
  const batch = options.batch ?? v7();
  return wholeOrUndone(options, { batch, isKnown: options.batch !== undefined }, () =>
    attachAll(db, createSlices(db, { signal, pauseMs }), options, differing, batch),
  );
}

/**
 * Names that several files with other content have: nobody can tell which of them is meant. Every file is read once before
 * the first one is stored, so that a broken source is refused before anything has happened.
 */
async function differingNames(source: PdfSource): Promise<ReadonlySet<string>> {
  const contents = new Map<string, string>();
  const differing = new Set<string>();
  for await (const file of source.files()) {
    const read = await file.read();
    const content = read.ok ? hashOf(read.bytes) : read.problem.code;
    if ((contents.get(file.name) ?? content) !== content) differing.add(file.name);
    contents.set(file.name, content);
  }
  if (contents.size === 0) throw new FileRefused('no_pdfs', 'there is no PDF in it');
  return differing;
}

async function attachAll(
  db: Pick<Database, 'reader'>,
  slices: Slices,
  { clock, source, actor, onProgress, fileName = null, batch: goesOnWith }: AttachOptions,
  differing: ReadonlySet<string>,
  id: BatchId,
): Promise<AttachReport> {
  const at = toInstant(clock.now());
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const refused: RefusedPdf[] = [];
  let files = 0;
  const begun = goesOnWith === undefined ? undefined : await batchById(db.reader, id);
  let made = begun !== undefined;

  /** What became of a file, or what keeps it out. */
  async function attach(tx: Writer, name: string, bytes: Buffer): Promise<keyof typeof counts | PdfProblem> {
    const statement = await statementOfFile(tx, name);
    if (!statement) return { code: 'file_unknown' };
    const fileHash = hashOf(bytes);
    const { id: statementId, account_id: account } = statement;
    if (statement.file_hash === fileHash) return begun ? knownAs(tx, statementId) : 'unchanged';
    const versions = await lockForVersions(tx, [account]);
    if (!made) {
      const about = { kind: 'pdfs', period: null, created_at: at, created_by: actor, rows: 0, file_name: fileName };
      await insertBatch(tx, { id, ...about, state: 'running' });
    }
    await storeFile(tx, { statement_id: statementId, hash: fileHash, bytes, stored_at: at, batch_id: id });
    const version = versions.next(account);
    await setFileHash(tx, { id: statementId, hash: fileHash, version });
    await versions.write();
    if (statement.file_hash === null) return 'created';
    const before = { file_hash: statement.file_hash };
    await noteChanges(tx, id, [{ kind: 'files', id: statementId, account, before, version }]);
    return 'changed';
  }

  /** The same again; where this run was cut off, it may have stored it itself. */
  async function knownAs(tx: Writer, statement: StatementId): Promise<keyof typeof counts> {
    if ((await batchesOfFiles(tx, [statement])).get(statement) !== id) return 'unchanged';
    return (await changesOf(tx, id, 'files', [statement])).has(statement) ? 'changed' : 'created';
  }

  for await (const file of source.files()) {
    const read = differing.has(file.name)
      ? ({ ok: false, problem: { code: 'file_twice' } } as const)
      : await file.read();
    const answer = read.ok ? await slices.run((tx) => attach(tx, file.name, read.bytes)) : read.problem;
    if (typeof answer === 'object') refused.push({ place: file.place, problem: answer });
    else {
      counts[answer]++;
      made ||= answer !== 'unchanged';
    }
    files++;
    onProgress?.(files);
  }
  if (made) {
    const detail = { kind: 'pdfs', files, ...counts, refused: refused.length };
    await slices.run(async (tx) => {
      if (!(await endBatch(tx, { id, rows: files }))) return;
      await appendAudit(tx, { at, actor, action: 'import', subject: id, detail });
    });
  }
  return { batch: made ? id : null, files, ...counts, refused, waiting: await countWaiting(db.reader) };
}

const hashOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
