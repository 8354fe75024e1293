import { toInstant } from '../../shared/instant.ts';
import { mayActAs, type Staff, type StaffRole } from '../../shared/staff.ts';
import { appendAudit } from '../audit/append.ts';
import type { Context } from '../context.ts';
import { ProblemError } from '../errors.ts';

/**
 * Who of the office calls, by the cookie of the office's session. Throws `signed_out` where nobody is signed in, and
 * `forbidden` where it takes a higher role, which is noted.
 */
export async function staffSignedIn(
  ctx: Pick<Context, 'services' | 'request'>,
  least: StaffRole,
): Promise<{ staff: Staff; staffSession: string }> {
  const { staffToken } = ctx.request;
  const staff = await ctx.services.staffSessions.validate(staffToken);
  if (!staff || staffToken === null) throw new ProblemError({ code: 'signed_out' });
  if (!mayActAs(staff.role, least)) {
    const { db, clock } = ctx.services;
    const entry = {
      at: toInstant(clock.now()),
      actor: staff.id,
      action: 'staff-role-refused',
      subject: staff.id,
    } as const;
    await db.write((tx) => appendAudit(tx, { ...entry, detail: { role: staff.role, least } }));
    throw new ProblemError({ code: 'forbidden' });
  }
  return { staff, staffSession: staffToken };
}
