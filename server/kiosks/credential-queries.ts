import type { KioskId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { CredentialState } from '../db/kiosk-tables.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { credentialsIn, kioskCredentialHash } from './codes.ts';

export type KnownCredential = Row<'kiosk_credentials'> & Pick<Row<'kiosks'>, 'name' | 'closed_at'>;

function credentialByHash(db: Reader, hash: string): Promise<KnownCredential | undefined> {
  return db
    .selectFrom('kiosk_credentials')
    .innerJoin('kiosks', 'kiosks.id', 'kiosk_credentials.kiosk_id')
    .where('kiosk_credentials.hash', '=', hash)
    .selectAll('kiosk_credentials')
    .select(['kiosks.name', 'kiosks.closed_at'])
    .executeTakeFirst();
}

/** The first of those in a cookie (`credentialsIn`) that is of a kiosk; `credential` in clear. */
export async function credentialIn(
  db: Reader,
  cookie: string,
): Promise<(KnownCredential & { credential: string }) | undefined> {
  for (const credential of credentialsIn(cookie)) {
    const known = await credentialByHash(db, kioskCredentialHash(credential));
    if (known) return { ...known, credential };
  }
  return undefined;
}

/** With its kiosk locked for this transaction, so that neither changes meanwhile. */
export async function lockCredential(tx: Writer, hash: string): Promise<KnownCredential | undefined> {
  await tx
    .updateTable('kiosks')
    .set((row) => ({ seen_at: row.ref('seen_at') }))
    .where('id', '=', (row) => row.selectFrom('kiosk_credentials').where('hash', '=', hash).select('kiosk_id'))
    .execute();
  return credentialByHash(tx, hash);
}

export async function insertCredential(
  tx: Writer,
  credential: Omit<Row<'kiosk_credentials'>, 'ended_at'>,
): Promise<void> {
  await tx
    .insertInto('kiosk_credentials')
    .values({ ...credential, ended_at: null })
    .execute();
}

/** Ends those in use, but one where it is named. The caller has locked the kiosk. */
export async function endCredentials(
  tx: Writer,
  kiosk: KioskId,
  { as, at, but }: { as: CredentialState; at: Instant; but?: string },
): Promise<void> {
  await tx
    .updateTable('kiosk_credentials')
    .set({ state: as, ended_at: at })
    .where('kiosk_id', '=', kiosk)
    .where('state', 'in', ['current', 'next'])
    .$if(but !== undefined, (query) => query.where('hash', '!=', but as string))
    .execute();
}

/**
 * Those that were given to a kiosk since it was enrolled last hand in nothing any more; those of earlier tablets do. The caller has
 * locked the kiosk.
 */
export async function distrustCredentials(tx: Writer, kiosk: KioskId, at: Instant): Promise<void> {
  await tx
    .updateTable('kiosk_credentials')
    .set((row) => ({ state: 'distrusted' as const, ended_at: row.fn.coalesce('ended_at', row.val(at)) }))
    .where('kiosk_id', '=', kiosk)
    .where('state', 'in', ['current', 'next', 'rotated'])
    .execute();
}

export async function makeCurrent(tx: Writer, hash: string): Promise<void> {
  await tx.updateTable('kiosk_credentials').set({ state: 'current' }).where('hash', '=', hash).execute();
}

/** Drops all but the newest of those that nobody has taken on; answers how many there are. The caller has locked the kiosk. */
export async function keepNewestNext(tx: Writer, kiosk: KioskId, most: number): Promise<number> {
  const rows = await tx
    .selectFrom('kiosk_credentials')
    .where('kiosk_id', '=', kiosk)
    .where('state', '=', 'next')
    .orderBy('given_at', 'desc')
    .orderBy('hash')
    .select('hash')
    .execute();
  const older = rows.slice(most).map(({ hash }) => hash);
  if (older.length > 0) await tx.deleteFrom('kiosk_credentials').where('hash', 'in', older).execute();
  return rows.length - older.length;
}

/** Those of a kiosk that no browser can have any more. */
export async function deleteOldCredentials(
  tx: Writer,
  kiosk: KioskId,
  before: { ended: Instant; given: Instant },
): Promise<void> {
  await tx
    .deleteFrom('kiosk_credentials')
    .where('kiosk_id', '=', kiosk)
    .where((row) =>
      row.or([
        row('ended_at', '<', before.ended),
        row.and([row('state', '=', 'next'), row('given_at', '<', before.given)]),
      ]),
    )
    .execute();
}
