import type { AccountId, KioskId, ReadingId, SlipId } from '../../shared/ids.ts';
import { receiptNumber } from '../../shared/kiosk-slip.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { readingsFrom, resultsIn } from './slip-results.ts';

export function slipById(db: Reader, id: SlipId): Promise<Row<'kiosk_slips'> | undefined> {
  return db.selectFrom('kiosk_slips').where('id', '=', id).selectAll().executeTakeFirst();
}

/** Locked for this transaction. */
export function lockSlip(tx: Writer, id: SlipId): Promise<Row<'kiosk_slips'> | undefined> {
  return tx
    .updateTable('kiosk_slips')
    .set((row) => ({ state: row.ref('state') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export async function insertSlip(tx: Writer, slip: Omit<Row<'kiosk_slips'>, 'receipt'>): Promise<void> {
  await tx
    .insertInto('kiosk_slips')
    .values({ ...slip, receipt: receiptNumber(slip.id) })
    .execute();
  await noteReadingsOf(tx, slip);
}

export async function setSlipEntered(
  tx: Writer,
  id: SlipId,
  entered: Pick<Row<'kiosk_slips'>, 'state' | 'account_id' | 'results'>,
): Promise<void> {
  await tx.updateTable('kiosk_slips').set(entered).where('id', '=', id).execute();
  await noteReadingsOf(tx, { id, ...entered });
}

/** What came of it. An id that another slip has brought already stays with that one. */
async function noteReadingsOf(tx: Writer, slip: Pick<Row<'kiosk_slips'>, 'id' | 'results'>): Promise<void> {
  const readings = readingsFrom(resultsIn(slip));
  if (readings.length === 0) return;
  await tx
    .insertInto('kiosk_slip_readings')
    .values(readings.map((reading) => ({ reading_id: reading, slip_id: slip.id })))
    .onConflict((conflict) => conflict.column('reading_id').doNothing())
    .execute();
}

/** The slip that a reading came of. */
export function slipOfReading(db: Reader, reading: ReadingId): Promise<Row<'kiosk_slips'> | undefined> {
  return db
    .selectFrom('kiosk_slip_readings')
    .innerJoin('kiosk_slips', 'kiosk_slips.id', 'kiosk_slip_readings.slip_id')
    .where('kiosk_slip_readings.reading_id', '=', reading)
    .selectAll('kiosk_slips')
    .executeTakeFirst();
}

/** What waits for the office of what was left for an account. Locked for this transaction. */
export function lockOpenSlipsOf(tx: Writer, account: AccountId): Promise<Row<'kiosk_slips'>[]> {
  return tx
    .updateTable('kiosk_slips')
    .set((row) => ({ state: row.ref('state') }))
    .where('account_id', '=', account)
    .where('state', '=', 'office')
    .returningAll()
    .execute();
}

/** Of those that a kiosk brought: its own, or those that others had sealed. */
export async function countHeldSlips(db: Reader, kiosk: KioskId, whose: 'own' | 'foreign'): Promise<number> {
  const held = db.selectFrom('kiosk_slips').where('state', '=', 'held');
  const brought =
    whose === 'own'
      ? held.where('kiosk_id', '=', kiosk).where('brought_by', 'is', null)
      : held.where('brought_by', '=', kiosk);
  const { count } = await brought.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

/** Which of these are ids of readings that no operation brought, but a file for instance. */
export async function readingsOfNoOperation(db: Reader, ids: readonly ReadingId[]): Promise<Set<ReadingId>> {
  const rows = await db
    .selectFrom('readings')
    .leftJoin('operations', 'operations.id', 'readings.id')
    .where('readings.id', 'in', ids)
    .where('operations.id', 'is', null)
    .select('readings.id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
