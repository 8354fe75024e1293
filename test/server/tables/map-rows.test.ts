import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnsOf } from '../../../server/exchange/columns-of.ts';
import type { ImportFile } from '../../../server/tables/import-file.ts';
import { openTable } from '../../../server/tables/open-table.ts';
import { FileRefused } from '../../../server/tables/problems.ts';
import { byOwnColumns, isBroken } from '../../../server/tables/table.ts';
import { type ExchangeKind, exchangeFields, exchangeKinds } from '../../../shared/exchange-fields.ts';
import { draftProfile, type MappingProfile, mappingProfile } from '../../../shared/mapping-profile.ts';
import { column, constant, plainProfile } from '../../support/mapping-profiles.ts';

const company = { accountNumber: { pattern: '^\\d+$', example: '10427', inputMode: 'numeric' as const } };

const fileOf = (text: string | Uint8Array): ImportFile => ({
  async *open() {
    yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
  },
});

async function read(text: string | Uint8Array, profile: MappingProfile) {
  const table = await openTable(fileOf(text), { languages: ['lv', 'ru'], profile: mappingProfile.parse(profile) });
  const rows = [];
  let header: { names: readonly string[]; ignored: string[] } | null = null;
  for await (const { header: head, body } of table.read(columnsOf(profile.kind, company))) {
    header = head;
    for (const row of body) {
      const values = Object.fromEntries(Object.entries(row.values).filter(([, value]) => value !== undefined));
      const problems = byOwnColumns(row, isBroken(row) ? row.problems : []);
      rows.push({ line: row.line, values, problems: problems.map((one) => [one.column, one.problem.code]), row });
    }
  }
  return { rows, header };
}

const refusedAs = (code: string) => (error: unknown) => {
  assert.ok(error instanceof FileRefused && error.code === code, String(error));
  return true;
};

const payments = (more: Partial<MappingProfile> = {}) =>
  plainProfile('payments', {
    dates: { order: 'DMY', mark: '.', years: 4 },
    numbers: { decimal: ',', thousands: ' ' },
    fields: {
      account: column('Лицевой счёт'),
      date: column('Дата'),
      amount: column('Сумма'),
      number: column('№'),
      source: constant('Банк'),
    },
    ...more,
  });

const head = 'Лицевой счёт;Дата;Сумма;№;Плательщик\n';

describe('the fields of a profile', () => {
  it('are the columns that the server reads, of every kind of file', () => {
    for (const kind of exchangeKinds) {
      assert.deepEqual(
        exchangeFields[kind].map(({ name, presence }) => [name, presence]),
        Object.entries(columnsOf(kind as ExchangeKind, company)).map(([name, { presence }]) => [name, presence]),
      );
    }
  });

  it('are refused where one is unknown, missing, or a name without a header', () => {
    const problems = (profile: MappingProfile) =>
      mappingProfile.safeParse(profile).error?.issues.map(({ path }) => path.join('.'));
    const { account, ...without } = payments().fields;
    assert.ok(account);
    assert.deepEqual(problems(payments({ fields: without })), ['fields.account']);
    assert.equal(draftProfile.safeParse(payments({ fields: without })).success, true);
    assert.deepEqual(problems(payments({ fields: { ...payments().fields, colour: constant('red') } })), [
      'fields.colour',
    ]);
    assert.equal(problems(payments({ header: false }))?.length, 4);
  });
});

describe('a file that its profile does not fit', () => {
  it('is refused where a column is not there, or is there twice', async () => {
    await assert.rejects(read('Конто;Дата;Сумма;№\n', payments()), refusedAs('profile_column_missing'));
    await assert.rejects(read('Лицевой счёт;Дата;Дата;Сумма;№\n', payments()), refusedAs('column_double'));
    const far = payments({ fields: { ...payments().fields, number: column(9) } });
    await assert.rejects(read(head, far), refusedAs('profile_column_missing'));
  });

  it('has its cells refused by the names of its own columns', async () => {
    const { rows } = await read(`${head}1;03/31/2026;1.5;П-1;x\n1;31.02.2026;1,5;;x\n1;31.03.2026\n`, payments());
    assert.deepEqual(
      rows.map(({ line, problems }) => [line, ...problems]),
      [
        [2, ['Дата', 'day_not_in_style'], ['Сумма', 'number_not_in_style']],
        [3, ['Дата', 'day_not_in_style'], ['№', 'cell_empty']],
        [4, [null, 'cells_missing'], ['Сумма', 'cell_empty'], ['№', 'cell_empty']],
      ],
    );
    assert.deepEqual(rows[0]?.row.cells, ['1', '03/31/2026', '1.5', 'П-1', 'x']);
  });

  it('has a word refused that the profile has no word of ours for', async () => {
    const profile = plainProfile('acknowledgement');
    const state = column('state', { replace: { принято: 'billed' }, otherwise: 'refuse' });
    const text = 'batch;account;serial;register;period;state\nb;1;2;B;2026-03;ПРИНЯТО\nb;1;3;B;2026-03;отказ\n';
    const { rows } = await read(text, { ...profile, fields: { ...profile.fields, state } });
    assert.deepEqual(
      rows.map(({ values, problems }) => [values.state, ...problems]),
      [['billed'], [undefined, ['state', 'not_replaced']]],
    );
  });
});

