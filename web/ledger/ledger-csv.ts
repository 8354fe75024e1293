import { plainAmount } from '../../shared/amount.ts';
import { neutralise } from '../../shared/formula.ts';
import type { LedgerMonth } from '../../shared/ledger.ts';
import type { Words } from '../words/words.ts';
import { ledgerSheet } from './ledger-sheet.ts';

/**
 * The whole ledger as CSV (RFC 4180), as spreadsheets open it that are set to the language: UTF-8 with its mark, and in Latvian and
 * Russian semicolons and decimal commas, because Excel there takes `12.05` for a day in May; commas and points in English.
 */
export function ledgerCsv(ledger: readonly LedgerMonth[], words: Words): Blob {
  const mark = words.decimalMark;
  const separator = mark === ',' ? ';' : ',';
  const { head, rows } = ledgerSheet(ledger, words);
  const amount = (minor: number | null) => (minor === null ? '' : plainAmount(minor).replace('.', mark));
  const lines = [
    head.map(text),
    ...rows.map(({ period, name, amounts }) => [period, text(name), ...amounts.map(amount)]),
  ];
  const quoted = (cell: string) =>
    cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const csv = lines.map((cells) => `${cells.map(quoted).join(separator)}\r\n`).join('');
  return new Blob([`\ufeff${csv}`], { type: 'text/csv' });
}

/** Amounts are numbers, whatever they begin with; texts must not be run by a spreadsheet. */
const text = (words: string): string => neutralise(words);
