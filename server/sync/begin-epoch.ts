import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { deleteAllSessions } from '../auth/queries.ts';
import { consumeAllStaffTokens } from '../auth/token-queries.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { renewEpoch } from '../db/identity.ts';
import { deleteAllStaffSessions } from '../staff/session-queries.ts';

/**
 * I6: after the database was restored from a backup, another epoch begins, and devices send again what it lost. The
 * backup's sessions all end, those of the office too, because some of them had been ended since; so had links of the office been
 * used. Answers with how many sessions there were.
 */
export function beginEpoch({
  db,
  clock,
  actor,
}: {
  db: Database;
  clock: Clock;
  actor: string;
}): Promise<{ epoch: string; sessions: number }> {
  return db.write(async (tx) => {
    const epoch = await renewEpoch(tx);
    const at = toInstant(clock.now());
    const sessions = (await deleteAllSessions(tx)) + (await deleteAllStaffSessions(tx));
    await consumeAllStaffTokens(tx, at);
    await appendAudit(tx, {
      at,
      actor,
      action: 'restored',
      subject: epoch,
      detail: { sessions },
    });
    return { epoch, sessions };
  });
}
