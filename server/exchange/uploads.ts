import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { UploadId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import type { ImportFile } from '../tables/import-file.ts';
import {
  brokenOff,
  contentOfOpenJobs,
  deleteParts,
  deleteUpload,
  insertPart,
  insertUpload,
  partOf,
  uploadById,
  uploadsBefore,
} from './upload-queries.ts';

/** So much of a file is written at once: whoever else writes waits no longer than that takes. */
const partBytes = 256 * 1024;
const partsDeletedAtOnce = 8;

/** No file of a company's billing is larger. */
export const mostUploadBytes = 200 * 1024 * 1024;

const keptMs = 30 * 24 * 3_600_000;
/** What took longer to come in than this comes no more. */
const brokenOffMs = 24 * 3_600_000;

export interface Upload {
  id: UploadId;
  /** As whoever brought it called it, without its folder. */
  name: string;
  size: number;
  /** SHA-256, in hexadecimal. */
  hash: string;
  createdAt: Instant;
  createdBy: string;
}

export interface UploadedFile extends ImportFile {
  readonly upload: Upload;
  range: NonNullable<ImportFile['range']>;
}

type Needs = Pick<Services, 'db' | 'clock'>;

/**
 * Takes a file in, part by part, each in a transaction of its own; it is there when its last one is. What breaks off, or is
 * larger than `mostBytes` (problem `too_large`), leaves nothing.
 */
export async function receiveUpload(
  { db, clock }: Needs,
  { name, actor, bytes }: { name: string; actor: string; bytes: AsyncIterable<Uint8Array> },
  {
    mostBytes = mostUploadBytes,
    allowed = async () => {},
  }: {
    mostBytes?: number;
    /** Throws in a transaction where whoever brings it may do so no more: a large file takes minutes. */
    allowed?: (tx: Writer) => Promise<void>;
  } = {},
): Promise<Upload> {
  const id = v7();
  const hash = createHash('sha256');
  let size = 0;
  let parts = 0;
  const store = async (content: Uint8Array): Promise<void> => {
    hash.update(content);
    const number = parts++;
    await db.write(async (tx) => {
      await allowed(tx);
      await insertPart(tx, { upload_id: id, number, bytes: content });
    });
  };
  try {
    for await (const content of inParts(bytes, (more) => {
      size += more;
      if (size > mostBytes) throw new ProblemError({ code: 'too_large' });
    })) {
      await store(content);
    }
    const at = toInstant(clock.now());
    const row = { id, name: bareName(name), size, hash: hash.digest('hex'), created_at: at, created_by: actor };
    await db.write(async (tx) => {
      await allowed(tx);
      await insertUpload(tx, row);
      await appendAudit(tx, { at, actor, action: 'upload', subject: id, detail: { size, hash: row.hash } });
    });
    return toUpload(row);
  } catch (error) {
    // What cannot be taken away now goes with the next sweep.
    await dropParts(db, id).catch(() => {});
    throw error;
  }
}

async function* inParts(bytes: AsyncIterable<Uint8Array>, measure: (more: number) => void): AsyncGenerator<Uint8Array> {
  let part = Buffer.allocUnsafe(partBytes);
  let filled = 0;
  for await (const chunk of bytes) {
    measure(chunk.length);
    for (let from = 0; from < chunk.length; ) {
      const some = chunk.subarray(from, from + partBytes - filled);
      part.set(some, filled);
      filled += some.length;
      from += some.length;
      if (filled < partBytes) continue;
      yield part;
      part = Buffer.allocUnsafe(partBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}

/** A file that was brought in. Throws the problem `not_found`. It can be read while others write. */
export async function openUpload(db: Database, id: UploadId): Promise<UploadedFile> {
  const row = await uploadById(db.reader, id);
  if (!row) throw new ProblemError({ code: 'not_found' });
  const upload = toUpload(row);
  async function* open(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < Math.min(end, upload.size); ) {
      const number = Math.floor(at / partBytes);
      const bytes = await partOf(db.reader, id, number);
      if (!bytes) throw new Error(`upload ${id} has lost its part ${number}`);
      const from = at - number * partBytes;
      const some = bytes.subarray(from, Math.min(bytes.length, from + end - at));
      at += some.length;
      yield some;
      // SQLite answers at once: without a pause whoever reads a long file would keep all others waiting.
      await nextTurn();
    }
  }
  return { upload, open: () => open(0, upload.size), range: { size: upload.size, open } };
}

/** Notes who took a file out, and gives it. */
export async function takeUpload({ db, clock }: Needs, { id, actor }: { id: UploadId; actor: string }) {
  const file = await openUpload(db, id);
  const at = toInstant(clock.now());
  await db.write((tx) => appendAudit(tx, { at, actor, action: 'download-upload', subject: id, detail: {} }));
  return file;
}

/** Drops files that are older than a month, unless a job that is not done needs them, and what broke off. */
export async function sweepUploads({ db, clock }: Needs): Promise<void> {
  const now = clock.now();
  const needed = await contentOfOpenJobs(db.reader);
  for (const id of await uploadsBefore(db.reader, toInstant(now - keptMs), 1000)) {
    if (needed.some((content) => content.includes(id))) continue;
    await db.write((tx) => deleteUpload(tx, id));
    await dropParts(db, id);
  }
  // An upload is named by the machine's time, which is not the clock's in a demo.
  for (const id of await brokenOff(db.reader)) {
    if (timeOf(id) < Date.now() - brokenOffMs) await dropParts(db, id);
  }
}

/** In small steps, so that nobody waits for all of it. */
async function dropParts(db: Database, id: UploadId): Promise<void> {
  while ((await db.write((tx) => deleteParts(tx, id, partsDeletedAtOnce))) > 0);
}

/** The milliseconds with which a UUIDv7 begins (RFC 9562 § 5.7). */
const timeOf = (id: UploadId): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

const toUpload = (row: Awaited<ReturnType<typeof uploadById>> & object): Upload => ({
  id: row.id,
  name: row.name,
  size: row.size,
  hash: row.hash,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

/** Without a folder and without what no name has; a file without a name has one. */
const bareName = (name: string): string =>
  name
    .replace(/^.*[\\/]/s, '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200) || 'file';
