import type { Row } from '../../server/db/tables.ts';

/** Accounts of a town with their meters, two thirds of them with one register and one with two tariffs: three registers each. */

export const registersOfAccount = 3;

export interface TownAccount {
  number: string;
  holder: string;
  building: string;
  flat: string;
  meters: readonly TownMeter[];
}

interface TownMeter {
  service: Row<'meters'>['service'];
  serial: string;
  unit: Row<'meters'>['unit'];
  digits: number;
  decimals: number;
  codes: readonly string[];
}

export function* accountsOfTown(count: number): Generator<TownAccount> {
  for (let at = 0; at < count; at++) {
    yield {
      number: String(10_000 + at),
      holder: `Anna Bērziņa ${at % 977}`,
      building: `Rīgas iela ${at % 1009}, Daugavpils`,
      flat: `dz. ${Math.floor(at / 1009)}`,
      meters: [
        { service: 'cold-water', serial: `C-${at}`, unit: 'm3', digits: 5, decimals: 3, codes: ['B'] },
        { service: 'electricity', serial: `E-${at}`, unit: 'kWh', digits: 6, decimals: 2, codes: ['T1', 'T2'] },
      ],
    };
  }
}

export function* accountsFile(count: number): Generator<string> {
  yield 'account;holder;address;premises;email;phone\n';
  for (const { number, holder, building, flat } of accountsOfTown(count)) {
    yield `${number};${holder};${building};${flat};;\n`;
  }
}

export function* metersFile(count: number): Generator<string> {
  yield 'account;service;serial;register;unit;digits;decimals;installedOn;initial\n';
  for (const { number, meters } of accountsOfTown(count)) {
    for (const { service, serial, codes, unit, digits, decimals } of meters) {
      for (const code of codes) {
        yield `${number};${service};${serial};${code};${unit};${digits};${decimals};2020-03-01;0\n`;
      }
    }
  }
}
