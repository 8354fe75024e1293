import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openDatabase } from '../../../server/db/open.ts';
import { forEachEngine } from '../../support/databases.ts';
import { fixture } from '../../support/fixtures.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

describe('the command line', () => {
  test('wrong usage ends with 2 and says what is wrong on standard error', async () => {
    for (const [args, words] of [
      [[], /Usage: meterbook/],
      [['brew'], /unknown command 'brew'/],
      [['import'], /missing required argument 'kind'/],
      [['import', 'tea', 'file.csv'], /Allowed choices are accounts, meters, readings, acknowledgement/],
      [['serve', '--port', '70000'], /A port is a number up to 65535/],
      [['export', 'readings', '--period', '2026-13'], /A period is a month like 2026-03/],
      [['export', 'readings'], /name a --period or a --batch/],
      [['create-user', '--name', 'Anna'], /required option '--account/],
      [['create-user', '--account', '10427', '--password=a long one'], /unknown option '--password=a long one'/],
      [['audit'], /Usage: meterbook audit/],
      [['demo', '--clock', 'yesterday'], /An instant is written like/],
    ] as const) {
      const { code, stdout, stderr } = await runCli(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, words);
    }
  });

  test('every command explains itself', async () => {
    for (const args of [
      [],
      ['serve'],
      ['migrate'],
      ['demo'],
      ['import'],
      ['export', 'readings'],
      ['create-user'],
      ['audit', 'verify'],
      ['restored'],
    ]) {
      const { code, stdout } = await runCli([...args, '--help']);
      assert.equal(code, 0);
      assert.match(stdout, /^Usage: meterbook/);
    }
    assert.match((await runCli(['--version'])).stdout, /^\d+\.\d+\.\d+/);
  });

  test('a failure ends with 1 and one clear line, the stack only when asked for', async () => {
    const folder = await temporaryFolder();
    const database = join(folder, 'x.db');
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: database };
    assert.deepEqual(await runCli(['migrate']), {
      code: 1,
      stdout: '',
      stderr: 'meterbook: no company is named: set METERBOOK_COMPANY or use --company\n',
    });
    const file = fixture('exchange/meters.csv');
    assert.deepEqual(await runCli(['import', 'meters', file], { env }), {
      code: 1,
      stdout: '',
      stderr: 'meterbook: the schema of the database is behind: run "meterbook migrate" first\n',
    });
    const missing = await runCli(['import', 'meters', join(folder, 'none.csv')], { env });
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /^meterbook: ENOENT[^\n]*\n$/);
    const debugged = await runCli(['import', 'meters', file], { env: { ...env, METERBOOK_DEBUG: '1' } });
    assert.match(debugged.stderr, /\n {4}at /);
  });
});

