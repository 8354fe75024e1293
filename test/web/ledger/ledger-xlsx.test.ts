import { expect } from 'chai';
import readWorkbook, { type Sheet } from 'read-excel-file/universal';
import type { Payment } from '../../../shared/bill.ts';
import { type Language, languages } from '../../../shared/company.ts';
import { ledgerColumns } from '../../../shared/ledger.ts';
import { ledgerXlsx } from '../../../web/ledger/ledger-xlsx.ts';
import { fullLedger, goldenLedger, printedLedger } from '../support/golden-ledger.ts';
import { home } from '../support/household.ts';
import { speak } from '../support/mount.ts';

const payment: Payment = {
  id: '01890000-0000-7000-8000-0000000000d1',
  account: home,
  date: '2017-06-14',
  amount: 596_772,
  number: '0012',
  source: '=Сбербанк',
};

async function read(
  { ledger, payments = [] }: { ledger: Parameters<typeof ledgerXlsx>[0]; payments?: readonly Payment[] },
  language: Language = 'ru',
): Promise<Sheet[]> {
  const file = await ledgerXlsx(ledger, payments, await speak(language, { areas: ['bills'] }));
  expect(file.type).to.equal('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  return readWorkbook(file);
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('the ledger as a workbook', () => {
  it('is the golden ledger, cell by cell, its amounts numbers and its months dates', async () => {
    const [sheet, ...others] = await read({ ledger: await goldenLedger() });
    expect(others).to.deep.equal([]);
    expect(sheet?.sheet).to.equal('Ведомость');
    const printed = await printedLedger();
    const [head, ...rows] = sheet?.data ?? [];
    expect(head).to.deep.equal(['Месяц', null, ...printed.columns]);
    const names = ['Сальдо нач.', 'Начислено', 'Оплачено', 'Перерасчёт', 'Сальдо кон.'];
    const expected = printed.periods.flatMap((period) =>
      ledgerColumns.map((column, at) => [
        day(`${period}-01`),
        names[at],
        ...printed.columns.map((name) => {
          const kopecks = printed.at(period, column, name);
          return kopecks === null ? null : kopecks / 100;
        }),
      ]),
    );
    expect(rows).to.deep.equal(expected);
  });

  it('has the payments on a sheet of their own, their numbers and payers as the texts that they are', async () => {
    const [, sheet] = await read({ ledger: await goldenLedger(), payments: [payment] });
    expect(sheet?.sheet).to.equal('Оплаты');
    expect(sheet?.data).to.deep.equal([
      ['Дата', 'Сумма', 'Номер', 'Через кого'],
      [day('2017-06-14'), 5967.72, '0012', '=Сбербанк'],
    ]);
  });

  it('is written in every language, its sheets named as spreadsheets allow', async () => {
    for (const language of languages) {
      const sheets = await read({ ledger: await goldenLedger(), payments: [payment] }, language);
      expect(sheets).to.have.length(2);
      expect(sheets[0]?.data[1]?.[0]).to.deep.equal(day('2017-06-01'));
    }
  });

  it('is written on the spot for ten years too: no worker is made of text, which the policy forbids', async () => {
    const made: unknown[] = [];
    const RealWorker = globalThis.Worker;
    globalThis.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        made.push(url);
        super(url, options);
      }
    };
    try {
      const file = await ledgerXlsx(fullLedger(120), [], await speak('ru', { areas: ['bills'] }));
      expect(made).to.deep.equal([]);
      const [sheet] = await readWorkbook(file);
      expect(sheet?.data).to.have.length(1 + 120 * 5);
    } finally {
      globalThis.Worker = RealWorker;
    }
  });
});
