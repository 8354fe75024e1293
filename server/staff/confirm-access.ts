import type { StaffId } from '../../shared/ids.ts';
import { type EpochMs, type Instant, toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import type { LimitKeys } from '../limits/limits.ts';
import { lockStaff, staffById } from './queries.ts';
import { takeCode } from './take-code.ts';

/** What wrong codes of somebody count under. */
export const codeLimits = (staff: StaffId): LimitKeys => ({ 'staff-code': staff, 'staff-code-day': staff });

/**
 * Does `work` for somebody who is signed in and brings both factors once more, with the row locked. Throws `password_wrong`,
 * `code_wrong`, and `too_many` after many of those.
 */
export async function withAccess<T>(
  { db, passwords, limits, clock }: Services,
  { id, current, code }: { id: StaffId; current: string; code: string },
  work: (tx: Writer, staff: Row<'staff'>, time: { now: EpochMs; at: Instant }) => Promise<T>,
): Promise<T> {
  await limits.consume('staff-current-password', id);
  const from = (await staffById(db.reader, id))?.password_hash ?? null;
  const now = clock.now();
  const at = toInstant(now);
  if (!(await passwords.verify(from, current))) {
    await db.write((tx) => appendAudit(tx, { at, actor: id, action: 'staff-password-wrong', subject: id, detail: {} }));
    throw new ProblemError({ code: 'password_wrong' });
  }
  await limits.reward('staff-current-password', id);
  await limits.consumeAll(codeLimits(id));
  const done = await db.write(async (tx) => {
    const staff = await lockStaff(tx, id);
    if (!staff || staff.disabled_at !== null) throw new ProblemError({ code: 'signed_out' });
    if (staff.password_hash !== from) throw new ProblemError({ code: 'password_wrong' });
    return (await takeCode(tx, staff, code, now)) ? { value: await work(tx, staff, { now, at }) } : null;
  });
  if (done === null) throw new ProblemError({ code: 'code_wrong' });
  await limits.rewardAll(codeLimits(id));
  return done.value;
}
