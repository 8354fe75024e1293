import type { LedgerRow } from '../../../shared/bill.ts';
import { type LedgerCells, type LedgerColumn, ledgerColumns } from '../../../shared/ledger.ts';
import { addMonths, type Period } from '../../../shared/period.ts';
import { home } from './household.ts';

/** The ledger of the second seed as it is printed there; a cell that is empty is missing. In kopecks. */
export interface PrintedLedger {
  /** The total first, the penalty last. */
  columns: readonly string[];
  /** Newest first. */
  periods: readonly Period[];
  /** Null where nothing is printed. */
  at(period: Period, column: LedgerColumn, name: string): number | null;
}

interface File {
  columns: string[];
  months: Record<Period, Record<LedgerColumn, Record<string, number>>>;
}

export async function printedLedger(): Promise<PrintedLedger> {
  const { columns, months } = (await (await fetch('/test/vectors/golden-ledger-2017.json')).json()) as File;
  return {
    columns,
    periods: Object.keys(months) as Period[],
    at: (period, column, name) => months[period]?.[column][name] ?? null,
  };
}

/** The same as the device pulls it, newest month first. */
export async function goldenLedger(): Promise<LedgerRow[]> {
  const { columns, periods, at } = await printedLedger();
  const [total, ...services] = columns as [string, ...string[]];
  return periods.map((period) => {
    const cellsOf = (name: string) =>
      Object.fromEntries(
        ledgerColumns.map((column) => [column, at(period, column, name) ?? 0]),
      ) as unknown as LedgerCells;
    return {
      account: home,
      revision: 1,
      period,
      services: services.map((service) => ({ service, ...cellsOf(service) })),
      total: cellsOf(total),
    };
  });
}

/** As the seed prints kopecks: thousands apart by a no-break space, a comma, a hyphen for what is below nothing. */
export function asPrinted(kopecks: number | null): string {
  if (kopecks === null) return '';
  const [, roubles, rest] = /^(\d+)(\d\d)$/.exec(String(Math.abs(kopecks)).padStart(3, '0')) as unknown as [
    string,
    string,
    string,
  ];
  return `${kopecks < 0 ? '-' : ''}${roubles.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${rest}`;
}

/** The ledger with `by` added to one cell; `service` is null in the total. */
export const changed = (
  ledger: readonly LedgerRow[],
  [period, column, service]: readonly [Period, LedgerColumn, string | null],
  by: number,
): LedgerRow[] =>
  ledger.map((month) => {
    if (month.period !== period) return month;
    if (service === null) {
      return { ...month, total: month.total && { ...month.total, [column]: month.total[column] + by } };
    }
    const services = month.services.map((cells) =>
      cells.service === service ? { ...cells, [column]: cells[column] + by } : cells,
    );
    return { ...month, services };
  });

/** `months` months up to October 2026 in which every cell of every service has a figure and everything adds up, newest first. */
export function fullLedger(months: number, services = 16): LedgerRow[] {
  let left = Array.from({ length: services }, (_, at) => 100_000 + at * 7919);
  const oldestFirst = Array.from({ length: months }, (_, at): LedgerRow => {
    const rows = left.map((opening, service) => {
      const charged = 12_345 + ((at * 31 + service * 17) % 97) * 1_009;
      const paid = Math.floor(opening * 0.9);
      const recalculated = -(at % 7) * 11 - 5;
      const closing = opening + charged - paid + recalculated;
      return { service: `Услуга номер ${service + 1}`, opening, charged, paid, recalculated, closing };
    });
    left = rows.map(({ closing }) => closing);
    return { account: home, revision: 1, period: addMonths('2026-10', at - months + 1), services: rows, total: null };
  });
  return oldestFirst.reverse();
}
