import type { PhotoOf } from '../../shared/conversation.ts';
import type { AccountId, PhotoId, UserId } from '../../shared/ids.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** A message or reading that this user has handed in, of an account that still is the user's. */
export interface PhotoPlace {
  account: AccountId;
  /** json: the operation, as it was sent. */
  content: string;
}

export async function photoPlace(
  db: Reader,
  { user, of }: { user: UserId; of: PhotoOf },
): Promise<PhotoPlace | undefined> {
  const [table, id] = 'message' in of ? (['messages', of.message] as const) : (['readings', of.reading] as const);
  // A message and a reading have the id of the operation that brought them.
  return db
    .selectFrom('operations')
    .innerJoin('user_accounts', (link) =>
      link
        .onRef('user_accounts.account_id', '=', 'operations.account_id')
        .onRef('user_accounts.user_id', '=', 'operations.user_id'),
    )
    .where('operations.id', '=', id)
    .where('operations.user_id', '=', user)
    .where((row) => row.exists(row.selectFrom(table).select(`${table}.id`).where(`${table}.id`, '=', id)))
    .select(['operations.account_id as account', 'operations.content'])
    .executeTakeFirst();
}

export function photoById(
  db: Reader,
  id: PhotoId,
): Promise<Pick<Row<'photos'>, 'account_id' | 'message_id' | 'reading_id'> | undefined> {
  return db
    .selectFrom('photos')
    .where('id', '=', id)
    .select(['account_id', 'message_id', 'reading_id'])
    .executeTakeFirst();
}

export async function countPhotosOfReading(db: Reader, reading: string): Promise<number> {
  const { count } = await db
    .selectFrom('photos')
    .where('reading_id', '=', reading)
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertPhoto(tx: Writer, photo: Row<'photos'>): Promise<void> {
  await tx.insertInto('photos').values(photo).execute();
}

/** Devices pull the message again, with the photo. */
export async function touchMessage(tx: Writer, { id, version }: { id: string; version: number }): Promise<void> {
  await tx.updateTable('messages').set({ version }).where('id', '=', id).execute();
}

export type StoredPhoto = Pick<Row<'photos'>, 'bytes' | 'media_type'>;

/** A photo of one of the user's accounts. */
export function photoForResident(
  db: Reader,
  { user, id }: { user: UserId; id: PhotoId },
): Promise<StoredPhoto | undefined> {
  return db
    .selectFrom('photos')
    .innerJoin('user_accounts', 'user_accounts.account_id', 'photos.account_id')
    .where('photos.id', '=', id)
    .where('user_accounts.user_id', '=', user)
    .select(['photos.bytes', 'photos.media_type'])
    .executeTakeFirst();
}

export function photoForOffice(db: Reader, id: PhotoId): Promise<StoredPhoto | undefined> {
  return db.selectFrom('photos').where('id', '=', id).select(['bytes', 'media_type']).executeTakeFirst();
}
