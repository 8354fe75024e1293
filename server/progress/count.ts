import { setImmediate } from 'node:timers/promises';
import { toInstant } from '../../shared/instant.ts';
import { lastDayOf, type Period } from '../../shared/period.ts';
import { localDay } from '../../shared/window.ts';
import type { Services } from '../context.ts';
import {
  claimCount,
  metersOfPiece,
  nextPiece,
  reachableAccounts,
  releaseCount,
  storeBuildings,
  storeCount,
} from './count-queries.ts';
import { MonthTally } from './tally.ts';

/** For so long one caller counts alone; whoever was cut off leaves it to the next one after that. */
const claimMs = 120_000;

/** Counts a month and keeps what came of it. False where somebody else is at it. */
export async function countMonth(
  { db, clock, company }: Pick<Services, 'db' | 'clock' | 'company'>,
  period: Period,
): Promise<boolean> {
  const now = clock.now();
  const claim = { period, now: toInstant(now), until: toInstant(now + claimMs) };
  if (!(await db.write((tx) => claimCount(tx, claim)))) return false;
  try {
    const begin = performance.now();
    const sums = new MonthTally({ today: localDay(now, company.timeZone), timeZone: company.timeZone });
    const lastDay = lastDayOf(period);
    for (let piece = await nextPiece(db.reader, ''); piece; piece = await nextPiece(db.reader, piece.until)) {
      const { after, until } = piece;
      const rows = await metersOfPiece(db.reader, { after, until, period, lastDay });
      const reachable = await reachableAccounts(db.reader, { after, until, period });
      sums.add(rows, new Set(reachable.map(({ account_id }) => account_id)));
      // SQLite answers at once, and so nobody else would be served before the end.
      await setImmediate();
    }
    const took_ms = Math.round(performance.now() - begin);
    const buildings = sums.buildings.map(({ building, tally }) => ({
      period,
      building,
      missing: tally.missing.registers,
      tally: JSON.stringify(tally),
    }));
    await db.write(async (tx) => {
      await storeBuildings(tx, period, buildings);
      const tally = JSON.stringify(sums.company);
      await storeCount(tx, { period, counted_at: toInstant(clock.now()), took_ms, tally });
    });
    return true;
  } catch (error) {
    await db.write((tx) => releaseCount(tx, period));
    throw error;
  }
}
