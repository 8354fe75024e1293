import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import type { BatchId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import { countWaiting, setFileHash, statementOfFile, storeFile } from './attach-queries.ts';
import type { PdfFile, PdfProblem, PdfSource } from './pdf-source.ts';
import { FileRefused } from './problems.ts';
import { insertBatch, setBatchRows, takeTurn } from './queries.ts';
import { lockForVersions } from './versions.ts';

export interface AttachOptions {
  db: Database;
  clock: Clock;
  source: PdfSource;
  /** Who attaches: a user's id, or `command line`. */
  actor: string;
  /** Says what it would do and does nothing. */
  dryRun?: boolean;
  /** Called with the files done so far. */
  onProgress?: (files: number) => void;
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

/** Undoes the transaction of a dry run, and carries its report out. */
class Undone extends Error {
  readonly report: AttachReport;

  constructor(report: AttachReport) {
    super('undone');
    this.report = report;
  }
}

/**
 * Gives statements the PDFs that they announced, by the names of the files. All in one transaction, one PDF in memory at a time.
 * Throws FileRefused where the source as a whole is no good: then nothing is stored.
 */
export async function attachPdfs(options: AttachOptions): Promise<AttachReport> {
  const differing = await differingNames(options.source);
  try {
    return await options.db.write(async (tx) => {
      const report = await attachAll(tx, options, differing);
      if (options.dryRun) throw new Undone({ ...report, batch: null });
      return report;
    });
  } catch (error) {
    if (error instanceof Undone) return error.report;
    throw error;
  }
}

/** Names that several files with other content have: nobody can tell which of them is meant. */
async function differingNames(source: PdfSource): Promise<ReadonlySet<string>> {
  const once = new Set<string>();
  const again = new Set<string>();
  for await (const { name } of source.files()) (once.has(name) ? again : once).add(name);
  if (once.size === 0) throw new FileRefused('no_pdfs', 'there is no PDF in it');
  if (again.size === 0) return again;
  const contents = new Map<string, string>();
  const differing = new Set<string>();
  for await (const file of source.files()) {
    if (!again.has(file.name)) continue;
    const read = await file.read();
    const content = read.ok ? hashOf(read.bytes) : read.problem.code;
    if ((contents.get(file.name) ?? content) !== content) differing.add(file.name);
    contents.set(file.name, content);
  }
  return differing;
}

async function attachAll(
  tx: Writer,
  { clock, source, actor, onProgress }: AttachOptions,
  differing: ReadonlySet<string>,
): Promise<AttachReport> {
  await takeTurn(tx);
  const at = toInstant(clock.now());
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const refused: RefusedPdf[] = [];
  let files = 0;
  let batch: BatchId | null = null;

  const batchOf = async (): Promise<BatchId> => {
    if (batch !== null) return batch;
    batch = v7();
    await insertBatch(tx, { id: batch, kind: 'pdfs', period: null, created_at: at, created_by: actor, rows: 0 });
    return batch;
  };

  async function attach(file: PdfFile): Promise<PdfProblem | null> {
    if (differing.has(file.name)) return { code: 'file_twice' };
    const read = await file.read();
    if (!read.ok) return read.problem;
    const statement = await statementOfFile(tx, file.name);
    if (!statement) return { code: 'file_unknown' };
    const fileHash = hashOf(read.bytes);
    const difference = statement.file_hash === null ? 'created' : 'changed';
    if (statement.file_hash === fileHash) {
      counts.unchanged++;
      return null;
    }
    const versions = await lockForVersions(tx, [statement.account_id]);
    const { id } = statement;
    await storeFile(tx, {
      statement_id: id,
      hash: fileHash,
      bytes: read.bytes,
      stored_at: at,
      batch_id: await batchOf(),
    });
    await setFileHash(tx, { id, hash: fileHash, version: versions.next(statement.account_id) });
    await versions.write();
    counts[difference]++;
    return null;
  }

  for await (const file of source.files()) {
    const problem = await attach(file);
    if (problem) refused.push({ place: file.place, problem });
    files++;
    onProgress?.(files);
  }
  if (batch !== null) {
    await setBatchRows(tx, batch, files);
    const detail = { kind: 'pdfs', files, ...counts, refused: refused.length };
    await appendAudit(tx, { at, actor, action: 'import', subject: batch, detail });
  }
  return { batch, files, ...counts, refused, waiting: await countWaiting(tx) };
}

const hashOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