forEachEngine((engine) => {
  test('migrate, import, create-user, export: from an empty database to a file for billing', async () => {
    const folder = await temporaryFolder();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    const cli = (...args: string[]) => runCli(args, { env });

    assert.match((await cli('migrate')).stderr, /Migrated: 001-foundation/);
    assert.match((await cli('migrate')).stderr, /up to date/);

    const accounts = await cli('import', 'accounts', fixture('exchange/accounts-windows-1251.csv'));
    assert.equal(accounts.code, 0, accounts.stderr);
    assert.match(accounts.stderr, /accounts: 2 new, 0 changed, 0 unchanged; 0 rows refused of 2 rows \(windows-1251\)/);
    assert.equal((await cli('import', 'meters', fixture('exchange/meters.csv'), '--progress')).code, 0);

    const dry = await cli('import', 'readings', fixture('exchange/readings-tabs.csv'), '--dry-run');
    assert.equal(dry.code, 0);
    assert.match(dry.stderr, /readings: 3 new, .* dry run, nothing written/);

    const file = join(folder, 'readings.csv');
    const header = 'account,serial,register,period,value,takenOn,kind,source\n';
    const good = '10427,C-1,B,2026-09,100.125,2026-09-28,actual,office\n';
    await writeFile(file, `${header}${good}10427,C-9,B,2026-09,1,2026-09-28,actual,office\n`);
    const strict = await cli('import', 'readings', file, '--strict');
    assert.equal(strict.code, 1);
    assert.match(strict.stderr, /nothing written, because a row is refused/);
    const refusedFile = join(folder, 'refused.csv');
    const loose = await cli('import', 'readings', file, '--refused', refusedFile);
    assert.equal(loose.code, 1);
    assert.ok(loose.stderr.includes(`${file}:3: serial: is no meter of this account (meter_unknown)\n`));
    assert.match(loose.stderr, /readings: 1 new/);
    assert.equal(
      await readFile(refusedFile, 'utf8'),
      '\ufeffaccount,serial,register,period,value,takenOn,kind,source,error\r\n' +
        '10427,C-9,B,2026-09,1,2026-09-28,actual,office,serial: is no meter of this account\r\n',
    );

    // A file that cannot be written takes no reading: the export after it has them all, and finds the period unlocked.
    const nowhere = join(folder, 'no', 'such', 'folder.csv');
    assert.equal((await cli('export', 'readings', '--period', '2026-09', '--lock', '--output', nowhere)).code, 1);
    const exported = await cli('export', 'readings', '--period', '2026-09', '--lock');
    assert.doesNotMatch(exported.stderr, /Exported before/);
    assert.equal(exported.code, 0, exported.stderr);
    const [head = '', row = '', end] = exported.stdout.split('\r\n');
    assert.match(head, /^batch,account,holder,/);
    assert.match(
      row,
      /,10427,Анна Берзиня,"ул\. Ригас 48, Даугавпилс, кв\. 12",cold-water,C-1,B,2026-09,0\.000,100\.125,100\.125,m3,/,
    );
    assert.equal(end, '');
    const batch = row.split(',', 1)[0] ?? '';
    const output = join(folder, 'out.csv');
    assert.equal((await cli('export', 'readings', '--batch', batch, '--bom', '--output', output)).code, 0);
    assert.equal(await readFile(output, 'utf8'), `\ufeff${exported.stdout}`);
    assert.match(
      (await cli('export', 'readings', '--period', '2026-09')).stderr,
      /Exported before: 1 reading in batch/,
    );
    assert.equal((await cli('export', 'readings', '--batch', '0190a6c4-0000-7000-8000-000000000000')).code, 1);

    const answer = join(folder, 'answer.csv');
    await writeFile(answer, `batch;account;serial;register;period;state\n${batch};10427;C-1;B;2026-09;billed\n`);
    assert.match((await cli('import', 'acknowledgement', answer)).stderr, /0 new, 1 changed/);
  });

  test('create-user takes its password from standard input and never as an argument', async () => {
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    await runCli(['migrate'], { env });
    await runCli(['import', 'accounts', fixture('exchange/accounts-bom.csv')], { env });
    const args = ['create-user', '--account', '10427', '20315'];
    const refused = async (password: string) =>
      runCli([...args, '--password-stdin'], { env, input: `${password}\n` }).then(({ code, stdout, stderr }) => {
        assert.deepEqual([code, stdout], [1, '']);
        return stderr;
      });
    assert.equal(await refused('short'), 'meterbook: the password has fewer than 8 characters\n');
    assert.equal(await refused('a'.repeat(257)), 'meterbook: the password has more than 256 characters\n');
    assert.match(await refused('Parole123'), /one of those that everybody tries first/);
    assert.match(
      (await runCli([...args, '--password-stdin'], { env })).stderr,
      /^meterbook: no password came on standard input\n$/,
    );
    const input = 'a long one\nand a second line\n';
    const made = await runCli([...args, '--password-stdin', '--email', 'anna@example.com'], { env, input });
    assert.equal(made.code, 0, made.stderr);
    assert.match(made.stderr, /^User [0-9a-f-]{36} is made\.\n$/);
  });

  test('create-user needs the account alone: the holder’s name, no password, and it says so', async () => {
    const url = await engine.create();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: url };
    await runCli(['migrate'], { env });
    await runCli(['import', 'accounts', fixture('exchange/accounts-bom.csv')], { env });
    const args = ['create-user', '--account', '20315', '--email', 'anna@example.com'];
    const made = await runCli(args, { env, input: 'this is not asked for\n' });
    assert.equal(made.code, 0, made.stderr);
    assert.match(made.stderr, /^User \S+ is made, without a password: nobody can sign in as this user yet\.\n$/);
    const db = openDatabase(url);
    engine.atEnd(() => db.close());
    const users = await db.reader.selectFrom('users').select(['name', 'password_hash']).execute();
    const holder = await db.reader
      .selectFrom('accounts')
      .select('holder')
      .where('number', '=', '20315')
      .executeTakeFirstOrThrow();
    assert.deepEqual(users, [{ name: holder.holder, password_hash: null }]);
  });
});
