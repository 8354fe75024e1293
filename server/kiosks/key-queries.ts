import type { KioskKeyId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** Also one that is not in use yet. */
export function newestKioskKeyRow(db: Reader): Promise<Row<'kiosk_keys'> | undefined> {
  return db.selectFrom('kiosk_keys').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
}

/** The one in use. */
export function kioskKeyRowAt(db: Reader, at: Instant): Promise<Row<'kiosk_keys'> | undefined> {
  return db
    .selectFrom('kiosk_keys')
    .where('used_from', '<=', at)
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function kioskKeyById(db: Reader, id: KioskKeyId): Promise<Row<'kiosk_keys'> | undefined> {
  return db.selectFrom('kiosk_keys').where('id', '=', id).selectAll().executeTakeFirst();
}

export async function insertKioskKey(tx: Writer, key: Row<'kiosk_keys'>): Promise<void> {
  await tx.insertInto('kiosk_keys').values(key).execute();
}

/** Those that are or were in use, the newest first. */
export function kioskKeyRows(
  db: Reader,
  { at, most }: { at: Instant; most: number },
): Promise<Pick<Row<'kiosk_keys'>, 'id' | 'number' | 'created_at'>[]> {
  return db
    .selectFrom('kiosk_keys')
    .where('used_from', '<=', at)
    .select(['id', 'number', 'created_at'])
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
}
