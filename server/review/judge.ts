import type { CaptureInterval } from '../../shared/capture.ts';
import { checkReading } from '../../shared/check-reading.ts';
import type { Company } from '../../shared/company.ts';
import type { RegisterCode, RegisterValues } from '../../shared/meter.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Claims, Verdict } from '../../shared/reading.ts';
import type { Reader } from '../db/tables.ts';
import { readingAfter, readingsBefore } from '../readings/queries.ts';
import { toMeterToCheck, toPastReading } from '../readings/rows.ts';
import type { Place } from './place.ts';
import type { MeterSeen } from './queries.ts';

/** What the rules say of values that the office wants to stand: beside today's neighbours, without window (W5) and lock. */
export async function judgeForOffice(
  db: Reader,
  company: Company,
  meter: MeterSeen,
  reading: Pick<Place, 'meter' | 'period'> & { values: RegisterValues; claims: Claims; capture: CaptureInterval },
): Promise<Verdict> {
  const place = { meter: reading.meter, period: reading.period };
  return checkReading({
    meter: toMeterToCheck(meter, meter.registers),
    period: reading.period,
    values: reading.values,
    claims: reading.claims,
    history: [...(await readingsBefore(db, place)), ...(await readingAfter(db, place))].map(toPastReading),
    capture: reading.capture,
    locked: false,
    source: 'office',
    // The office is bound by no window, so no exception is asked for.
    ...policyOf(company, meter, []),
  });
}

export const everyRegister = ({ registers }: MeterSeen): RegisterCode[] => registers.map(({ code }) => code);
