import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeKioskTokensOf } from '../auth/token-queries.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';

interface Asking {
  user: Resident;
  session: string;
}

/** Signs one of the resident's devices out. `cookie` is set where it is the one that asks. Throws `not_found`. */
export function endDevice(
  { db, sessions, clock }: Services,
  { user, session }: Asking,
  id: string,
): Promise<{ cookie: string | null }> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    const ended = await sessions.endDevice(tx, user.id, id, session);
    if (!ended) throw new ProblemError({ code: 'not_found' });
    await appendAudit(tx, { at, actor: user.id, action: 'end-device', subject: user.id, detail: {} });
    return ended;
  });
}

/** Signs all the resident's devices out but the one that asks, and ends what kiosks show; answers with how many devices there were. */
export function endOtherDevices(
  { db, sessions, clock }: Services,
  { user, session }: Asking,
): Promise<{ ended: number }> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    const ended = await sessions.endOthers(tx, user.id, session);
    await consumeKioskTokensOf(tx, user.id, at);
    await appendAudit(tx, { at, actor: user.id, action: 'end-other-devices', subject: user.id, detail: { ended } });
    return { ended };
  });
}
