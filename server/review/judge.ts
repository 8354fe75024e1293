import type { CaptureInterval } from '../../shared/capture.ts';
import { checkReading } from '../../shared/check-reading.ts';
import type { Company } from '../../shared/company.ts';
import type { RegisterCode, RegisterValues } from '../../shared/meter.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import type { Claims, Finding, Verdict } from '../../shared/reading.ts';
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

/** Refusals that the office may set aside, knowing why; what is no reading of this meter at all stays refused. */
const canBeOverridden: ReadonlySet<ProblemCode> = new Set(['below_previous', 'above_next', 'verification_expired']);

/** What stands against the office's wish; `stops`: no override helps. */
export function objections(
  { findings }: Verdict,
  which: (finding: Finding) => boolean,
): { problems: Problem[]; stops: boolean } {
  const against = findings.filter(which);
  return {
    problems: against.map(({ problem }) => problem),
    stops: against.some(({ effect, problem }) => effect === 'refuse' && !canBeOverridden.has(problem.code)),
  };
}

/** M5: a declaration about registers that did not fall changes nothing. */
export const rolledOver = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'rollover' || code === 'rollover_unlikely');

export const everyRegister = ({ registers }: MeterSeen): RegisterCode[] => registers.map(({ code }) => code);
