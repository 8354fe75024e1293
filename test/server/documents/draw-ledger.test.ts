import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCompany } from '../../../server/companies.ts';
import { drawLedger } from '../../../server/documents/draw-ledger.ts';
import type { Language } from '../../../shared/company.ts';
import { type LedgerMonth, ledgerColumns } from '../../../shared/ledger.ts';
import { addMonths, type Period } from '../../../shared/period.ts';
import { goldenLedger } from '../../support/golden-ledger.ts';
import { onlyPage, type PrintedPdf, readPdf } from '../../support/printed-pdf.ts';
import { vectors } from '../../support/vectors.ts';

const dgservic = loadCompany('dgservic');
const account = { number: '679-30', holder: 'Семёнов П.П.', address: 'г. Королёв, ул. Пионерская, д. 30, кв. 79' };

const printed = async (months: readonly LedgerMonth[], language: Language = 'ru'): Promise<PrintedPdf> =>
  readPdf(await drawLedger(account, months, dgservic, { language, day: '2017-07-01' }));

const rowNames = ['Сальдо нач.', 'Начислено', 'Оплачено', 'Перерасчёт', 'Сальдо кон.'];

describe('a drawn ledger', () => {
  it('says that there is none yet', async () => {
    const page = onlyPage(await printed([]));
    assert.deepEqual(page.tables, []);
    assert.match(page.text, /Ведомость по этому лицевому счёту ещё не поступала\. По состоянию на 01\.07\.2017/);
  });

  it('is the golden one cell by cell, as the second seed prints it', async () => {
    const { columns, months } = vectors<{
      columns: string[];
      months: Record<Period, Record<string, Record<string, number>>>;
    }>('golden-ledger-2017');
    // Kopecks as the seed writes them: a space between thousands, a comma, an empty cell for nothing.
    const seed = (kopecks = 0): string => {
      const [, sign, whole = '', cents] = /^(-?)(\d*)(\d\d)$/.exec(String(kopecks).padStart(3, '0')) ?? [];
      return kopecks === 0 ? '' : `${sign}${whole.replace(/(?<=\d)(?=(\d{3})+$)/g, ' ')},${cents}`;
    };
    const names: Record<string, string> = {
      '2017-06': 'Июнь',
      '2017-05': 'Май',
      '2017-04': 'Апрель',
      '2017-03': 'Март',
    };
    const expected = [
      ['TH Месяц', ...columns.map((column) => `TH ${column}`)],
      ...Object.entries(months).flatMap(([period, cells]) => [
        [`TH ${names[period]} 2017 г.`, ...columns.map(() => '')],
        ...ledgerColumns.map((row, at) => [
          `TH ${rowNames[at]}`,
          ...columns.map((column) => seed(cells[row]?.[column])),
        ]),
      ]),
    ];
    const page = onlyPage(await printed(goldenLedger()));
    assert.deepEqual(page.tables, [expected]);
    assert.ok(page.text.includes('5 955,86') && page.text.includes('-11,86'));
    assert.equal(page.headings[0], 'Ведомость 679-30');
  });

  it('is the same in whatever order the months come, and the same file each time', async () => {
    const draw = (months: LedgerMonth[]) =>
      drawLedger(account, months, dgservic, { language: 'ru', day: '2017-07-01' });
    assert.deepEqual(await draw(goldenLedger().reverse()), await draw(goldenLedger()));
  });

  it('has a column for each service of any month, penalties last, and the sum where billing gave no total', async () => {
    const [june] = goldenLedger();
    assert.ok(june);
    const only = (period: Period, ...services: string[]): LedgerMonth => ({
      period,
      services: services.map((service) => ({
        service,
        opening: 0,
        charged: 150,
        paid: 0,
        recalculated: 0,
        closing: 150,
      })),
      total: null,
    });
    const page = onlyPage(await printed([only('2017-05', 'Лифт', 'Пеня', 'Газ'), only('2017-06', 'Лифт', 'Вода')]));
    const [table] = page.tables;
    assert.deepEqual(table?.[0], ['TH Месяц', 'TH ИТОГО', 'TH Лифт', 'TH Газ', 'TH Вода', 'TH Пеня']);
    assert.deepEqual(table?.[3], ['TH Начислено', '3,00', '1,50', '', '1,50', '']);
    assert.deepEqual(table?.[9], ['TH Начислено', '4,50', '1,50', '1,50', '', '1,50']);
  });

  it('goes on on further pages: months that have no room below, services that have none beside', async () => {
    const months = Array.from({ length: 24 }, (_, at): LedgerMonth => {
      const golden = goldenLedger()[at % 4] as LedgerMonth;
      const extra = golden.services.map((cells) => ({ ...cells, service: `${cells.service} дом 2` }));
      return { ...golden, period: addMonths('2015-07', at), services: [...golden.services, ...extra] };
    });
    const { pages } = await printed(months);
    const columns = new Set<string>();
    const seen = new Map<string, number>();
    for (const { tables, text } of pages) {
      assert.equal(tables.length, 1);
      assert.match(text, /Страница \d+ из \d+/);
      const [head = [], ...rows] = tables[0] ?? [];
      assert.equal(head[0], 'TH Месяц');
      for (const column of head.slice(1)) columns.add(column);
      for (const [name] of rows) if (name && /20\d\d/.test(name)) seen.set(name, (seen.get(name) ?? 0) + 1);
      assert.equal(rows.length % 6, 0, 'a month is not torn apart');
    }
    assert.equal(columns.size, 1 + 30);
    assert.equal(seen.size, 24);
    const parts = new Set(seen.values());
    assert.equal(parts.size, 1, 'every month stands on as many pages');
    assert.ok((pages[0]?.tables[0]?.[0]?.length ?? 0) > 10, 'a page is used');
  });

  it('speaks Latvian and English too', async () => {
    assert.match(onlyPage(await printed(goldenLedger(), 'lv')).text, /Klienta pārskats.*Sākuma atlikums.*15 720,33/s);
    assert.match(onlyPage(await printed(goldenLedger(), 'en')).text, /Ledger.*Opening.*15,720\.33/s);
  });
});
