import type { UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import { lockLiveUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { deleteSessionOf, deleteSessionsOf } from '../auth/queries.ts';
import { consumeKioskTokensOf } from '../auth/token-queries.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';

/** Signs one device of a user out. Throws `changed_meanwhile` where it is signed out already, and `not_found`. */
export function endPersonDevice(
  { db, clock }: Services,
  staff: Staff,
  { user, device }: { user: UserId; device: string },
): Promise<void> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    if (!(await lockLiveUser(tx, user))) throw new ProblemError({ code: 'not_found' });
    if (!(await deleteSessionOf(tx, user, device))) throw new ProblemError({ code: 'changed_meanwhile' });
    await appendAudit(tx, { at, actor: staff.id, action: 'end-device', subject: user, detail: {} });
  });
}

/** Signs all devices of a user out, and ends what kiosks show; answers with how many devices there were. Throws `not_found`. */
export function endPersonDevices({ db, clock }: Services, staff: Staff, user: UserId): Promise<{ ended: number }> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    // The sessions of a user that has ended are what tells the devices so.
    if (!(await lockLiveUser(tx, user))) throw new ProblemError({ code: 'not_found' });
    const ended = await deleteSessionsOf(tx, user);
    await consumeKioskTokensOf(tx, user, at);
    await appendAudit(tx, { at, actor: staff.id, action: 'end-devices', subject: user, detail: { ended } });
    return { ended };
  });
}
