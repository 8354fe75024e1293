import type { Company } from '../../shared/company.ts';
import type { MeterId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { stands } from '../../shared/reading.ts';
import { lockAllAccounts } from '../accounts/queries.ts';
import { lockForVersions } from '../accounts/versions.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Row, Writer } from '../db/tables.ts';
import { judgeAgain } from '../readings/judge-again.ts';
import { isLocked } from '../readings/queries.ts';
import { billedExports, changeVerdict, lateAndBeside, takeTurn, unlockPeriod } from './queries.ts';

/** Why a lock cannot be taken off. */
export class UnlockRefused extends Error {
  readonly code: 'not_locked' | 'period_billed';
  /** How many of its readings billing has billed. */
  readonly billed: number;

  constructor(code: UnlockRefused['code'], words: string, billed = 0) {
    super(words);
    this.name = 'UnlockRefused';
    this.code = code;
    this.billed = billed;
  }
}

/** What became of the readings that were late for the lock. */
export interface Unlocked {
  accepted: number;
  review: number;
  late: number;
}

/**
 * Takes back the lock of a period (W6). Readings that were late are judged again, as if there had been no lock, beside
 * the neighbours of today: those against which nothing is to be said count; at the others, and where there are several
 * of a meter, the office looks. Batches stay: what billing was given stays given, and a correction of it late. Throws
 * UnlockRefused where nothing is locked, and where billing has billed what it was given (I9).
 */
export function unlock(
  { db, ...unlocking }: Unlocking & { db: Database },
  request: { period: Period; reason: string },
): Promise<Unlocked> {
  return db.write(async (tx) => {
    // No export or acknowledgement comes in between, and no push: it would be late for a lock that is gone.
    await takeTurn(tx);
    await lockAllAccounts(tx);
    return takeLockOff(tx, unlocking, request);
  });
}

interface Unlocking {
  company: Company;
  clock: Clock;
  actor: string;
}

/** The same, inside a transaction that has its turn and has locked all accounts. What throws has written nothing. */
export async function takeLockOff(
  tx: Writer,
  { company, clock, actor }: Unlocking,
  { period, reason }: { period: Period; reason: string },
): Promise<Unlocked> {
  if (!(await isLocked(tx, period))) throw new UnlockRefused('not_locked', `${period} is not locked`);
  const billed = await billedExports(tx, period);
  if (billed > 0) {
    const readings = billed === 1 ? '1 reading' : `${billed} readings`;
    throw new UnlockRefused(
      'period_billed',
      `billing has billed ${readings} of ${period}: what is billed stays (I9)`,
      billed,
    );
  }
  await unlockPeriod(tx, period);
  const at = toInstant(clock.now());
  const rows = await lateAndBeside(tx, period);
  const byMeter = new Map<MeterId, Row<'readings'>[]>();
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
  // What billing was given as an adjustment is its own by now.
  const isGiven = ({ batch_id }: Row<'readings'>) => batch_id !== null;
  for (const row of rows.filter((one) => one.state === 'late' && !isGiven(one))) {
    const beside = (byMeter.get(row.meter_id) ?? []).filter((other) => other !== row);
    const { state, problems } = await takeBack(tx, company, row, beside);
    counts[state]++;
    if (state === 'late') continue;
    const version = versions.next(row.account_id);
    await changeVerdict(tx, { id: row.id, state, version, at, findings: JSON.stringify(problems) });
  }
  await versions.write();
  await appendAudit(tx, { at, actor, action: 'unlock', subject: period, detail: { reason, ...counts } });
  return counts;
}

async function takeBack(
  tx: Writer,
  company: Company,
  row: Row<'readings'>,
  beside: readonly Row<'readings'>[],
): Promise<{ state: keyof Unlocked; problems: Problem[] }> {
  // Billing has another one: this one is late for the batch, not for the lock.
  if (beside.some(({ state, batch_id }) => state === 'billed' || (stands(state) && batch_id !== null))) {
    return { state: 'late', problems: [] };
  }
  const { outcome, findings } = await judgeAgain(tx, company, row);
  const problems = findings.map(({ problem }) => problem);
  if (beside.length > 0) return { state: 'review', problems: [...problems, { code: 'concurrent_reading' }] };
  return { state: outcome === 'accepted' ? 'accepted' : 'review', problems };
}
