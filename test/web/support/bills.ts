import {
  amountOf,
  type LedgerRow,
  type Payment,
  type Statement,
  type StatementLine,
  sumOfLines,
} from '../../../shared/bill.ts';
import type { ServiceCells } from '../../../shared/ledger.ts';
import { addMonths, nextPeriod, type Period } from '../../../shared/period.ts';
import type { BillsRows } from '../../../web/store/bills-rows.ts';
import { home } from './household.ts';

/** The month of the newest bill: issued on 3 November 2026, to be paid until the 30th, so open at `inWindow`. */
export const newestBill: Period = '2026-10';

export const billId = (period: Period): string => `01890000-0000-7000-8000-00000b${period.replace('-', '')}`;

const line = (service: string, change: Partial<StatementLine>): StatementLine => ({
  service,
  volume: null,
  unit: null,
  tariff: null,
  method: null,
  charged: 0,
  recalculated: 0,
  benefit: 0,
  penalty: 0,
  ...change,
});

/** `volume` in thousandths of the unit, `tariff` in cents for one: charged is what they come to. */
const measured = (
  service: string,
  [volume, unit, tariff]: [number, string, number],
  change: Partial<StatementLine> = {},
): StatementLine =>
  line(service, {
    volume: (volume / 1000).toFixed(3),
    unit,
    tariff: (tariff / 100).toFixed(2),
    charged: Math.round((volume * tariff) / 1000),
    ...change,
  });

/**
 * What a flat in Daugavpils pays for. Between September and October 2026 everything changes that can: a volume and a tariff
 * (cold water), the method (hot water), a recalculation (waste), a benefit that ends and a penalty (management), a service
 * that begins (heating) and one that ends (lift). What is shared by the house never changes.
 */
function linesOf(period: Period): StatementLine[] {
  const month = Number(period.slice(5));
  const newest = period >= newestBill;
  const cold = newest ? 3_400 : 2_800 + (month % 4) * 150;
  const hot = newest ? 2_400 : 2_000 + (month % 3) * 150;
  const heated = month >= 10 || month <= 4;
  return [
    measured('Apsaimniekošana', [54_300, 'm²', 68], newest ? { penalty: 37 } : { benefit: 500 }),
    measured('Aukstais ūdens', [cold, 'm³', newest ? 132 : 125], { method: 'meter' }),
    measured('Karstais ūdens', [hot, 'm³', 690], { method: newest ? 'average' : 'meter' }),
    measured('Kanalizācija', [cold + hot, 'm³', 141], { method: newest ? 'average' : 'meter' }),
    ...(heated ? [measured('Apkure', [412, 'MWh', 6840], { method: 'norm' })] : []),
    measured('Atkritumu izvešana', [2_000, 'pers.', 385], { method: 'norm', recalculated: newest ? -120 : 0 }),
    line('Elektroenerģija koplietošanai', { charged: 421 }),
    ...(newest ? [] : [line('Lifta remonts', { charged: 410 })]),
  ];
}

function statementOf(period: Period): Statement {
  const lines = linesOf(period);
  const after = nextPeriod(period);
  return {
    id: billId(period),
    account: home,
    revision: 1,
    period,
    issuedOn: `${after}-03`,
    number: `R-${period.replace('-', '')}-12345`,
    description: 'Rēķins par dzīvokļa apsaimniekošanu',
    due: `${after}-${after.endsWith('-02') ? 28 : 30}`,
    total: sumOfLines(lines),
    lines,
    printed: false,
  };
}

/** In the ledger penalties stand apart from what they are for. */
const penaltyService = 'Līgumsods';

function chargesOf({ lines }: Statement): Map<string, { charged: number; recalculated: number; amount: number }> {
  const charges = new Map(
    lines.map((one) => [
      one.service,
      { charged: one.charged - one.benefit, recalculated: one.recalculated, amount: amountOf(one) - one.penalty },
    ]),
  );
  const penalty = lines.reduce((sum, one) => sum + one.penalty, 0);
  if (penalty > 0) charges.set(penaltyService, { charged: penalty, recalculated: 0, amount: penalty });
  return charges;
}

/**
 * Bills of the `months` up to October 2026 in Anna's flat, with the ledger and the payments that belong to them, oldest first;
 * everything adds up (B2, B5). Each bill was paid whole on the 20th of the month in which it was issued, but for the `unpaid`
 * newest ones. The ledger ends with October, as billing's does: with `unpaid` 0 only a payment tells of November (B6).
 */
export function sampleBills(months: number, { unpaid = 1 } = {}): BillsRows {
  const periods = Array.from({ length: months }, (_, at) => addMonths(newestBill, at - months + 1));
  const statements = periods.map(statementOf);
  const paid = statements.slice(0, Math.max(0, months - unpaid));
  const payments = paid.map(
    ({ period, total }): Payment => ({
      id: `01890000-0000-7000-8000-00000d${period.replace('-', '')}`,
      account: home,
      date: `${nextPeriod(period)}-20`,
      amount: total,
      number: `M-${period.replace('-', '')}`,
      source: 'Swedbank',
    }),
  );
  const settled = new Map(paid.map((bill) => [nextPeriod(bill.period), chargesOf(bill)]));
  let closed = new Map<string, number>();
  const ledger = statements.map((bill): LedgerRow => {
    const charges = chargesOf(bill);
    const settles = settled.get(bill.period);
    const names = [...new Set([...charges.keys(), ...[...closed].flatMap(([name, left]) => (left === 0 ? [] : name))])];
    const services = names.map((service): ServiceCells => {
      const opening = closed.get(service) ?? 0;
      const { charged = 0, recalculated = 0 } = charges.get(service) ?? {};
      const paidNow = settles?.get(service)?.amount ?? 0;
      const closing = opening + charged - paidNow + recalculated;
      return { service, opening, charged, paid: paidNow, recalculated, closing };
    });
    closed = new Map(services.map(({ service, closing }) => [service, closing]));
    return { account: home, revision: 1, period: bill.period, services, total: null };
  });
  return { statements, ledger, payments, onlinePayments: [] };
}
