import type { DemoMeter, DemoRegister } from './demo-households.ts';

/** The usual kinds of meters, so that the households below read as a list of what hangs on the wall. */

type Options = Partial<Omit<DemoMeter, 'serial' | 'registers'>> & Pick<DemoRegister, 'startAt' | 'endAt' | 'initial'>;

const single =
  (kind: Pick<DemoMeter, 'service' | 'unit' | 'digits' | 'decimals' | 'place'>) =>
  (serial: string, perMonth: number, { startAt, endAt, initial, ...options }: Options = {}): DemoMeter => ({
    ...kind,
    serial,
    installedMonthsAgo: 40,
    verifiedForDays: 600,
    registers: [
      {
        code: 'B',
        perMonth,
        ...(startAt !== undefined && { startAt }),
        ...(endAt !== undefined && { endAt }),
        ...(initial !== undefined && { initial }),
      },
    ],
    ...options,
  });

const water = { unit: 'm3', digits: 5, decimals: 3, place: '' } as const;
export const coldWater = single({ service: 'cold-water', ...water });
export const hotWater = single({ service: 'hot-water', ...water });
export const gas = single({ service: 'gas', unit: 'm3', digits: 5, decimals: 2, place: '' });
export const liquefiedGas = single({ service: 'liquefied-gas', unit: 'm3', digits: 5, decimals: 2, place: '' });

/** Day and night. */
export const twoTariffs = (
  serial: string,
  day: [perMonth: number, startAt: string],
  night: [perMonth: number, startAt: string],
): DemoMeter => ({
  service: 'electricity',
  unit: 'kWh',
  digits: 6,
  decimals: 2,
  place: '',
  serial,
  installedMonthsAgo: 60,
  verifiedForDays: 2400,
  registers: [
    { code: 'T1', perMonth: day[0], startAt: day[1] },
    { code: 'T2', perMonth: night[0], startAt: night[1] },
  ],
});
