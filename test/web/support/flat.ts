import type { Meter, Register, RegisterValues } from '../../../shared/meter.ts';
import { addMonths, type Period } from '../../../shared/period.ts';
import type { Reading } from '../../../shared/reading.ts';
import { home, reading } from './household.ts';

const register = (code: Register['code'], digits: number, decimals: number): Register => ({
  code,
  digits,
  decimals,
  initial: 0,
});

function meter(id: string, change: Partial<Meter>): Meter {
  return {
    id: `01890000-0000-7000-8000-0000000000${id}`,
    account: home,
    service: 'cold-water',
    serial: '21883-12',
    place: '',
    unit: 'm3',
    ratio: 1,
    installedOn: '2020-01-15',
    verifiedUntil: '2030-01-01',
    retiredOn: null,
    replaces: null,
    registers: [register('B', 5, 3)],
    ...change,
  };
}

/** A whole flat: cold and hot water, a two-tariff electricity meter, and an old meter that was taken out. */
export const coldWater = meter('a1', { place: 'Virtuve' });
export const hotWater = meter('a2', {
  service: 'hot-water',
  serial: '59537062',
  place: 'Virtuve',
  verifiedUntil: '2026-12-20',
  replaces: '01890000-0000-7000-8000-0000000000a4',
});
export const electricity = meter('a3', {
  service: 'electricity',
  serial: '12765948',
  unit: 'kWh',
  registers: [register('T1', 6, 2), register('T2', 6, 2)],
});
export const oldHotWater = meter('a4', { service: 'hot-water', serial: '168500-12', retiredOn: '2025-05-31' });
export const flat = [coldWater, hotWater, electricity, oldHotWater];

/** Readings of every month up to October 2026, `months` of them, with uses that come and go with the seasons. */
export function history(months = 26): Reading[] {
  const last: Period = '2026-10';
  const wave = (at: number) => [0, 300, 500, 200, -100, -400, -600, -300, 0, 200, 400, 100][at % 12] ?? 0;
  const values: ((at: number) => [Meter, RegisterValues])[] = [
    (at) => [coldWater, { B: 180_000 + at * 3_100 + wave(at) }],
    (at) => [hotWater, { B: 90_000 + at * 2_200 + wave(at + 3) }],
    (at) => [electricity, { T1: 541_200 + at * 17_383 + wave(at) * 5, T2: 118_000 + at * 7_328 + wave(at) * 2 }],
  ];
  return Array.from({ length: months }, (_, at) => addMonths(last, at - months + 1)).flatMap((period, at) =>
    values.map((of) => {
      const [{ id }, read] = of(at);
      return reading(period, read, { meter: id });
    }),
  );
}
