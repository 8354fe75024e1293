import type { PublicCompany } from '../../shared/company.ts';
import type { LedgerColumn, LedgerFault } from '../../shared/ledger.ts';
import type { Period } from '../../shared/period.ts';
import { amount, money } from './money.ts';
import type { Words } from './words.ts';

/** A cell that does not add up, as a sentence (B2). */
export function ledgerFaultText(
  words: Words,
  { kind, period, service, column, expected, found }: LedgerFault,
  currency: PublicCompany['currency'],
): string {
  const inMoney = (minor: number) => money(minor, { locale: words.locale, currency });
  return words.text(`ledger-fault-${kind}`, {
    month: words.periodTitle(period),
    service: service ?? words.text('ledger-total'),
    column: words.text(`ledger-${column}`),
    expected: inMoney(expected),
    found: inMoney(found),
  });
}

/** Names a cell of the ledger; `service` is null in the total. */
export type CellName = `${Period} ${LedgerColumn} ${string}`;

export const cellName = (period: Period, column: LedgerColumn, service: string | null): CellName =>
  `${period} ${column} ${service === null ? '' : `of ${service}`}`;

/** What is wrong with which cell, in sentences. */
export type CellNotes = ReadonlyMap<CellName, string>;

export function cellNotes(
  words: Words,
  faults: readonly LedgerFault[],
  currency: PublicCompany['currency'],
): Map<CellName, string> {
  const notes = new Map<CellName, string>();
  for (const fault of faults) {
    const name = cellName(fault.period, fault.column, fault.service);
    const before = notes.get(name);
    const text = ledgerFaultText(words, fault, currency);
    notes.set(name, before === undefined ? text : `${before} ${text}`);
  }
  return notes;
}

/** As the seed writes it: nothing where there is nothing, but for a cell in which that is the fault. */
export const cellText = (words: Words, minor: number, isFault: boolean): string =>
  minor === 0 && !isFault ? '' : amount(minor, words.locale);
