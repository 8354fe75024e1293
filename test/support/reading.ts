import type { Meter, RegisterValues } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import {
  type Claims,
  noClaims,
  type PastReading,
  type ReadingKind,
  type ReadingToCheck,
} from '../../shared/reading.ts';
import { noonOf, type WindowRule } from '../../shared/window.ts';

/** A reading as the vectors write it: what is left out is the usual. */
export interface GivenReading {
  meter: string;
  /** `2017-06` */
  period?: Period;
  /** A number stands for `{"B": number}`. */
  values: number | Record<string, number>;
  /** Taken at noon on the 28th of its period. `rollover`: an actual reading on whose way a register passed zero. */
  history?: [period: Period, values: number | RegisterValues, kind?: ReadingKind | 'rollover'][];
  claims?: Partial<Claims>;
  /** Noon on 28 June 2017 in Riga, all three. */
  capture?: [earliest: string | null, best: string, latest: string];
  rule?: string;
  locked?: boolean;
  source?: ReadingToCheck['source'];
  verification?: ReadingToCheck['verification'];
  possiblePerDay?: number;
  verifiedUntil?: Day;
  retiredOn?: Day;
}

export interface Fixtures {
  meters: Record<string, ReadingToCheck['meter']>;
  rules: Record<string, WindowRule>;
}

const usualCapture: NonNullable<GivenReading['capture']> = [
  '2017-06-28T09:00:00Z',
  '2017-06-28T09:00:00Z',
  '2017-06-28T09:00:00Z',
];

/** Throws where the meter or rule is not among the fixtures. */
export function readingToCheck(given: GivenReading, { meters, rules }: Fixtures): ReadingToCheck {
  const meter = meters[given.meter];
  const rule = rules[given.rule ?? 'riga'];
  if (!meter || !rule) throw new RangeError(`no meter "${given.meter}" or rule "${given.rule}" in the fixtures`);
  const [earliest, best, latest] = given.capture ?? usualCapture;
  return {
    meter: { ...meter, ...validity(given) },
    period: given.period ?? '2017-06',
    values: typeof given.values === 'number' ? { B: given.values } : given.values,
    claims: { ...noClaims, ...given.claims },
    history: (given.history ?? []).map(pastReading),
    capture: {
      earliest: earliest === null ? null : epochMs(earliest),
      best: epochMs(best),
      latest: epochMs(latest),
    },
    rule,
    locked: given.locked ?? false,
    source: given.source ?? 'resident',
    verification: given.verification ?? 'warn',
    possiblePerDay: () => given.possiblePerDay ?? null,
  };
}

export function pastReading([period, values, kind = 'actual']: NonNullable<
  GivenReading['history']
>[number]): PastReading {
  return {
    period,
    kind: kind === 'rollover' ? 'actual' : kind,
    values: typeof values === 'number' ? { B: values } : values,
    capturedAt: noonOf(`${period}-28` as Day, 'Europe/Riga'),
    rollover: kind === 'rollover',
  };
}

function validity({ verifiedUntil, retiredOn }: GivenReading): Partial<Pick<Meter, 'verifiedUntil' | 'retiredOn'>> {
  return { ...(verifiedUntil && { verifiedUntil }), ...(retiredOn && { retiredOn }) };
}

const epochMs = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
