import { readFileSync } from 'node:fs';
import type { RegisterCode, Service, Unit } from '../../shared/meter.ts';
import { type Day, type Period, previousPeriod } from '../../shared/period.ts';
import { assetPath } from '../assets.ts';
import type { FixedHistory } from './demo-households.ts';
import { goldenBills } from './golden-bills.ts';

/** The meter table of a real portal: what the app must show again to the digit. */
interface GoldenMeters {
  period: Period;
  registers: {
    service: Service;
    serial: string;
    register: RegisterCode;
    retiredOn: Day | null;
    unit: Unit;
    previous: string;
    current: string;
  }[];
}

/** The meter that took the place of another one (the table shows it by its zero). */
const successor = { serial: '59537062', replaces: '168500-12', installedOn: '2017-05-31' } as const;

/**
 * The golden table as meters and readings of two periods. The table gives no days of installation: all but the
 * successor are taken to have been there for long, with faces wide enough for what they show.
 */
export function goldenHistory(): FixedHistory {
  const table = JSON.parse(readFileSync(assetPath('demo/golden/meters-2017-06.json'), 'utf8')) as GoldenMeters;
  const before = previousPeriod(table.period);
  const number = '679-30';
  return {
    account: {
      number,
      holder: 'Иванов И.И.',
      address: 'Московская обл., г. Звенигород, ул. Садовая, д. 16',
      premises: 'кв. 30',
      email: 'ivanov@example.com',
      phone: '+7 900 000 00 01',
    },
    meters: table.registers.map(({ service, serial, register, unit, retiredOn }) => ({
      service,
      serial,
      register,
      unit,
      digits: unit === 'kWh' ? 6 : 5,
      decimals: 3,
      installedOn: serial === successor.serial ? successor.installedOn : '2012-06-01',
      retiredOn,
      initial: '0',
      replaces: serial === successor.serial ? successor.replaces : null,
    })),
    readings: table.registers.flatMap(({ serial, register, previous, current }) => [
      {
        serial,
        register,
        period: before,
        value: previous,
        takenOn: serial === successor.serial ? successor.installedOn : (`${before}-20` as Day),
      },
      { serial, register, period: table.period, value: current, takenOn: `${table.period}-20` as Day },
    ]),
    bills: goldenBills(number),
    receivedAt: { [before]: `${table.period}-02T08:00:00.000Z`, [table.period]: `${table.period}-28T08:00:00.000Z` },
  };
}
