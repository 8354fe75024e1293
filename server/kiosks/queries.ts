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

type Change = Partial<Pick<Row<'kiosks'>, 'name' | 'code_hash' | 'code_expires_at'>>;

/** For good; what it still brings is known by the credential that it had. False where there was none in use. */
export async function revokeKioskRow(tx: Writer, id: KioskId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kiosks')
    .set((row) => ({
      revoked_at: at,
      code_hash: null,
      code_expires_at: null,
      revoked_hash: row.ref('credential_hash'),
      credential_hash: null,
    }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
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

/** Also of one that was revoked. */
export function kioskByAnyCredential(db: Reader, credentialHash: string): Promise<Row<'kiosks'> | undefined> {
  return db
    .selectFrom('kiosks')
    .where((row) => row.or([row('credential_hash', '=', credentialHash), row('revoked_hash', '=', credentialHash)]))
    .selectAll()
    .executeTakeFirst();
}

/** The same, locked for this transaction, so that it is not revoked meanwhile. */
export function lockKioskByAnyCredential(
  tx: Writer,
  credentialHash: string,
): Promise<Pick<Row<'kiosks'>, 'id' | 'revoked_at'> | undefined> {
  return tx
    .updateTable('kiosks')
    .set((row) => ({ seen_at: row.ref('seen_at') }))
    .where((row) => row.or([row('credential_hash', '=', credentialHash), row('revoked_hash', '=', credentialHash)]))
    .returning(['id', 'revoked_at'])
    .executeTakeFirst();
}

type Seen = Partial<Pick<Row<'kiosks'>, 'seen_at' | 'app_version' | 'waiting' | 'waiting_since' | 'refused'>>;

/** False where it was revoked, or enrolled anew, meanwhile. */
export async function markKioskSeen(tx: Writer, credentialHash: string, seen: Seen): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kiosks')
    .set(seen)
    .where('credential_hash', '=', credentialHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