describe('a file of the company’s own', () => {
  it('is read by its own words, days and numbers, with mixed line ends, below its titles', async () => {
    const text = `Отчёт ООО "Дом" за март\r\n\r${head}10427;31.03.2026;1 234,50;П-1;x\r\n;;;;\r10428;01.04.2026;5,00;П-2;y\n`;
    const { rows, header } = await read(text, payments({ skipRows: 2 }));
    assert.deepEqual(
      rows.map(({ line, values }) => [line, values]),
      [
        [4, { account: '10427', date: '2026-03-31', amount: 123_450, number: 'П-1', source: 'Банк' }],
        [6, { account: '10428', date: '2026-04-01', amount: 500, number: 'П-2', source: 'Банк' }],
      ],
    );
    assert.deepEqual(header?.ignored, ['Плательщик']);
    assert.deepEqual(header?.names, ['Лицевой счёт', 'Дата', 'Сумма', '№', 'Плательщик']);
  });

  it('is read in the encoding that the profile names', async () => {
    const letters = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, at) => at));
    const text = `${head}1;31.03.2026;5,00;ж;ё\n`;
    const bytes = Uint8Array.from([...text], (sign) => letters.indexOf(sign));
    const { rows } = await read(bytes, payments({ encoding: 'windows-1251', separator: ';' }));
    assert.equal(rows[0]?.values.number, 'ж');
  });

  it('is read without a header, by the places of its columns', async () => {
    const profile = payments({
      header: false,
      separator: '|',
      fields: {
        account: column(2, { after: 'л/с' }),
        date: column(1),
        amount: column(4),
        number: column(3),
        source: constant('Банк'),
      },
    });
    const { rows, header } = await read('31.03.2026|Л/С 10427|1|5,00\n31.03.2026|10428|2|x\n', profile);
    assert.equal(rows[0]?.values.account, '10427');
    assert.deepEqual(rows[1]?.problems, [['#4', 'number_not_in_style']]);
    assert.deepEqual(header?.names, ['#1', '#2', '#3', '#4']);
  });

  it('has totals left out, and what merged cells leave empty filled from above', async () => {
    const profile = payments({
      fields: { ...payments().fields, account: column('Лицевой счёт', { fillDown: true }) },
      leaveOut: [{ column: 'Лицевой счёт', is: 'beginning', text: 'итого' }],
    });
    const text = `${head}10427;31.03.2026;5,00;1;x\n;31.03.2026;6,00;2;x\nИтого по дому;;11,00;;\n`;
    const { rows } = await read(text, profile);
    assert.deepEqual(
      rows.map(({ values }) => values.account),
      ['10427', '10427'],
    );
  });

  it('has one row of ours for each register that stands in one of its rows', async () => {
    const profile = plainProfile('readings', {
      fields: {
        account: column('ЛС'),
        serial: column('Счётчик'),
        period: constant('2026-03'),
        takenOn: constant('2026-03-31'),
        kind: constant('actual'),
        source: constant('billing'),
      },
      blocks: ['T1', 'T2', 'T3'].map((code) => ({ register: constant(code), value: column(code) })),
    });
    const { rows } = await read('ЛС;Счётчик;T1;T2;T3\n1;A;10;20;\n2;B;x;5;6\n', profile);
    assert.deepEqual(
      rows.map(({ line, values, problems }) => [line, values.register, values.value, ...problems]),
      [
        [2, 'T1', '10'],
        [2, 'T2', '20'],
        [3, 'T1', undefined, ['T1', 'number_not_in_style']],
        [3, 'T2', '5'],
        [3, 'T3', '6'],
      ],
    );
  });

  it('has rows under the heading that says whose they are, and none above the first', async () => {
    const profile = payments({
      header: false,
      fields: { date: column(1), amount: column(2), number: column(3), source: constant('Банк') },
      heading: {
        when: { column: 1, is: 'beginning', text: 'Лицевой счёт' },
        fields: { account: column(1, { after: 'Лицевой счёт №' }) },
      },
    });
    const text =
      '01.03.2026;1,00;0\nЛицевой счёт № 10427;;\n31.03.2026;5,00;1\n\nЛицевой счёт № 10428;;\n31.03.2026;5,00;2\n';
    const { rows } = await read(text, profile);
    assert.deepEqual(rows[0]?.problems[0], [null, 'heading_missing']);
    assert.deepEqual(
      rows.slice(1).map(({ values }) => [values.account, values.number]),
      [
        ['10427', '1'],
        ['10428', '2'],
      ],
    );
    assert.deepEqual(rows[2]?.row.heading?.cells, ['Лицевой счёт № 10428', '', '']);
  });
});
