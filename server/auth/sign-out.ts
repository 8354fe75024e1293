import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';

/** Ends this one session; answers with the cookie that makes the browser forget it. */
export function signOut(
  { db, sessions, clock }: Services,
  { user: { id }, session }: { user: Resident; session: string },
): Promise<{ cookie: string }> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    const ended = await sessions.end(tx, session);
    await appendAudit(tx, { at, actor: id, action: 'sign-out', subject: id, detail: {} });
    return ended;
  });
}
