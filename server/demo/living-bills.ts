import { plainAmount } from '../../shared/amount.ts';
import { sumOfLines } from '../../shared/bill.ts';
import { type LedgerCells, sumOf } from '../../shared/ledger.ts';
import type { Service } from '../../shared/meter.ts';
import { addMonths, type Day, daysInMonth, monthsBetween, type Period } from '../../shared/period.ts';
import type { DemoBilling, DemoTariffs, Price } from './demo-tariffs.ts';
import { seededRandom } from './seeded-random.ts';

/** What one register used in a month. */
export interface DemoUse {
  service: Service;
  register: string;
  /** In units of 10^-decimals. */
  used: number;
  decimals: number;
  estimated: boolean;
}

type Row = Record<string, string>;

/** Files of billing, row by row. */
export interface InventedBills {
  statements: Row[];
  ledger: Row[];
  payments: Row[];
}

interface Line {
  service: string;
  volume: string;
  unit: string;
  tariff: string;
  method: string;
  charged: number;
  recalculated: number;
  benefit: number;
  penalty: number;
}

/** Five months without a payment are more than any company's threshold. */
const monthsUnpaid = 5;

/**
 * The bills, the ledger and the payments of an invented account: the same every time, whenever it is asked. `uses` are those
 * of each month that was read; a month is billed when its day of issue has come. `anchor` is the period of the first start.
 */
export function inventBills({
  account,
  billing,
  tariffs,
  uses,
  anchor,
  today,
}: {
  account: string;
  billing: DemoBilling;
  tariffs: DemoTariffs;
  uses: ReadonlyMap<Period, readonly DemoUse[]>;
  anchor: Period;
  today: Day;
}): InventedBills {
  const bills: InventedBills = { statements: [], ledger: [], payments: [] };
  let open = new Map<string, number>();
  const read = [...uses.keys()].sort();
  const last = read.at(-1);
  if (last === undefined) return bills;
  for (const period of [...read, addMonths(last, 1)]) {
    const issuedOn = dayOf(period, tariffs.issued);
    const paidOn = dayInMonth(period, 6 + Math.floor(5 * seededRandom(`${account} paid ${period}`)));
    const paid = new Map(paidOn <= today ? paymentIn(period, { open, billing, tariffs, anchor }) : []);
    const amount = sum(paid.values());
    if (amount > 0) {
      const through = tariffs.paidThrough;
      const source = through[Math.floor(through.length * seededRandom(`${account} bank`))] ?? '';
      bills.payments.push({
        account,
        date: paidOn,
        amount: plainAmount(amount),
        number: `${account}-${paidOn}`,
        source,
      });
    }
    // What is paid after the last bill stands in no ledger yet.
    const used = uses.get(period);
    if (!used || issuedOn > today) break;
    const owed = sum(open.values());
    const lines = linesOf(period, { billing, tariffs, uses: used, owed: owed - amount, anchor });
    bills.statements.push(
      ...statementRows(account, period, { lines, issuedOn, due: dayOf(period, tariffs.due), tariffs }),
    );
    const cells = ledgerCells(lines, open, paid);
    bills.ledger.push(...ledgerRows(account, period, cells));
    open = new Map([...cells].map(([service, { closing }]) => [service, closing]));
  }
  return bills;
}

function linesOf(
  period: Period,
  {
    billing,
    tariffs,
    uses,
    owed,
    anchor,
  }: { billing: DemoBilling; tariffs: DemoTariffs; uses: readonly DemoUse[]; owed: number; anchor: Period },
): Line[] {
  const month = Number(period.slice(5, 7));
  const recalculated =
    billing.recalculatedMonthsAgo !== undefined && period === addMonths(anchor, -billing.recalculatedMonthsAgo);
  const metered = tariffs.metered.flatMap(({ name, unit, of, register, cost }) => {
    const own = uses.filter((use) => of.includes(use.service) && (!register || use.register === register));
    const [first] = own;
    if (!first) return [];
    const volume = { scaled: own.reduce((all, { used }) => all + used, 0), decimals: first.decimals };
    const method = own.some(({ estimated }) => estimated) ? 'average' : 'meter';
    return [lineOf({ service: name, unit, method }, volume, priceIn(cost, period))];
  });
  const flat = tariffs.flat.flatMap(({ name, unit, by, months, method = '', cost }) => {
    if (months && !months.includes(month)) return [];
    const volume = by === 'area' ? { scaled: billing.area * 10, decimals: 1 } : { scaled: billing.people, decimals: 0 };
    return [lineOf({ service: name, unit, method }, volume, priceIn(cost, period))];
  });
  const lines = [...metered, ...flat].map((line) => ({
    ...line,
    benefit: billing.benefit && line.service === tariffs.maintenance ? Math.round(line.charged / 2) : 0,
    recalculated: recalculated && line.service === tariffs.maintenance ? -Math.round(line.charged / 8) : 0,
  }));
  // A thousandth of what is owed; not of the bill that has only just come.
  const penalty = billing.pays === 'stopped' && owed > 0 ? Math.round(owed / 1000) : 0;
  const none = { volume: '', unit: '', tariff: '', method: '', charged: 0, recalculated: 0, benefit: 0 };
  return penalty > 0 ? [...lines, { service: tariffs.penalty, ...none, penalty }] : lines;
}

