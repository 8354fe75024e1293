import type { AccountId, KioskId, ReadingId, SlipId, UserId } from '../../shared/ids.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

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

export async function insertSlip(tx: Writer, slip: Row<'kiosk_slips'>): Promise<void> {
  await tx.insertInto('kiosk_slips').values(slip).execute();
}

export async function setSlipEntered(
  tx: Writer,
  id: SlipId,
  entered: Pick<Row<'kiosk_slips'>, 'state' | 'account_id' | 'results'>,
): Promise<void> {
  await tx.updateTable('kiosk_slips').set(entered).where('id', '=', id).execute();
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

export async function countHeldSlips(db: Reader, kiosk: KioskId): Promise<number> {
  const { count } = await db
    .selectFrom('kiosk_slips')
    .where('kiosk_id', '=', kiosk)
    .where('state', '=', 'held')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
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

/** What was left for accounts that these users have and nobody else. */
export function slipContentsOfAlone(
  db: Reader,
  users: readonly UserId[],
): Promise<Pick<Row<'kiosk_slips'>, 'id' | 'content'>[]> {
  return db
    .selectFrom('kiosk_slips')
    .where('account_id', 'in', (row) =>
      row.selectFrom('user_accounts').where('user_id', 'in', users).select('account_id'),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('user_accounts')
            .whereRef('user_accounts.account_id', '=', 'kiosk_slips.account_id')
            .where('user_accounts.user_id', 'not in', users)
            .select('user_accounts.user_id'),
        ),
      ),
    )
    .select(['id', 'content'])
    .execute();
}

export async function setSlipContent(tx: Writer, id: SlipId, content: string): Promise<void> {
  await tx.updateTable('kiosk_slips').set({ content }).where('id', '=', id).execute();
}
