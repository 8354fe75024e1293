import { comparePeriods, type Period, previousPeriod } from './period.ts';

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
  const sorted = [...months].sort((a, b) => comparePeriods(a.period, b.period));
  const faults: LedgerFault[] = [];
  sorted.forEach((month, at) => {
    checkSums(month, faults);
    checkTotal(month, faults);
    const before = sorted[at - 1];
    if (before?.period === previousPeriod(month.period)) checkCarried(before, month, faults);
  });
  return faults;
}

/** The months that the ledger leaves out between its first and its last, newest first: over them nothing can be carried (B2). */
export function missingMonths(months: readonly LedgerMonth[]): Period[] {
  const known = new Set(months.map(({ period }) => period));
  const [first, ...rest] = [...known].sort(comparePeriods);
  const last = rest.at(-1);
  const missing: Period[] = [];
  if (first === undefined || last === undefined) return missing;
  for (let period = previousPeriod(last); period > first; period = previousPeriod(period)) {
    if (!known.has(period)) missing.push(period);
  }
  return missing;
}

/** What the services of a month add up to. */
export function sumOf(services: readonly LedgerCells[]): LedgerCells {
  const sum = { opening: 0, charged: 0, paid: 0, recalculated: 0, closing: 0 };
  for (const cells of services) {
    sum.opening += cells.opening;
    sum.charged += cells.charged;
    sum.paid += cells.paid;
    sum.recalculated += cells.recalculated;
    sum.closing += cells.closing;
  }
  return sum;
}

/** Added up once for a month: the debt, the table and the state of every bill ask for it. */
const sums = new WeakMap<LedgerMonth, LedgerCells>();

/** The printed total, or what the services add up to. */
export function totalOf(month: LedgerMonth): LedgerCells {
  if (month.total) return month.total;
  const known = sums.get(month);
  if (known) return known;
  const sum = sumOf(month.services);
  sums.set(month, sum);
  return sum;
}

function checkSums({ period, services, total }: LedgerMonth, faults: LedgerFault[]): void {
  const check = (service: string | null, { opening, charged, paid, recalculated, closing }: LedgerCells) => {
    const expected = opening + charged - paid + recalculated;
    if (expected !== closing)
      faults.push({ kind: 'sum', period, service, column: 'closing', expected, found: closing });
  };
  for (const cells of services) check(cells.service, cells);
  if (total) check(null, total);
}

function checkTotal({ period, services, total }: LedgerMonth, faults: LedgerFault[]): void {
  if (!total) return;
  const sum = sumOf(services);
  for (const column of ledgerColumns) {
    const expected = sum[column];
    const found = total[column];
    if (expected !== found) faults.push({ kind: 'total', period, service: null, column, expected, found });
  }
}

function checkCarried(before: LedgerMonth, { period, services }: LedgerMonth, faults: LedgerFault[]): void {
  const check = (service: string, expected: number, found: number) => {
    if (expected !== found) faults.push({ kind: 'carried', period, service, column: 'opening', expected, found });
  };
  if (sameServices(before.services, services)) {
    services.forEach(({ service, opening }, at) => {
      check(service, (before.services[at] as ServiceCells).closing, opening);
    });
    return;
  }
  const opened = new Map(services.map(({ service, opening }) => [service, opening]));
  for (const { service, closing } of before.services) {
    check(service, closing, opened.get(service) ?? 0);
    opened.delete(service);
  }
  for (const [service, opening] of opened) check(service, 0, opening);
}

/** Most months have the services of the one before; then nothing has to be looked up by name. */
export const sameServices = (a: readonly ServiceCells[], b: readonly ServiceCells[]): boolean =>
  a.length === b.length && a.every(({ service }, at) => service === b[at]?.service);