function lineOf(
  what: Pick<Line, 'service' | 'unit' | 'method'>,
  { scaled, decimals }: { scaled: number; decimals: number },
  price: string,
): Line {
  const volume = (scaled / 10 ** decimals).toFixed(decimals);
  const charged = Math.round(Number(volume) * Number(price) * 100);
  return { ...what, volume, tariff: price, charged, recalculated: 0, benefit: 0, penalty: 0 };
}

/** What is paid in a month, service by service: bills of earlier months, whole. */
function paymentIn(
  period: Period,
  {
    open,
    billing,
    tariffs,
    anchor,
  }: { open: ReadonlyMap<string, number>; billing: DemoBilling; tariffs: DemoTariffs; anchor: Period },
): [string, number][] {
  const ago = monthsBetween(period, anchor);
  if (billing.pays === 'stopped' && ago < monthsUnpaid) return [];
  if (billing.pays === 'together' && Math.abs(ago) % 2 === 1) return [];
  const owed = [...open].filter(([, amount]) => amount > 0);
  if (billing.pays !== 'ahead' || owed.length === 0) return owed;
  // Rounded up to the next ten; what is too much lies with the maintenance.
  const total = sum(owed.map(([, amount]) => amount));
  const more = Math.ceil(total / 1000) * 1000 - total;
  return owed.map(([service, amount]) => [service, service === tariffs.maintenance ? amount + more : amount]);
}

function ledgerCells(
  lines: readonly Line[],
  open: ReadonlyMap<string, number>,
  paid: ReadonlyMap<string, number>,
): Map<string, LedgerCells> {
  const byService = new Map(lines.map((line) => [line.service, line]));
  const cells = new Map<string, LedgerCells>();
  for (const service of new Set([...byService.keys(), ...open.keys()])) {
    const line = byService.get(service);
    const row = {
      opening: open.get(service) ?? 0,
      charged: line ? line.charged - line.benefit + line.penalty : 0,
      paid: paid.get(service) ?? 0,
      recalculated: line?.recalculated ?? 0,
    };
    const closing = row.opening + row.charged - row.paid + row.recalculated;
    if (Object.values(row).some((amount) => amount !== 0)) cells.set(service, { ...row, closing });
  }
  return cells;
}

function statementRows(
  account: string,
  period: Period,
  { lines, issuedOn, due, tariffs }: { lines: readonly Line[]; issuedOn: Day; due: Day; tariffs: DemoTariffs },
): Row[] {
  const head = {
    account,
    period,
    issuedOn,
    number: `${account.replaceAll(/\D/g, '')}-${period.replace('-', '').slice(2)}`,
    description: tariffs.description(account),
    due,
    total: plainAmount(sumOfLines(lines)),
  };
  return lines.map(({ charged, recalculated, benefit, penalty, ...line }) => ({
    ...head,
    ...line,
    charged: plainAmount(charged),
    recalculated: plainAmount(recalculated),
    benefit: plainAmount(benefit),
    penalty: plainAmount(penalty),
  }));
}

function ledgerRows(account: string, period: Period, cells: ReadonlyMap<string, LedgerCells>): Row[] {
  return [['', sumOf([...cells.values()])] as const, ...cells].map(([service, row]) => ({
    account,
    period,
    service,
    opening: plainAmount(row.opening),
    charged: plainAmount(row.charged),
    paid: plainAmount(row.paid),
    recalculated: plainAmount(row.recalculated),
    closing: plainAmount(row.closing),
  }));
}

/** Dearer by a twentieth every year, and never of a finer unit than it was. */
function priceIn({ price, from }: Price, period: Period): string {
  const year = Number(period.slice(0, 4)) - (Number(period.slice(5, 7)) < from ? 1 : 0);
  const decimals = Math.max(2, String(price).split('.')[1]?.length ?? 0);
  return (price * 1.05 ** (year - 2026)).toFixed(decimals);
}

const dayOf = (period: Period, [months, day]: readonly [number, number]): Day =>
  dayInMonth(addMonths(period, months), day);

const dayInMonth = (period: Period, day: number): Day =>
  `${period}-${String(Math.min(day, daysInMonth(period))).padStart(2, '0')}` as Day;

function sum(amounts: Iterable<number>): number {
  let all = 0;
  for (const amount of amounts) all += amount;
  return all;
}
