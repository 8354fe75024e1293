import { type Period, previousPeriod } from './period.ts';

/** What stands in the ledger for one service and month, in minor units (B1). */
export interface LedgerCells {
  opening: number;
  charged: number;
  paid: number;
  recalculated: number;
  closing: number;
}

export interface ServiceCells extends LedgerCells {
  /** As billing calls it. */
  service: string;
}

/** One month of an account: its services in billing's order, and the total that billing printed, if it did. */
export interface LedgerMonth {
  period: Period;
  services: readonly ServiceCells[];
  total: LedgerCells | null;
}

export const ledgerColumns = ['opening', 'charged', 'paid', 'recalculated', 'closing'] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

/** A cell that does not add up. `service` is null in the total; `found` stands there, and `expected` should. */
export interface LedgerFault {
  /** sum: the cell against its own column. total: against the services of its row. carried: against the month before. */
  kind: 'sum' | 'total' | 'carried';
  period: Period;
  service: string | null;
  column: LedgerColumn;
  expected: number;
  found: number;
}

/**
 * B2: opening + charged − paid + recalculated = closing for each service and the total, the services of a row add up to its
 * total, and a month opens where the one before it closed. A service that is not named counts as 0. Oldest first; empty
 * where everything adds up.
 */
export function checkLedger(months: readonly LedgerMonth[]): LedgerFault[] {
  const sorted = [...months].sort((a, b) => a.period.localeCompare(b.period));
  return sorted.flatMap((month, at) => {
    const before = sorted[at - 1];
    const follows = before?.period === previousPeriod(month.period);
    return [...checkSums(month), ...checkTotal(month), ...(before && follows ? checkCarried(before, month) : [])];
  });
}

/** What the services of a month add up to. */
export function sumOf(services: readonly LedgerCells[]): LedgerCells {
  const sum = { opening: 0, charged: 0, paid: 0, recalculated: 0, closing: 0 };
  for (const cells of services) for (const column of ledgerColumns) sum[column] += cells[column];
  return sum;
}

/** The printed total, or what the services add up to. */
export const totalOf = ({ services, total }: LedgerMonth): LedgerCells => total ?? sumOf(services);

function checkSums({ period, services, total }: LedgerMonth): LedgerFault[] {
  const rows = [...services, ...(total ? [{ ...total, service: null }] : [])];
  return rows.flatMap(({ service, opening, charged, paid, recalculated, closing }) => {
    const expected = opening + charged - paid + recalculated;
    return expected === closing ? [] : [{ kind: 'sum', period, service, column: 'closing', expected, found: closing }];
  });
}

function checkTotal({ period, services, total }: LedgerMonth): LedgerFault[] {
  if (!total) return [];
  const sum = sumOf(services);
  return ledgerColumns
    .filter((column) => sum[column] !== total[column])
    .map((column) => ({
      kind: 'total',
      period,
      service: null,
      column,
      expected: sum[column],
      found: total[column],
    }));
}

function checkCarried(before: LedgerMonth, month: LedgerMonth): LedgerFault[] {
  const closed = new Map(before.services.map(({ service, closing }) => [service, closing]));
  const opened = new Map(month.services.map(({ service, opening }) => [service, opening]));
  return [...new Set([...closed.keys(), ...opened.keys()])].flatMap((service) => {
    const expected = closed.get(service) ?? 0;
    const found = opened.get(service) ?? 0;
    if (expected === found) return [];
    return [{ kind: 'carried', period: month.period, service, column: 'opening', expected, found }];
  });
}
