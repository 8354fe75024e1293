import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import { deleteAllSessions } from '../auth/queries.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { renewEpoch } from '../db/identity.ts';

/**
 * I6: after the database was restored from a backup, another epoch begins, and devices send again what it lost. The
 * backup's sessions all end, because some of them had been ended since. Answers with how many there were.
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
    const sessions = await deleteAllSessions(tx);
    await appendAudit(tx, {
      at: toInstant(clock.now()),
      actor,
      action: 'restored',
      subject: epoch,
      detail: { sessions },
    });
    return { epoch, sessions };
  });
}
