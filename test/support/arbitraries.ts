import fc from 'fast-check';
import type { CaptureInterval } from '../../shared/capture.ts';
import { type Register, type RegisterValues, registerCodes } from '../../shared/meter.ts';
import { addMonths, type Day, type Period } from '../../shared/period.ts';
import { capacity, type Face } from '../../shared/quantity.ts';
import { type PastReading, type ReadingToCheck, readingSources, verificationPolicies } from '../../shared/reading.ts';
import { type WindowRule, windowOf } from '../../shared/window.ts';

export const face: fc.Arbitrary<Face> = fc.record({
  digits: fc.integer({ min: 1, max: 9 }),
  decimals: fc.integer({ min: 0, max: 6 }),
});

export const faceValue = (of: Face): fc.Arbitrary<number> => fc.integer({ min: 0, max: capacity(of) - 1 });

/** 1990 to 2037: the years for which the time zone database knows the past and the polyfill the future. */
export const period: fc.Arbitrary<Period> = fc
  .integer({ min: 0, max: 48 * 12 - 1 })
  .map((at) => addMonths('1990-01', at));

export const epochMs = fc.integer({ min: Date.UTC(1990, 1), max: Date.UTC(2037, 10) });

/** Europe's and Brazil's clock changes (at night and at midnight), half an hour's, an odd offset, an offset that moved, none. */
const timeZone = fc.constantFrom(
  'Europe/Riga',
  'Europe/Moscow',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
);

const dayOfMonth = fc.integer({ min: 1, max: 31 });
const holiday = fc
  .tuple(period, fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${month}-${String(day).padStart(2, '0')}` as Day);

export const windowRule: fc.Arbitrary<WindowRule> = fc.record({
  opensOn: dayOfMonth,
  closesOn: dayOfMonth,
  timeZone,
  graceHours: fc.integer({ min: 0, max: 72 }),
  shift: fc.constantFrom('none', 'next-working-day'),
  holidays: fc.array(holiday, { maxLength: 20 }),
});

/** What `captureInterval` can yield, near an instant. */
export const captureNear = (at: number): fc.Arbitrary<CaptureInterval> => {
  const near = fc.integer({ min: at - 40 * 86_400_000, max: at + 40 * 86_400_000 });
  return fc.tuple(fc.tuple(near, near, near), fc.boolean()).map(([times, bounded]) => {
    const [earliest = at, best = at, latest = at] = times.sort((a, b) => a - b);
    return { earliest: bounded ? earliest : null, best, latest };
  });
};

const registers: fc.Arbitrary<Register[]> = fc
  .uniqueArray(fc.constantFrom(...registerCodes), { minLength: 1, maxLength: 3 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc
          .record({ digits: fc.integer({ min: 2, max: 5 }), decimals: fc.integer({ min: 0, max: 2 }) })
          .chain((of) =>
            fc.record({ initial: fc.integer({ min: 0, max: 20 }) }).map(({ initial }) => ({ code, ...of, initial })),
          ),
      ),
    ),
  );

/** Values that mostly rise by little from month to month, so that a good part of the readings is acceptable. */
const risingValue = (register: Register, month: number): fc.Arbitrary<number> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .integer({ min: 0, max: 1 })
        .map((more) => Math.min(register.initial + month + more, capacity(register) - 1)),
    },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: Math.floor(capacity(register) * 0.85), max: capacity(register) - 1 }) },
  );

const valuesAt = (of: readonly Register[], month: number): fc.Arbitrary<RegisterValues> =>
  fc
    .tuple(...of.map((register) => fc.tuple(fc.constant(register.code), risingValue(register, month))))
    .map(Object.fromEntries);

/** A year around July 2017, so that what is checked has a past and a future. */
const firstMonth: Period = '2017-01';
const months = 12;
const noonOfMonth = (month: number): number => Date.UTC(2017, month, 28, 9);

const past = (of: readonly Register[], month: number): fc.Arbitrary<PastReading> =>
  fc.record({
    period: fc.constant(addMonths(firstMonth, month)),
    kind: fc.constantFrom('actual', 'actual', 'actual', 'estimate'),
    values: fc.oneof(
      { weight: 9, arbitrary: valuesAt(of, month) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0, max: of.length - 1 }).chain((from) => valuesAt(of.slice(from), month)),
      },
    ),
    capturedAt: fc.constant(noonOfMonth(month)),
    rollover: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  });

export const estimateFor = (reading: ReadingToCheck): fc.Arbitrary<PastReading> =>
  fc
    .integer({ min: 0, max: months - 1 })
    .chain((month) => past(reading.meter.registers, month))
    .map((one) => ({ ...one, kind: 'estimate' }));

/** Readings of the meter's own registers with values that their faces can show; everything else varies. */
export const readingToCheck: fc.Arbitrary<ReadingToCheck> = fc
  .record({ registers, month: fc.integer({ min: 2, max: 8 }), rule: windowRule })
  .chain(({ registers: of, month, rule }) => {
    const window = windowOf(rule, addMonths(firstMonth, month));
    const codes = fc.subarray(of.map(({ code }) => code));
    const inside: CaptureInterval = { earliest: window.opensAt, best: window.opensAt, latest: window.opensAt };
    return fc.record<ReadingToCheck>({
      meter: fc.record({
        installedOn: fc.constant<Day>('2010-05-28'),
        verifiedUntil: fc.constantFrom<Day | null>(null, null, '2017-05-31', '2019-12-31'),
        retiredOn: fc.constantFrom<Day | null>(null, null, null, '2017-06-15'),
        registers: fc.constant(of),
      }),
      period: fc.constant(addMonths(firstMonth, month)),
      values: valuesAt(of, month) as fc.Arbitrary<Record<string, number>>,
      claims: fc.record({
        rollover: codes,
        confirmed: codes,
        replaced: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
      }),
      history: fc
        .subarray(Array.from({ length: months }, (_, at) => at).filter((at) => at !== month))
        .chain((chosen) => fc.tuple(...chosen.map((at) => past(of, at)))),
      capture: fc.oneof(
        { weight: 3, arbitrary: fc.constant(inside) },
        { weight: 1, arbitrary: captureNear(window.opensAt) },
      ),
      rule: fc.constant(rule),
      locked: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
      source: fc.constantFrom(...readingSources),
      verification: fc.constantFrom(...verificationPolicies),
      possiblePerDay: fc.constantFrom(
        () => null,
        () => 1,
        () => 100,
      ),
    });
  });
