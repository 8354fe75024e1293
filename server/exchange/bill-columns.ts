import { parseAmount } from '../../shared/amount.ts';
import { chargeMethods } from '../../shared/bill.ts';
import { restore } from '../../shared/formula.ts';
import { bad, day, good, oneOf, optional, period, present, required, text } from '../tables/columns.ts';

/** How nearly all amounts are written: read in a third of the time. */
const usualAmount = /^-?\d{1,9}\.\d\d$/;

/** B1: minor units. */
const amount = (cell: string) =>
  // Nothing is left of the sign of −0.00 by adding 0.
  usualAmount.test(cell) ? good(Number(cell.slice(0, -3) + cell.slice(-2)) + 0) : parseAmount(restore(cell));

/** `least`: 0, or 1 for what must be more than nothing. */
const amountFrom = (least: 0 | 1) => (cell: string) => {
  const read = amount(cell);
  return read.ok && read.value < least ? bad({ code: 'amount_sign', least }) : read;
};

const decimalForm = { digits: 12, decimals: 6 };
const usualDecimal = /^\d{1,6}\.\d{1,6}$/;
const decimalPattern = /^([-−]?)(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](\d{1,6}))?$/;

/** As billing wrote it, with every decimal, but with a point and without marks between thousands: nothing is calculated. */
const decimal = (cell: string) => {
  if (usualDecimal.test(cell)) return good(cell);
  const match = decimalPattern.exec(restore(cell));
  const [, sign, whole = '', decimals = ''] = match ?? [];
  const digits = whole.replace(/\D/g, '');
  if (!match || digits.length + decimals.length > decimalForm.digits)
    return bad({ code: 'not_a_decimal', ...decimalForm });
  return good(`${sign ? '-' : ''}${digits}${decimals && '.'}${decimals}`);
};

/** Composed (NFC), as the names of files are looked for. */
const pdfName = (cell: string) => {
  const read = text(200)(cell);
  if (!read.ok) return read;
  return /^[^/\\]+\.pdf$/i.test(read.value) ? good(read.value.normalize('NFC')) : bad({ code: 'not_a_file_name' });
};

const account = required(text(40));
const service = text(80);

/** One row a line of the bill; what is the bill's own stands in each of them. */
export const statementColumns = {
  account,
  period: required(period),
  issuedOn: required(day),
  number: required(text(40)),
  description: required(text(200)),
  due: required(day),
  total: required(amount),
  file: optional(pdfName),
  service: required(service),
  volume: optional(decimal),
  unit: optional(text(20)),
  tariff: optional(decimal),
  method: present(oneOf(chargeMethods)),
  charged: required(amountFrom(0)),
  recalculated: required(amount),
  benefit: optional(amountFrom(0)),
  penalty: optional(amountFrom(0)),
};

/** One row a service of a month; the row without a service is the month's total. */
export const ledgerColumns = {
  account,
  period: required(period),
  service: present(service),
  opening: required(amount),
  charged: required(amount),
  paid: required(amount),
  recalculated: required(amount),
  closing: required(amount),
};

export const paymentColumns = {
  account,
  date: required(day),
  amount: required(amountFrom(1)),
  number: required(text(40)),
  source: required(text(80)),
};
