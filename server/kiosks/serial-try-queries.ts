import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** Locked for this transaction. */
export function holdSerial(tx: Writer, serial: string, at: Instant): Promise<Row<'kiosk_serial_tries'>> {
  return tx
    .insertInto('kiosk_serial_tries')
    .values({ serial, accounts: '{}', last_at: at })
    .onConflict((conflict) => conflict.column('serial').doUpdateSet((row) => ({ serial: row.ref('excluded.serial') })))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function keepSerial(tx: Writer, { serial, ...tries }: Row<'kiosk_serial_tries'>): Promise<void> {
  await tx.updateTable('kiosk_serial_tries').set(tries).where('serial', '=', serial).execute();
}

/** Those that there are of these serial numbers. */
export async function serialTriesOf(db: Reader, serials: readonly string[]): Promise<Row<'kiosk_serial_tries'>[]> {
  if (serials.length === 0) return [];
  return db.selectFrom('kiosk_serial_tries').where('serial', 'in', serials).selectAll().execute();
}

export async function forgetSerialRows(tx: Writer, serials: readonly string[]): Promise<void> {
  if (serials.length === 0) return;
  await tx.deleteFrom('kiosk_serial_tries').where('serial', 'in', serials).execute();
}

/** Of serial numbers that nobody has tried since. */
export async function deleteSerialTriesBefore(tx: Writer, at: Instant): Promise<void> {
  await tx.deleteFrom('kiosk_serial_tries').where('last_at', '<', at).execute();
}
