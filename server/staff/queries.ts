import type { StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export async function insertStaff(tx: Writer, staff: Row<'staff'>): Promise<void> {
  await tx.insertInto('staff').values(staff).execute();
}

/** Addresses are kept in lower case. */
export function staffByEmail(db: Reader, email: string): Promise<Row<'staff'> | undefined> {
  return db.selectFrom('staff').where('email', '=', email.toLowerCase()).selectAll().executeTakeFirst();
}

export function staffById(db: Reader, id: StaffId): Promise<Row<'staff'> | undefined> {
  return db.selectFrom('staff').where('id', '=', id).selectAll().executeTakeFirst();
}

/** As `staffById`, and the row is this transaction's until it ends; writing it is how both engines lock. */
export function lockStaff(tx: Writer, id: StaffId): Promise<Row<'staff'> | undefined> {
  return tx
    .updateTable('staff')
    .set((row) => ({ name: row.ref('name') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export type StaffChange = Partial<
  Pick<Row<'staff'>, 'role' | 'language' | 'password_hash' | 'totp_secret' | 'totp_step' | 'disabled_at' | 'name'>
>;

export async function updateStaff(tx: Writer, id: StaffId, change: StaffChange): Promise<void> {
  await tx.updateTable('staff').set(change).where('id', '=', id).execute();
}

/** Everybody there is or was: an office has tens of people, never thousands. In the order in which they came. */
export function allStaff(db: Reader): Promise<Row<'staff'>[]> {
  return db.selectFrom('staff').selectAll().orderBy('created_at').orderBy('id').execute();
}

/** What these of them are called; other ids are passed over. */
export async function staffNames(db: Reader, ids: readonly string[]): Promise<Map<StaffId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('staff').where('id', 'in', ids).select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The newest use of any session that there still is, by its owner. */
export async function lastSeenOfStaff(db: Reader): Promise<Map<StaffId, Instant>> {
  const rows = await db
    .selectFrom('staff_sessions')
    .select(['staff_id', ({ fn }) => fn.max('seen_at').as('seen')])
    .groupBy('staff_id')
    .execute();
  return new Map(rows.map(({ staff_id, seen }) => [staff_id, seen]));
}

export async function insertRecoveryCodes(tx: Writer, staff: StaffId, hashes: readonly string[]): Promise<void> {
  await tx
    .insertInto('staff_recovery_codes')
    .values(hashes.map((code_hash) => ({ staff_id: staff, code_hash, used_at: null })))
    .execute();
}

export async function deleteRecoveryCodes(tx: Writer, staff: StaffId): Promise<void> {
  await tx.deleteFrom('staff_recovery_codes').where('staff_id', '=', staff).execute();
}

/** Whether the code was one of theirs and nobody had used it: of many at once one uses it. */
export async function useRecoveryCode(
  tx: Writer,
  staff: StaffId,
  { codeHash, at }: { codeHash: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_recovery_codes')
    .set({ used_at: at })
    .where('staff_id', '=', staff)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function countRecoveryCodes(db: Reader, staff: StaffId): Promise<number> {
  const { left } = await db
    .selectFrom('staff_recovery_codes')
    .where('staff_id', '=', staff)
    .where('used_at', 'is', null)
    .select(({ fn }) => fn.countAll<number | string | bigint>().as('left'))
    .executeTakeFirstOrThrow();
  return Number(left);
}
