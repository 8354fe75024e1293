import type { UploadId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export const insertUpload: (tx: Writer, upload: Row<'uploads'>) => Promise<unknown> = prepared(
  (db, param: Row<'uploads'>) =>
    db.insertInto('uploads').values({
      id: param.id,
      name: param.name,
      size: param.size,
      hash: param.hash,
      created_at: param.created_at,
      created_by: param.created_by,
    }),
);

export const insertPart: (tx: Writer, part: Row<'upload_parts'>) => Promise<unknown> = prepared(
  (db, param: Row<'upload_parts'>) =>
    db.insertInto('upload_parts').values({ upload_id: param.upload_id, number: param.number, bytes: param.bytes }),
);

export function uploadById(db: Reader, id: UploadId): Promise<Row<'uploads'> | undefined> {
  return db.selectFrom('uploads').where('id', '=', id).selectAll().executeTakeFirst();
}

const part = prepared((db, param: { id: UploadId; number: number }) =>
  db
    .selectFrom('upload_parts')
    .where('upload_id', '=', param.id)
    .where('number', '=', param.number)
    .select('upload_parts.bytes'),
);

export async function partOf(db: Reader, id: UploadId, number: number): Promise<Uint8Array | undefined> {
  const [row] = await part(db, { id, number });
  return row?.bytes;
}

export async function deleteUpload(tx: Writer, id: UploadId): Promise<void> {
  await tx.deleteFrom('uploads').where('id', '=', id).execute();
}

/** Takes away some parts, the last ones first; answers how many it were. */
export async function deleteParts(tx: Writer, id: UploadId, most: number): Promise<number> {
  const parts = await tx
    .selectFrom('upload_parts')
    .where('upload_id', '=', id)
    .select('number')
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
  if (parts.length === 0) return 0;
  const from = Math.min(...parts.map(({ number }) => number));
  await tx.deleteFrom('upload_parts').where('upload_id', '=', id).where('number', '>=', from).execute();
  return parts.length;
}

export async function uploadsBefore(db: Reader, at: Instant, most: number): Promise<UploadId[]> {
  const rows = await db
    .selectFrom('uploads')
    .where('created_at', '<', at)
    .select('id')
    .orderBy('created_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Of parts whose file never came to its end: every upload begins with part 0. */
export async function brokenOff(db: Reader): Promise<UploadId[]> {
  const rows = await db
    .selectFrom('upload_parts')
    .leftJoin('uploads', 'uploads.id', 'upload_parts.upload_id')
    .where('upload_parts.number', '=', 0)
    .where('uploads.id', 'is', null)
    .select('upload_parts.upload_id')
    .execute();
  return rows.map(({ upload_id }) => upload_id);
}

/** What the jobs that are not done need, as text in which an id can be looked for. */
export async function contentOfOpenJobs(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('jobs').where('state', 'in', ['waiting', 'running']).select('content').execute();
  return rows.map(({ content }) => content);
}
