import { readFileSync } from 'node:fs';
import { plainAmount } from '../../shared/amount.ts';
import { type LedgerCells, ledgerColumns } from '../../shared/ledger.ts';
import { type Day, nextPeriod, type Period } from '../../shared/period.ts';
import { assetPath } from '../assets.ts';
import type { FixedHistory } from './demo-households.ts';

/** The ledger of a real portal, in kopecks: what the app must show again to the kopeck. */
interface GoldenLedger {
  /** The total first, then the services. */
  columns: readonly string[];
  months: Readonly<Record<Period, Readonly<Record<keyof LedgerCells, Readonly<Record<string, number>>>>>>;
}

/** The bills of that portal's list whose months the ledger knows; of the others, and of June, it gives no charges. */
const billed: Readonly<Partial<Record<Period, { issuedOn: Day; description: string }>>> = {
  '2017-03': { issuedOn: '2017-03-30', description: 'Квитанция 679/30 Моск. области (с заданной спр.информацией)' },
  '2017-04': { issuedOn: '2017-04-29', description: 'Квитанция 679/30 Моск. области (с заданной спр.информацией)' },
  '2017-05': { issuedOn: '2017-05-30', description: 'Квитанция 679/30 Моск. области 3492' },
};

/**
 * The golden ledger as files of billing. The document gives neither volumes nor tariffs, so the bills have none; the days of
 * the payments are invented, their sums are those of the ledger.
 */
export function goldenBills(account: string): FixedHistory['bills'] {
  const { columns, months } = JSON.parse(
    readFileSync(assetPath('demo/golden/ledger-2017.json'), 'utf8'),
  ) as GoldenLedger;
  const [total = '', ...services] = columns;
  const penalty = services.at(-1);
  const periods = (Object.keys(months) as Period[]).sort();
  const cell = (period: Period, row: keyof LedgerCells, column: string) => months[period]?.[row][column] ?? 0;
  return {
    // Services without a single figure have their columns too.
    ledger: periods.flatMap((period) =>
      columns.map((column) => ({
        account,
        period,
        service: column === total ? '' : column,
        ...Object.fromEntries(ledgerColumns.map((row) => [row, plainAmount(cell(period, row, column))])),
      })),
    ),
    statements: periods.flatMap((period) => {
      const bill = billed[period];
      if (!bill) return [];
      return services
        .filter((service) => cell(period, 'charged', service) !== 0)
        .map((service) => {
          const charged = cell(period, 'charged', service);
          return {
            account,
            period,
            ...bill,
            number: `679/30-${period.slice(2, 4)}${period.slice(5)}`,
            due: `${nextPeriod(period)}-10`,
            total: plainAmount(cell(period, 'charged', total)),
            service,
            method: '',
            charged: plainAmount(service === penalty ? 0 : charged),
            recalculated: '0',
            penalty: plainAmount(service === penalty ? charged : 0),
          };
        });
    }),
    payments: periods
      .filter((period) => cell(period, 'paid', total) !== 0)
      .map((period) => ({
        account,
        date: `${period}-10`,
        amount: plainAmount(cell(period, 'paid', total)),
        number: `679/30-${period}-10`,
        source: 'Сбербанк',
      })),
  };
}
