import type { ReadingId } from '../../shared/ids.ts';
import { addMonths } from '../../shared/period.ts';
import { policyOf } from '../../shared/policy.ts';
import { kindsOf, type ReadingSeen, type ReviewCase } from '../../shared/review.ts';
import type { Staff } from '../../shared/staff.ts';
import { windowOf } from '../../shared/window.ts';
import { usersOf } from '../accounts/user-queries.ts';
import { noteView } from '../audit/note-view.ts';
import type { Services } from '../context.ts';
import type { Reader, Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { slipOfReading } from '../kiosks/slip-queries.ts';
import { slipIn } from '../kiosks/slip-results.ts';
import { toMeter } from '../meters/to-meter.ts';
import { standOfPeriod } from '../periods/queries.ts';
import { claimsOf } from '../readings/judge-again.ts';
import { toReading } from '../readings/rows.ts';
import { judgeWaiting } from './decide.ts';
import { adjusts, lookAtPlace, waits } from './place.ts';
import {
  decidedReadings,
  firstMessage,
  meterSeen,
  photosOfReading,
  questionsAbout,
  readingAnywhere,
  standingSince,
} from './queries.ts';

/** A chart shows a year beside the year before. */
const monthsShown = 25;

/**
 * A reading that waits, with what a decision needs. Throws `changed_meanwhile` where it waits no more. It shows one
 * resident's data, so the audit log notes who looked.
 */
export function openCase(
  { db, clock, company }: Pick<Services, 'db' | 'clock' | 'company'>,
  staff: Staff,
  reading: ReadingId,
): Promise<ReviewCase> {
  return db.write(async (tx) => {
    const row = await readingAnywhere(tx, reading);
    const meter = row && (await meterSeen(tx, row.meter_id));
    if (!row || !meter) throw new ProblemError({ code: 'not_found' });
    if (!waits(row)) throw new ProblemError({ code: 'changed_meanwhile' });
    const { period, account_id: account } = row;
    const place = await lookAtPlace(tx, { meter: row.meter_id, period });
    const { findings } = await judgeWaiting(tx, company, meter, row, null);
    const { exceptions } = await standOfPeriod(tx, { period, building: meter.building });
    const { opensOn, closesOn } = windowOf(policyOf(company, meter, exceptions).rule, period);
    const standing = await standingSince(tx, row.meter_id, addMonths(period, -monthsShown));
    const decided = await decidedReadings(tx, row.meter_id, period);
    const [question] = await questionsAbout(tx, [reading]);
    const seen = toSeen(row);
    const { number, holder, address, email, phone } = meter;
    await noteView(tx, { now: clock.now(), staff: staff.id, account, detail: { reading } });
    return {
      reading: seen,
      kinds: kindsOf(seen),
      seen: place.seen,
      account: { id: account, number, holder, address, email, phone },
      isRead: (await usersOf(tx, account)).length > 0,
      slip: await slipOf(tx, reading),
      meter: toMeter(meter),
      claims: await claimsOf(tx, row),
      judged: [...findings],
      window: { opensOn, closesOn },
      adjusts: adjusts(place),
      beside: place.readings.filter(({ id }) => id !== reading).map(toSeen),
      history: standing.filter((one) => one.period !== period).map(toReading),
      decided: decided.map(toReading),
      photos: (await photosOfReading(tx, reading)).map(({ id }) => id),
      question: question
        ? {
            conversation: question.id,
            state: question.state,
            askedAt: question.created_at,
            text: await firstMessage(tx, question.id),
          }
        : null,
    };
  });
}

async function slipOf(db: Reader, reading: ReadingId): Promise<ReviewCase['slip']> {
  const row = await slipOfReading(db, reading);
  if (!row) return null;
  const { contact, language } = slipIn(row);
  return { id: row.id, contact, language };
}

const toSeen = (row: Row<'readings'>): ReadingSeen => ({
  ...toReading(row),
  earliest: row.captured_earliest,
  latest: row.captured_latest,
});
