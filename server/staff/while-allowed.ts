import { mayActAs, type StaffRole } from '../../shared/staff.ts';
import type { Services } from '../context.ts';
import { guardWrites } from '../db/guard-writes.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';

/**
 * Asks once more, in a transaction that writes, whether who called may do so: between the call and its turn to write somebody may
 * have been shut out, signed out, or given a lower role. Throws `signed_out` and `forbidden`.
 */
export function stillAllowed(
  { staffSessions }: Pick<Services, 'staffSessions'>,
  staffSession: string,
  least: StaffRole,
): (tx: Writer) => Promise<void> {
  return async (tx) => {
    const role = await staffSessions.roleOf(tx, staffSession);
    if (role === null) throw new ProblemError({ code: 'signed_out' });
    if (!mayActAs(role, least)) throw new ProblemError({ code: 'forbidden' });
  };
}

/** The services for a call of somebody of the office: every transaction that writes begins by asking so. */
export function whileAllowed(services: Services, staffSession: string, least: StaffRole): Services {
  return { ...services, db: guardWrites(services.db, stillAllowed(services, staffSession, least)) };
}
