import { type LedgerCells, type LedgerColumn, type LedgerMonth, ledgerColumns } from '../../shared/ledger.ts';
import { inColumns, ledgerTable } from '../../shared/ledger-table.ts';
import type { Period } from '../../shared/period.ts';
import type { Words } from '../words/words.ts';

/** The ledger as the rows of a file: like the screen, but with the month in every row, so that it can be filtered and sorted. */
export interface LedgerSheet {
  /** Month, what the row holds, total, services. */
  head: readonly string[];
  /** Newest month first. */
  rows: readonly LedgerSheetRow[];
}

export interface LedgerSheetRow {
  period: Period;
  column: LedgerColumn;
  /** What the row holds, in words. */
  name: string;
  /** The total and the services, in minor units; null where there is nothing, as on the screen. */
  amounts: readonly (number | null)[];
}

export function ledgerSheet(ledger: readonly LedgerMonth[], words: Words): LedgerSheet {
  const { services, months } = ledgerTable(ledger);
  const amountOf = (cells: LedgerCells | undefined, column: LedgerColumn) => cells?.[column] || null;
  return {
    head: [words.text('ledger-month'), '', words.text('ledger-total'), ...services],
    rows: months.flatMap((month) => {
      const cells = [month.total, ...inColumns(services, month)];
      return ledgerColumns.map((column) => ({
        period: month.period,
        column,
        name: words.text(`ledger-${column}`),
        amounts: cells.map((one) => amountOf(one, column)),
      }));
    }),
  };
}

/** `679-30 2017-03–2017-06`: whose history it is, and from when to when. Of an empty one the number alone. */
export function ledgerFileName(accountNumber: string, ledger: readonly LedgerMonth[]): string {
  const periods = ledger.map(({ period }) => period).sort();
  const months = [...new Set([periods[0], periods.at(-1)])].join('–');
  return `${accountNumber} ${months}`.trim();
}
