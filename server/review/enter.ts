import { toInstant } from '../../shared/instant.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { addMonths, type Period, periodOfDay } from '../../shared/period.ts';
import { noClaims, stands } from '../../shared/reading.ts';
import { type Decided, type EntryBasis, objections } from '../../shared/review.ts';
import type { EnterInput } from '../../shared/review-forms.ts';
import type { Staff } from '../../shared/staff.ts';
import { localDay, noonOf } from '../../shared/window.ts';
import { lockForVersions } from '../accounts/versions.ts';
import { appendAudit } from '../audit/append.ts';
import { noteView } from '../audit/note-view.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { noteOnSlip, refuseUnlessOnSlip } from '../kiosks/enter-from-slip.ts';
import { closeSlipsOf } from '../kiosks/slip-keeping.ts';
import { toMeter } from '../meters/to-meter.ts';
import { captureColumns, toReading } from '../readings/rows.ts';
import { everyRegister, judgeForOffice } from './judge.ts';
import { enterOfficeReading } from './office-reading.ts';
import { adjusts, lookAtPlace } from './place.ts';
import { meterSeen, standingSince } from './queries.ts';

type Office = Pick<Services, 'db' | 'clock' | 'company'>;

/** What somebody looks at who enters a reading for a meter's month. It shows one resident's data, so it is noted who looked. */
export async function entryBasis(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Staff,
  { meter: id, period }: { meter: string; period: Period },
): Promise<EntryBasis> {
  const meter = await meterSeen(db.reader, id);
  if (!meter) throw new ProblemError({ code: 'not_found' });
  const place = await lookAtPlace(db.reader, { meter: id, period });
  const history = await standingSince(db.reader, id, addMonths(period, -25));
  await db.write((tx) => noteView(tx, { now: clock.now(), staff: staff.id, account: meter.account_id }));
  return {
    meter: toMeter(meter),
    seen: place.seen,
    present: place.readings.map(toReading),
    history: history.filter((row) => row.period !== period).map(toReading),
    adjusts: adjusts(place),
  };
}

/**
 * W5: the office enters a reading, outside the window too, with a reason that the resident reads. It takes the place of
 * what stands or waits there and is not billing's yet; otherwise it is an adjustment (W6, I9). `from`: what was left at a kiosk,
 * where it is noted, so that nobody enters it again.
 */
export function enterReading(
  { db, clock, company }: Office,
  staff: Staff,
  { meter: id, period, seen, values, takenOn, rollover, override, reason, from }: EnterInput,
): Promise<Decided> {
  return db.write(async (tx): Promise<Decided> => {
    const found = await meterSeen(tx, id);
    if (!found) throw new ProblemError({ code: 'not_found' });
    const now = clock.now();
    const today = localDay(now, company.timeZone);
    if (takenOn > today) throw new ProblemError({ code: 'bad_input', path: 'takenOn' });
    if (period > periodOfDay(today) || period < periodOfDay(found.installed_on)) {
      throw new ProblemError({ code: 'bad_input', path: 'period' });
    }
    const account = found.account_id;
    if (from) await refuseUnlessOnSlip(tx, from);
    const versions = await lockForVersions(tx, [account]);
    // Again, because whoever held the lock may have changed it.
    const meter = (await meterSeen(tx, id)) ?? found;
    const place = await lookAtPlace(tx, { meter: id, period });
    if (place.seen !== seen) throw new ProblemError({ code: 'changed_meanwhile' });
    const noon = Math.min(noonOf(takenOn, company.timeZone), now);
    const capture = { earliest: noon, best: noon, latest: noon };
    const verdict = await judgeForOffice(tx, company, meter, {
      ...place,
      values: values as RegisterValues,
      claims: { ...noClaims, rollover: rollover ? everyRegister(meter) : [] },
      capture,
    });
    const { problems, stops } = objections(verdict, ({ effect }) => effect !== 'note');
    if (problems.length > 0 && (stops || !override)) return { done: false, problems, stops };
    const at = toInstant(now);
    const corrected = place.readings.find(({ state }) => stands(state));
    const decided = await enterOfficeReading(tx, place, {
      account,
      values: values as RegisterValues,
      capture: captureColumns(capture),
      supersedes: corrected?.id ?? null,
      problems: verdict.findings.map(({ problem }) => problem),
      reason,
      versions,
      at,
    });
    await versions.write();
    if (from) await noteOnSlip(tx, from, { account, reading: decided.reading, staff: staff.id, at });
    await closeSlipsOf(tx, account, at);
    await appendAudit(tx, {
      at,
      actor: staff.id,
      action: 'enter-reading',
      subject: decided.reading,
      detail: {
        account,
        meter: id,
        period,
        adjustment: decided.adjustment,
        ...(from && { slip: from.slip }),
        ...(problems.length > 0 && { overridden: problems.map(({ code }) => code).join(' ') }),
      },
    });
    return decided;
  });
}
