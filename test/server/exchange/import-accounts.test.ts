import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileRefused, wordsOf } from '../../../server/tables/problems.ts';
import { forEachEngine } from '../../support/databases.ts';
import { counts, fixtureBytes, openBillingOffice, refusals } from './billing-office.ts';

const header = 'account,holder,address,premises,email,phone\n';

forEachEngine((engine) => {
  test('refuses a file without a column, with a double one, an empty one, and one that is no text', async () => {
    const office = await openBillingOffice(engine);
    const before = await office.everything();
    const codeOf = (file: string | Uint8Array) =>
      office.bring('accounts', file).then(
        () => 'imported',
        (error: unknown) => (error instanceof FileRefused ? error.code : error),
      );
    assert.equal(await codeOf('account,holder,address\n10427,Anna,Rīga\n'), 'column_missing');
    assert.equal(await codeOf('account,account,holder,address,premises\n'), 'column_double');
    assert.equal(await codeOf(''), 'file_empty');
    assert.equal(await codeOf('\n\n'), 'file_empty');
    assert.equal(await codeOf(Buffer.from('account', 'utf16le')), 'not_text');
    assert.equal(await codeOf(`${header}10427,"Anna,Rīga,1,,\n20315,Jānis,Rīga,2,,\n`), 'quote_open');
    assert.equal(await codeOf(`${header}10427,An"na,Rīga,1,,\n`), 'quote_misplaced');
    assert.deepEqual(await office.everything(), before);
  });

  test('names every refused row by line and column and keeps it out', async () => {
    const office = await openBillingOffice(engine);
    const report = await office.bring(
      'accounts',
      `${header}1042,Anna,Rīga,1,,\n10427,,Rīga,1,no mail,\n20315,Jānis,Rīga\n33108,Marija,Rīga,2,,,7\n` +
        '41950,"An\u0007na",Rīga,3,,\n52776,Inese,Rīga,4,,\n52776,Ilze,Rīga,5,,\n52776,Inese,Rīga,4,,\n',
    );
    assert.deepEqual(refusals(report), [
      '2:account:account_number_shape',
      '3:holder:cell_empty',
      '3:email:not_an_email',
      '4:row:cells_missing',
      '5:row:cells_surplus',
      '6:holder:control_character',
      '8:account:named_twice',
      '9:account:row_repeated',
    ]);
    assert.deepEqual(
      report.refused.slice(-2).map(({ problems }) => problems.map(({ problem }) => wordsOf(problem))),
      [['52776 is named in line 7 already, with other content'], ['says the same again as line 7']],
    );
    assert.deepEqual(Object.keys(await office.versions()), ['52776']);
  });

  test('a broken last row under strict leaves nothing behind', async () => {
    const office = await openBillingOffice(engine);
    const before = await office.everything();
    const report = await office.bring('accounts', `${header}10427,Anna,Rīga,1,,\nbroken,Jānis,Rīga,2,,\n`, {
      strict: true,
    });
    assert.equal(report.imported, false);
    assert.equal(report.batch, null);
    assert.deepEqual(refusals(report), ['3:account:account_number_shape']);
    assert.deepEqual(await office.everything(), before);
  });

  test('a dry run tells the difference and changes nothing', async () => {
    const office = await openBillingOffice(engine);
    await office.bring('accounts', `${header}10427,Anna,Rīga,1,,\n20315,Jānis,Rīga,2,,\n`);
    const before = await office.everything();
    const report = await office.bring(
      'accounts',
      `${header}10427,Anna B.,Rīga,1,,\n20315,Jānis,Rīga,2,,\n33108,Marija,Rīga,3,,\nx,,,,,\n`,
      {
        dryRun: true,
      },
    );
    assert.deepEqual(counts(report), [1, 1, 1]);
    assert.equal(report.refused.length, 1);
    assert.equal(report.imported, false);
    assert.deepEqual(await office.everything(), before);
  });

  test('reads windows-1251 with CRLF by its content', async () => {
    const office = await openBillingOffice(engine);
    for (const chunk of [1, 7, 64_000]) {
      const report = await office.bring('accounts', fixtureBytes('accounts-windows-1251.csv'), { chunk });
      assert.equal(report.encoding, 'windows-1251');
      assert.equal(report.rows, 2);
    }
    const anna = await office.db.reader
      .selectFrom('accounts')
      .innerJoin('premises', 'premises.id', 'accounts.premises_id')
      .select(['holder', 'building', 'address', 'email', 'version'])
      .where('number', '=', '10427')
      .executeTakeFirst();
    assert.deepEqual(anna, {
      holder: 'Анна Берзиня',
      building: 'ул. Ригас 48, Даугавпилс',
      address: 'ул. Ригас 48, Даугавпилс, кв. 12',
      email: 'anna@example.com',
      version: 1,
    });
  });

  test('reads UTF-8 with a byte order mark, quoted separators and strange columns', async () => {
    const office = await openBillingOffice(engine);
    const report = await office.bring('accounts', fixtureBytes('accounts-bom.csv'), { chunk: 1 });
    assert.deepEqual(refusals(report), []);
    assert.deepEqual(report.ignoredColumns, ['Remark']);
    const rows = await office.db.reader
      .selectFrom('accounts')
      .innerJoin('premises', 'premises.id', 'accounts.premises_id')
      .select(['number', 'building', 'address', 'email'])
      .orderBy('number')
      .execute();
    assert.deepEqual(rows, [
      {
        number: '10427',
        building: 'Cietokšņa iela 48; Daugavpils',
        address: 'Cietokšņa iela 48; Daugavpils, dz. 12',
        email: 'anna@example.com',
      },
      { number: '20315', building: 'Rīgas iela 71, Daugavpils', address: 'Rīgas iela 71, Daugavpils', email: null },
    ]);
  });

  test('the same file twice changes nothing and bumps no version', async () => {
    const office = await openBillingOffice(engine);
    await office.bring('accounts', fixtureBytes('accounts-bom.csv'));
    const before = await office.everything();
    office.clock.advance(86_400_000);
    const report = await office.bring('accounts', fixtureBytes('accounts-bom.csv'));
    assert.deepEqual(counts(report), [0, 0, 2]);
    assert.deepEqual(await office.everything(), before);
  });

  test('a changed account takes the next version; a column that is missing changes nothing', async () => {
    const office = await openBillingOffice(engine);
    await office.bring('accounts', fixtureBytes('accounts-bom.csv'));
    await office.bring(
      'accounts',
      'account,holder,address,premises\n10427,Anna Ozola,"Cietokšņa iela 48; Daugavpils",dz. 12\n',
    );
    assert.deepEqual(await office.versions(), { '10427': 2, '20315': 1 });
    const anna = await office.db.reader
      .selectFrom('accounts')
      .select(['holder', 'email', 'version'])
      .where('number', '=', '10427')
      .executeTakeFirst();
    assert.deepEqual(anna, { holder: 'Anna Ozola', email: 'anna@example.com', version: 2 });
  });

  test('thousands of rows arrive whole, and of two at once each enters what the other has not', async () => {
    const office = await openBillingOffice(engine);
    const rows = Array.from(
      { length: 2500 },
      (_, at) => `${10_000 + at},Anna ${at},Rīgas iela ${at % 40},dz. ${at % 7},,\n`,
    );
    const file = header + rows.join('');
    const reports = await Promise.all([office.bring('accounts', file), office.bring('accounts', file)]);
    const sums = [0, 1, 2].map((at) => reports.map(counts).reduce((sum, of) => sum + (of[at] ?? 0), 0));
    assert.deepEqual(sums, [2500, 0, 2500]);
    const { batches, accounts } = (await office.everything()) as {
      batches: { rows: number; state: string }[];
      accounts: object[];
    };
    assert.equal(accounts.length, 2500);
    for (const { rows: count, state } of batches) assert.deepEqual([count, state], [2500, 'done']);
    const premises = await office.db.reader.selectFrom('premises').select('id').execute();
    assert.equal(premises.length, 280);
  });
});
