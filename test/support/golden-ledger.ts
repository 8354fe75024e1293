import { type LedgerCells, type LedgerMonth, ledgerColumns } from '../../shared/ledger.ts';
import type { Period } from '../../shared/period.ts';
import { vectors } from './vectors.ts';

interface Printed {
  columns: string[];
  months: Record<Period, Record<keyof LedgerCells, Record<string, number>>>;
}

/** The ledger of the second seed, newest first, as it is printed; a cell that is empty there counts as 0. */
export function goldenLedger(): LedgerMonth[] {
  const { columns, months } = vectors<Printed>('golden-ledger-2017');
  const [total, ...services] = columns as [string, ...string[]];
  return (Object.keys(months) as Period[]).map((period) => {
    const cellsOf = (column: string) =>
      Object.fromEntries(
        ledgerColumns.map((name) => [name, months[period]?.[name][column] ?? 0]),
      ) as unknown as LedgerCells;
    return {
      period,
      services: services.map((service) => ({ service, ...cellsOf(service) })),
      total: cellsOf(total),
    };
  });
}
