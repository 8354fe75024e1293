import { generateXlsxFileSync } from 'write-excel-file/sync';
import type { Cell, Sheet } from 'write-excel-file/universal';
import { plainAmount } from '../../shared/amount.ts';
import type { Payment } from '../../shared/bill.ts';
import type { Language } from '../../shared/company.ts';
import type { LedgerMonth } from '../../shared/ledger.ts';
import type { Words } from '../words/words.ts';
import { ledgerSheet } from './ledger-sheet.ts';

const amountFormat = '#,##0.00';
const dayFormat = 'dd.mm.yyyy';

/** A month in the language of the file, whatever the language of the spreadsheet is (ECMA-376 18.8.31, Windows LCIDs). */
const monthFormats: Readonly<Record<Language, string>> = {
  en: '[$-809]mmmm yyyy',
  lv: '[$-426]mmmm yyyy',
  ru: '[$-419]mmmm yyyy',
};

/**
 * The whole ledger as a workbook: a sheet like the screen's table, headings and first columns frozen, and one of the payments
 * where there are any. Amounts are numbers of major units, months and days are dates.
 */
export function ledgerXlsx(ledger: readonly LedgerMonth[], payments: readonly Payment[], words: Words): Promise<Blob> {
  const { head, rows } = ledgerSheet(ledger, words);
  const title = words.text('ledger-title');
  const sheets: Sheet<Blob>[] = [
    {
      sheet: title,
      data: [
        head.map((name) => heading(name)),
        ...rows.map(({ period, column, name, amounts }) => {
          const weight = column === 'closing' ? ({ fontWeight: 'bold' } as const) : {};
          return [
            { ...day(`${period}-01`), format: monthFormats[words.language] },
            name,
            ...amounts.map((minor) => minor && { ...amount(minor), ...weight }),
          ];
        }),
      ],
      columns: [{ width: 16 }, { width: 16 }, ...head.slice(2).map(() => ({ width: 14 }))],
      stickyRowsCount: 1,
      stickyColumnsCount: 3,
      orientation: 'landscape',
    },
  ];
  if (payments.length > 0) {
    const names = ['date', 'amount', 'number', 'source'].map((name) => words.text(`ledger-payment-${name}`));
    sheets.push({
      sheet: words.text('ledger-payments'),
      data: [
        names.map((name) => heading(name)),
        ...payments.map((payment) => [day(payment.date), amount(payment.amount), payment.number, payment.source]),
      ],
      columns: [{ width: 12 }, { width: 14 }, { width: 20 }, { width: 28 }],
      stickyRowsCount: 1,
    });
  }
  return generateXlsxFileSync(sheets, undefined, undefined, async (image) => new Uint8Array(await image.arrayBuffer()));
}

const heading = (name: string): Cell => ({ value: name, fontWeight: 'bold', wrap: true, alignVertical: 'bottom' });

const amount = (minor: number) => ({ value: Number(plainAmount(minor)), type: Number, format: amountFormat });

// The package writes down what the clocks of Greenwich show.
const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: dayFormat });
