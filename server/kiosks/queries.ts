import type { KioskId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** All that there are or were: a company has tens. In the order in which they came. */
export function allKiosks(db: Reader): Promise<Row<'kiosks'>[]> {
  return db.selectFrom('kiosks').selectAll().orderBy('created_at').orderBy('id').execute();
}

export async function insertKiosk(tx: Writer, kiosk: Row<'kiosks'>): Promise<void> {
  await tx.insertInto('kiosks').values(kiosk).execute();
}

export function kioskById(db: Reader, id: KioskId): Promise<Row<'kiosks'> | undefined> {
  return db.selectFrom('kiosks').where('id', '=', id).selectAll().executeTakeFirst();
}

type Change = Partial<Pick<Row<'kiosks'>, 'name' | 'code_hash' | 'code_expires_at' | 'credential_hash' | 'revoked_at'>>;

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

/** Uses a code up and gives the kiosk its credential, in one statement: of many at once one succeeds. */
export function useKioskCode(
  tx: Writer,
  {
    codeHash,
    credentialHash,
    appVersion,
    at,
  }: { codeHash: string; credentialHash: string; appVersion: string; at: Instant },
): Promise<Pick<Row<'kiosks'>, 'id' | 'name'> | undefined> {
  return tx
    .updateTable('kiosks')
    .set({
      code_hash: null,
      code_expires_at: null,
      credential_hash: credentialHash,
      enrolled_at: at,
      seen_at: at,
      app_version: appVersion,
    })
    .where('code_hash', '=', codeHash)
    .where('code_expires_at', '>', at)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .executeTakeFirst();
}

export function kioskByCredential(db: Reader, credentialHash: string): Promise<Row<'kiosks'> | undefined> {
  return db
    .selectFrom('kiosks')
    .where('credential_hash', '=', credentialHash)
    .where('revoked_at', 'is', null)
    .selectAll()
    .executeTakeFirst();
}

/** False where it was revoked, or enrolled anew, meanwhile. */
export async function markKioskSeen(
  tx: Writer,
  credentialHash: string,
  { appVersion, at }: { appVersion: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kiosks')
    .set({ seen_at: at, app_version: appVersion })
    .where('credential_hash', '=', credentialHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
