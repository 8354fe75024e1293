import '../../support/temporal.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { columnsOf } from '../../../server/exchange/columns-of.ts';
import { guessProfile } from '../../../server/exchange/guess-profile.ts';
import { fileOnDisk } from '../../../server/tables/file-on-disk.ts';
import { type OpenTable, openRaw, openTable } from '../../../server/tables/open-table.ts';
import { isBroken } from '../../../server/tables/table.ts';
import type { ExchangeKind } from '../../../shared/exchange-fields.ts';
import { exchangeKinds } from '../../../shared/exchange-fields.ts';
import type { MappingProfile } from '../../../shared/mapping-profile.ts';
import { fixture } from '../../support/fixtures.ts';
import { column, plainProfile } from '../../support/mapping-profiles.ts';

/** The workbooks and the file in windows-1251 were made by LibreOffice 7.4 of the CSV files beside them. */

const company = { accountNumber: { pattern: '^\\d+$', example: '10427', inputMode: 'numeric' as const } };
const place = (name: string) => fixture(`libreoffice/${name}`);

async function open(name: string, profile: MappingProfile | null = null): Promise<OpenTable> {
  return openTable(await fileOnDisk(place(name)), { languages: ['lv', 'ru'], profile });
}

async function rowsOf(table: OpenTable, kind: ExchangeKind) {
  const rows = [];
  for await (const { body } of table.read(columnsOf(kind, company))) {
    for (const row of body) {
      const broken = isBroken(row) ? row.problems.map(({ column: name, problem }) => `${name}: ${problem.code}`) : [];
      rows.push({ line: row.line, values: { ...row.values } as Record<string, unknown>, broken });
    }
  }
  return rows;
}

describe('what LibreOffice wrote', () => {
  for (const kind of exchangeKinds) {
    it(`as a workbook of ${kind} is read as its CSV: days, numbers, and texts that look like them`, async () => {
      const expected = await rowsOf(await open(`${kind}.csv`), kind);
      const found = await open(`${kind}.xlsx`);
      assert.equal(found.container, 'xlsx');
      assert.deepEqual(await rowsOf(found, kind), expected);
      assert.ok(expected.length > 1 && expected.every(({ broken }) => broken.length === 0));
    });
  }

  it('as numbers and days stored as text is read the same', async () => {
    const expected = await rowsOf(await open('readings.csv'), 'readings');
    assert.deepEqual(await rowsOf(await open('readings-as-text.xlsx'), 'readings'), expected);
  });

  it('as CSV in windows-1251 is read the same', async () => {
    const found = await open('payments-windows-1251.csv');
    assert.equal(found.encoding, 'windows-1251');
    assert.deepEqual(await rowsOf(found, 'payments'), await rowsOf(await open('payments.csv'), 'payments'));
  });

  it('is held in memory where no part of it can be read alone, and read the same', async () => {
    const bytes = readFileSync(place('meters.xlsx'));
    const chunks = async function* () {
      for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
    };
    const held = await openTable({ open: chunks }, { languages: ['lv'] });
    assert.deepEqual(await rowsOf(held, 'meters'), await rowsOf(await open('meters.xlsx'), 'meters'));
  });

  it('with a second sheet, a title, merged cells, formulas and errors is read by a profile, cell by cell', async () => {
    const named = plainProfile('payments', { sheet: 'Maksājumi' });
    const raw = await openRaw(await fileOnDisk(place('payments-latvian.xlsx')), { languages: ['lv'], profile: named });
    assert.deepEqual(raw.sheets, ['Arhīvs', 'Maksājumi']);
    const first = [];
    for await (const some of raw.rows(new Set())) first.push(...some);
    const { profile: guessed, missing } = guessProfile(first, 'payments', { languages: ['lv'] });
    assert.deepEqual([missing, guessed.skipRows], [[], 2]);
    const profile = plainProfile('payments', {
      ...guessed,
      sheet: 'Maksājumi',
      dates: { order: 'DMY', mark: '.', years: 4 },
      numbers: { decimal: ',', thousands: ' ' },
      fields: { ...guessed.fields, account: column('Klienta kods', { fillDown: true }) },
      leaveOut: [{ column: 'Klienta kods', is: 'equal', text: 'kopā' }],
    });
    const table = await open('payments-latvian.xlsx', profile);
    const source = 'billing';
    assert.deepEqual(await rowsOf(table, 'payments'), [
      { line: 4, values: { account: '10427', date: '2026-03-31', amount: 1050, number: 'P-1', source }, broken: [] },
      { line: 5, values: { account: '10427', date: '2026-04-01', amount: 123_450, number: '17', source }, broken: [] },
      {
        line: 6,
        values: { account: '10428', date: undefined, amount: undefined, number: 'P-3', source },
        broken: ['date: day_not_in_style', 'amount: cell_error'],
      },
    ]);
    assert.equal(table.formulas(), 2);
  });
});
