import { expect } from 'chai';
import { ledgerColumns } from '../../../shared/ledger.ts';
import { ledgerCsv } from '../../../web/ledger/ledger-csv.ts';
import { ledgerFileName } from '../../../web/ledger/ledger-sheet.ts';
import { goldenLedger, printedLedger } from '../support/golden-ledger.ts';
import { speak } from '../support/mount.ts';

const areas = ['bills'] as const;

/** RFC 4180, read without our own code. */
function parse(csv: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let inQuotes = false;
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at] as string;
    if (inQuotes && sign === '"' && csv[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (sign === separator || sign === '\r')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') {
        rows.push([]);
        at++;
      }
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

const service = (name: string, amount: number) => ({
  service: name,
  opening: 0,
  charged: amount,
  paid: 0,
  recalculated: 0,
  closing: amount,
});

const ledgerOf = (...services: ReturnType<typeof service>[]) => [{ period: '2026-10' as const, services, total: null }];

const textOf = async (blob: Blob): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());

describe('the ledger as CSV', () => {
  it('is the golden ledger, cell by cell, as Excel in Russian takes it', async () => {
    const csv = await textOf(ledgerCsv(await goldenLedger(), await speak('ru', { areas })));
    expect(csv.startsWith('\ufeffМесяц;;ИТОГО;')).to.equal(true);
    const [head, ...rows] = parse(csv.slice(1), ';') as [string[], ...string[][]];
    const printed = await printedLedger();
    expect(head.slice(2)).to.deep.equal(printed.columns);
    const names = ['Сальдо нач.', 'Начислено', 'Оплачено', 'Перерасчёт', 'Сальдо кон.'];
    const expected = printed.periods.flatMap((period) =>
      ledgerColumns.map((column, at) => [
        period,
        names[at],
        ...printed.columns.map((name) => {
          const kopecks = printed.at(period, column, name);
          return kopecks === null ? '' : (kopecks / 100).toFixed(2).replace('.', ',');
        }),
      ]),
    );
    expect(rows).to.deep.equal(expected);
    expect(rows).to.have.length(20);
  });

  it('has points and commas in English, semicolons and decimal commas in Latvian', async () => {
    const ledger = ledgerOf(service('Apkure', 123456));
    expect(await textOf(ledgerCsv(ledger, await speak('en', { areas })))).to.contain(
      '2026-10,Charged,1234.56,1234.56\r\n',
    );
    expect(await textOf(ledgerCsv(ledger, await speak('lv', { areas })))).to.contain(
      '2026-10;Aprēķināts;1234,56;1234,56\r\n',
    );
  });

  it('quotes what would break it, and lets no spreadsheet run a text; amounts below nothing stay numbers', async () => {
    const ledger = ledgerOf(service('=HYPERLINK("x"; "y")', -5), service('a;b', 1), service('c\nd', 2));
    const csv = await textOf(ledgerCsv(ledger, await speak('lv', { areas })));
    const [head, , charged] = parse(csv.slice(1), ';');
    expect(head?.slice(3)).to.deep.equal(['\'=HYPERLINK("x"; "y")', 'a;b', 'c\nd']);
    expect(charged?.slice(2)).to.deep.equal(['-0,02', '-0,05', '0,01', '0,02']);
  });
});

describe('the name of the file', () => {
  it('says whose ledger it is, and from when to when', async () => {
    const ledger = await goldenLedger();
    expect(ledgerFileName('679-30', ledger)).to.equal('679-30 2017-03–2017-06');
    expect(ledgerFileName('679-30', ledger.slice(0, 1))).to.equal('679-30 2017-06');
    expect(ledgerFileName('679-30', [])).to.equal('679-30');
  });
});
