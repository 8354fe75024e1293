import type { MeterId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { stands } from '../../shared/reading.ts';
import { lockAllAccounts } from '../accounts/queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { billedExports, changeState, isLocked, lateAndBeside, takeTurn, unlockPeriod } from './queries.ts';
import { lockForVersions } from './versions.ts';

type Late = Awaited<ReturnType<typeof lateAndBeside>>[number];

/** Why a lock cannot be taken off. */
class UnlockRefused extends Error {
  readonly code: 'not_locked' | 'period_billed';

  constructor(code: UnlockRefused['code'], words: string) {
    super(words);
    this.name = 'UnlockRefused';
    this.code = code;
  }
}

/** What became of the readings that were late for the lock. */
interface Unlocked {
  accepted: number;
  review: number;
  late: number;
}

/**
 * Takes back the lock of a period (W6). Readings that were late for nothing but the lock count again; where something
 * else is to be said about them, or there are several, the office looks at them. Batches stay: what billing was given
 * stays given, and a correction of it late. Throws UnlockRefused where nothing is locked, and where billing has billed
 * what it was given (I9).
 */
export function unlock(
  { db, clock, actor }: { db: Database; clock: Clock; actor: string },
  { period, reason }: { period: Period; reason: string },
): Promise<Unlocked> {
  return db.write(async (tx) => {
    // No export or acknowledgement comes in between, and no push: it would be late for a lock that is gone.
    await takeTurn(tx);
    await lockAllAccounts(tx);
    if (!(await isLocked(tx, period))) throw new UnlockRefused('not_locked', `${period} is not locked`);
    const billed = await billedExports(tx, period);
    if (billed > 0) {
      const readings = billed === 1 ? '1 reading' : `${billed} readings`;
      throw new UnlockRefused(
        'period_billed',
        `billing has billed ${readings} of ${period}: what is billed stays (I9)`,
      );
    }
    await unlockPeriod(tx, period);
    const at = toInstant(clock.now());
    const rows = await lateAndBeside(tx, period);
    const byMeter = new Map<MeterId, Late[]>();
    for (const row of rows) {
      const known = byMeter.get(row.meter_id);
      if (known) known.push(row);
      else byMeter.set(row.meter_id, [row]);
    }
    const versions = await lockForVersions(
      tx,
      rows.map(({ account_id }) => account_id),
    );
    const counts: Unlocked = { accepted: 0, review: 0, late: 0 };
    for (const row of rows.filter(({ state }) => state === 'late')) {
      const state = stateAfter(row, byMeter.get(row.meter_id) ?? []);
      counts[state]++;
      if (state === 'late') continue;
      await changeState(tx, { id: row.id, state, version: versions.next(row.account_id), at, reason: null });
    }
    await versions.write();
    await appendAudit(tx, { at, actor, action: 'unlock', subject: period, detail: { reason, ...counts } });
    return counts;
  });
}

/** What says nothing against a reading (`shared/check-reading` notes it only). */
const harmless: ReadonlySet<Problem['code']> = new Set(['period_locked', 'time_uncertain', 'still_zero', 'rollover']);

function stateAfter(row: Late, ofMeter: readonly Late[]): keyof Unlocked {
  // Billing has another one: this one is late for the batch, not for the lock.
  if (ofMeter.some(({ state, batch_id }) => state === 'billed' || (stands(state) && batch_id !== null))) return 'late';
  const alone = ofMeter.length === 1;
  return alone && (JSON.parse(row.findings) as Problem[]).every(({ code }) => harmless.has(code))
    ? 'accepted'
    : 'review';
}
