import { sql } from 'kysely';
import type { KioskId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { CredentialState } from '../db/kiosk-tables.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export type ListedKiosk = Row<'kiosks'> & { credential: string | null };

/** All that there are or were: a company has tens. In the order in which they came, with the credential in use. */
export function allKiosks(db: Reader): Promise<ListedKiosk[]> {
  return db
    .selectFrom('kiosks')
    .leftJoin('kiosk_credentials', (join) =>
      join
        .onRef('kiosk_credentials.kiosk_id', '=', 'kiosks.id')
        .on('kiosk_credentials.state', '=', sql.lit<CredentialState>('current')),
    )
    .selectAll('kiosks')
    .select('kiosk_credentials.hash as credential')
    .orderBy('kiosks.created_at')
    .orderBy('kiosks.id')
    .execute();
}

export async function insertKiosk(tx: Writer, kiosk: Row<'kiosks'>): Promise<void> {
  await tx.insertInto('kiosks').values(kiosk).execute();
}

export function kioskById(db: Reader, id: KioskId): Promise<Row<'kiosks'> | undefined> {
  return db.selectFrom('kiosks').where('id', '=', id).selectAll().executeTakeFirst();
}

/** Locked for this transaction, so that it is not revoked meanwhile. */
export function lockKiosk(tx: Writer, id: KioskId): Promise<Row<'kiosks'> | undefined> {
  return tx
    .updateTable('kiosks')
    .set((row) => ({ seen_at: row.ref('seen_at') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

type Change = Partial<Pick<Row<'kiosks'>, 'name' | 'code_hash' | 'code_expires_at' | 'prints'>>;

/** For good. False where there was none in use. */
export async function revokeKioskRow(tx: Writer, id: KioskId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kiosks')
    .set({ revoked_at: at, code_hash: null, code_expires_at: null })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** False where there was none that was revoked, and not closed yet. */
export async function closeKioskRow(tx: Writer, id: KioskId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kiosks')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is not', null)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whether there was one in use, of this name where one is given, to change. */
export async function changeKiosk(tx: Writer, id: KioskId, change: Change, was?: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kiosks')
    .set(change)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .$if(was !== undefined, (query) => query.where('name', '=', was as string))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Uses a code up, in one statement: of many at once one succeeds. The kiosk is locked for this transaction. */
export function useKioskCode(
  tx: Writer,
  { codeHash, appVersion, at }: { codeHash: string; appVersion: string; at: Instant },
): Promise<Pick<Row<'kiosks'>, 'id' | 'name' | 'prints' | 'reused_at'> | undefined> {
  return tx
    .updateTable('kiosks')
    .set({
      code_hash: null,
      code_expires_at: null,
      enrolled_at: at,
      seen_at: at,
      app_version: appVersion,
    })
    .where('code_hash', '=', codeHash)
    .where('code_expires_at', '>', at)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name', 'prints', 'reused_at'])
    .executeTakeFirst();
}

export type KioskSeen = Partial<
  Pick<Row<'kiosks'>, 'seen_at' | 'app_version' | 'waiting' | 'waiting_since' | 'refused'>
>;

export async function markKioskSeen(tx: Writer, id: KioskId, seen: KioskSeen): Promise<void> {
  await tx.updateTable('kiosks').set(seen).where('id', '=', id).execute();
}

/** Null: what may have been copied opens nothing any more. */
export async function markKioskReused(tx: Writer, id: KioskId, at: Instant | null): Promise<void> {
  await tx.updateTable('kiosks').set({ reused_at: at }).where('id', '=', id).execute();
}
