import { type LedgerCells, type LedgerMonth, totalOf } from './ledger.ts';
import { ledgerServices } from './ledger-services.ts';
import { comparePeriods, type Period } from './period.ts';

/** The ledger as a table of months and services, as the screen and the files show it. */
export interface LedgerTable {
  /** The columns after the total. */
  services: readonly string[];
  /** Newest first. */
  months: readonly LedgerTableMonth[];
}

export interface LedgerTableMonth {
  period: Period;
  /** The printed total, or what the services come to. */
  total: LedgerCells;
  /** By service; one that the month does not name has nothing. */
  cells: ReadonlyMap<string, LedgerCells>;
}

/** Pure: the same months give the same table, in whatever order they come. */
export function ledgerTable(ledger: readonly LedgerMonth[]): LedgerTable {
  return {
    services: ledgerServices(ledger),
    months: [...ledger]
      .sort((a, b) => comparePeriods(b.period, a.period))
      .map((month) => ({
        period: month.period,
        total: totalOf(month),
        cells: new Map(month.services.map((cells) => [cells.service, cells])),
      })),
  };
}

/** What a month has under these columns; undefined where it does not name the service. */
export const inColumns = (columns: readonly string[], { cells }: LedgerTableMonth): (LedgerCells | undefined)[] =>
  columns.map((service) => cells.get(service));
