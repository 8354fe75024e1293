import type { StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export async function insertStaffSession(tx: Writer, session: Row<'staff_sessions'>): Promise<void> {
  await tx.insertInto('staff_sessions').values(session).execute();
}

export type SignedInStaff = Pick<Row<'staff'>, 'id' | 'name' | 'email' | 'role' | 'language' | 'disabled_at'> &
  Pick<Row<'staff_sessions'>, 'created_at' | 'seen_at'>;

export function staffBySession(db: Reader, idHash: string): Promise<SignedInStaff | undefined> {
  return db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .where('staff_sessions.id_hash', '=', idHash)
    .select([
      'staff.id',
      'staff.name',
      'staff.email',
      'staff.role',
      'staff.language',
      'staff.disabled_at',
      'staff_sessions.created_at',
      'staff_sessions.seen_at',
    ])
    .executeTakeFirst();
}

/** Never back in time: of two requests at once the later one holds. */
export async function markStaffSeen(tx: Writer, idHash: string, at: Instant): Promise<void> {
  await tx
    .updateTable('staff_sessions')
    .set({ seen_at: at })
    .where('id_hash', '=', idHash)
    .where('seen_at', '<', at)
    .execute();
}

export async function deleteStaffSession(tx: Writer, idHash: string): Promise<void> {
  await tx.deleteFrom('staff_sessions').where('id_hash', '=', idHash).execute();
}

/** All of them, or all but one. */
export async function deleteStaffSessionsOf(tx: Writer, staff: StaffId, but: string | null): Promise<void> {
  await tx
    .deleteFrom('staff_sessions')
    .where('staff_id', '=', staff)
    .$if(but !== null, (rows) => rows.where('id_hash', '!=', but as string))
    .execute();
}

/** Of everybody; answers how many there were. */
export async function deleteAllStaffSessions(tx: Writer): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('staff_sessions').executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export async function deleteStaffSessionsBefore(
  tx: Writer,
  { seen, created }: { seen: Instant; created: Instant },
): Promise<void> {
  await tx
    .deleteFrom('staff_sessions')
    .where((row) => row.or([row('seen_at', '<=', seen), row('created_at', '<=', created)]))
    .execute();
}
