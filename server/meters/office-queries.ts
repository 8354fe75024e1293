import type { MeterId } from '../../shared/ids.ts';
import type { Reader, Writer } from '../db/tables.ts';

/** Of the newest of a meter's row and its readings: it rises with whatever somebody who looks at the meter sees of it. */
export async function newestVersion(db: Reader, meter: MeterId): Promise<number> {
  const { own, read } = await db
    .selectFrom('meters')
    .where('meters.id', '=', meter)
    .select((row) => [
      'meters.version as own',
      row
        .selectFrom('readings')
        .where('readings.meter_id', '=', meter)
        .select((readings) => readings.fn.max('readings.version').as('newest'))
        .as('read'),
    ])
    .executeTakeFirstOrThrow();
  return Math.max(Number(own), Number(read ?? 0));
}

export async function setSerial(tx: Writer, { meter, serial }: { meter: MeterId; serial: string }): Promise<void> {
  await tx.updateTable('meters').set({ serial }).where('id', '=', meter).execute();
}

/** Only of a meter that was never read. */
export async function deleteRegisters(tx: Writer, meter: MeterId): Promise<void> {
  await tx.deleteFrom('registers').where('meter_id', '=', meter).execute();
}
