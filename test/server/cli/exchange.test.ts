import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../../server/db/open.ts';
import type { Period } from '../../../shared/period.ts';
import type { ReadingState } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { fixture } from '../../support/fixtures.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

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
    const unwritten = await cli('export', 'readings', '--period', '2026-09', '--lock', '--output', nowhere);
    assert.deepEqual(
      [unwritten.code, unwritten.stderr],
      [1, `meterbook: there is no file or folder ${nowhere}\n`],
      'the path as it was typed',
    );
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

    // Nothing is new: a header for whoever reads the file, and no batch.
    const empty = await cli('export', 'readings', '--period', '2026-09');
    assert.deepEqual([empty.code, empty.stdout], [0, `${head}\r\n`]);
    assert.match(
      empty.stderr,
      /^Nothing of 2026-09 is new for billing: the file has no rows, and no batch was made\.\n/,
    );
    assert.equal(empty.stderr.match(/in batch/g)?.length, 1, 'the batch from before alone');
    assert.equal((await cli('export', 'readings', '--period', '2026-09', '--json')).stdout, '[\n]\n');

    const answer = join(folder, 'answer.csv');
    await writeFile(answer, `batch;account;serial;register;period;state\n${batch};10427;C-1;B;2026-09;billed\n`);
    assert.match((await cli('import', 'acknowledgement', answer)).stderr, /0 new, 1 changed/);
    const unlocked = await cli('unlock', '2026-09', '--reason', 'by mistake');
    assert.deepEqual(unlocked, {
      code: 1,
      stdout: '',
      stderr: 'meterbook: billing has billed 1 reading of 2026-09: what is billed stays (I9)\n',
    });
  });

  test('a period is locked when its window is over, or early with a reason, and unlocked again', async () => {
    const folder = await temporaryFolder();
    const env = {
      METERBOOK_COMPANY: 'ddzksu',
      METERBOOK_DATABASE: await engine.create(),
      METERBOOK_MODE: 'test',
      METERBOOK_CLOCK: '2026-11-20T10:00:00Z',
    };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    const output = join(folder, 'out.csv');
    const lock = ['export', 'readings', '--period', '2026-11', '--lock', '--output', output];
    const refused = await cli(...lock);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /^meterbook: 2026-11 may be locked from 2026-12-04 00:00 \(Europe\/Riga\), .*--early/);
    assert.deepEqual(await readdir(folder), []);
    assert.match((await cli('unlock', '2026-11', '--reason', 'so')).stderr, /^meterbook: 2026-11 is not locked\n$/);

    const early = await cli(...lock, '--early', 'billing moves house');
    assert.equal(early.code, 0, early.stderr);
    assert.match(early.stderr, /Nothing of 2026-11 is new .*\n2026-11 is locked\.\n/);
    assert.deepEqual(await readdir(folder), ['out.csv']);
    const unlocked = await cli('unlock', '2026-11', '--reason', 'the wrong month');
    assert.deepEqual([unlocked.code, unlocked.stderr], [0, '2026-11 is not locked any more.\n']);
  });

  test('an export says how many readings of its period wait for a check or are late, and so are in no file', async () => {
    const url = await engine.create();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: url };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    await cli('import', 'accounts', fixture('exchange/accounts-windows-1251.csv'));
    await cli('import', 'meters', fixture('exchange/meters.csv'));
    const file = join(await temporaryFolder(), 'readings.csv');
    const bring = async (...rows: string[]) => {
      await writeFile(file, ['account,serial,register,period,value,takenOn,kind,source', ...rows, ''].join('\n'));
      const { code, stderr } = await cli('import', 'readings', file);
      assert.equal(code, 0, stderr);
      return stderr;
    };
    const heldBack = async (...options: string[]) => {
      const { code, stderr } = await cli('export', 'readings', ...options);
      assert.equal(code, 0, stderr);
      return stderr.split('\n').filter((line) => line.endsWith('in no file.'));
    };
    await bring(
      '10427,C-1,B,2026-09,1,2026-09-28,actual,office',
      '20315,C-2,B,2026-09,1,2026-09-28,actual,office',
      // Of another period.
      '20315,C-2,B,2026-08,1,2026-08-28,actual,office',
    );
    const db = openDatabase(url);
    engine.atEnd(() => db.close());
    const judge = (period: Period, from: ReadingState, to: ReadingState) =>
      db.write(async (tx) => {
        const one = tx.selectFrom('readings').select('id').where('period', '=', period).where('state', '=', from);
        const { id } = await one.orderBy('id').limit(1).executeTakeFirstOrThrow();
        await tx.updateTable('readings').set({ state: to }).where('id', '=', id).execute();
      });
    await judge('2026-08', 'accepted', 'review');
    assert.deepEqual(await heldBack('--period', '2026-07'), []);
    await judge('2026-09', 'accepted', 'review');
    assert.deepEqual(await heldBack('--period', '2026-09', '--lock'), [
      '1 reading of 2026-09 waits for a check: it is in no file.',
    ]);
    const imported = await bring(
      '10427,C-1,B,2026-09,3,2026-09-28,actual,office',
      '10427,E-1,T1,2026-09,13,2026-09-28,actual,office',
      '10427,E-1,T2,2026-09,8,2026-09-28,actual,office',
    );
    assert.match(
      imported,
      /^readings: 2 new, 0 changed, 0 unchanged; 2 of them late for a locked period; 0 rows refused/,
    );
    // Also where nothing is new.
    assert.deepEqual(await heldBack('--period', '2026-09'), [
      '1 reading of 2026-09 waits for a check, 2 are late: they are in no file.',
    ]);
    await judge('2026-09', 'review', 'late');
    assert.deepEqual(await heldBack('--period', '2026-09'), ['3 readings of 2026-09 are late: they are in no file.']);
  });

  test('an import in an encoding that the words speak against is done, and warned of', async () => {
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    const path = fixture('exchange/accounts-windows-1251.csv');
    const warning = `${path} looks like windows-1251, but is read as windows-1257, as --encoding says: look at its names.\n`;
    const forced = await cli('import', 'accounts', path, '--encoding', 'windows-1257', '--dry-run');
    assert.ok(forced.stderr.includes(warning), forced.stderr);
    assert.match(forced.stderr, /accounts: 2 new, .* \(windows-1257\)/);
    const right = await cli('import', 'accounts', path, '--encoding', 'windows-1251');
    assert.doesNotMatch(right.stderr, /looks like/);
  });

  test('an export that nobody reads to its end says which batch it was, and how to get it again', async () => {
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    await cli('import', 'accounts', fixture('exchange/accounts-windows-1251.csv'));
    await cli('import', 'meters', fixture('exchange/meters.csv'));
    const file = join(await temporaryFolder(), 'readings.csv');
    const header = 'account,serial,register,period,value,takenOn,kind,source\n';
    await writeFile(file, `${header}10427,C-1,B,2026-09,100.125,2026-09-28,actual,office\n`);
    await cli('import', 'readings', file);
    const broken = await runCli(['export', 'readings', '--period', '2026-09'], { env, unread: true });
    assert.equal(broken.code, 1);
    const command = new RegExp(
      '^meterbook: whoever read the standard output has closed it before the end; ' +
        'batch \\S+ keeps its 1 reading: "meterbook (.*)" gives the file again\n$',
    ).exec(broken.stderr)?.[1];
    assert.ok(command, broken.stderr);
    assert.match((await cli(...command.split(' '))).stdout, /,C-1,B,2026-09,/);
  });

  test('bills, the ledger and payments come in, what is not carried over is named, and the help says what they hold', async () => {
    const folder = await temporaryFolder();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    await cli('import', 'accounts', fixture('exchange/accounts-windows-1251.csv'));
    const bring = async (kind: string, ...lines: string[]) => {
      const file = join(folder, `${kind}.csv`);
      await writeFile(file, lines.join('\r\n'));
      return { file, ...(await cli('import', kind, file)) };
    };
    const bills = await bring(
      'statements',
      'account;period;issuedOn;number;description;due;total;service;method;charged;recalculated',
      '10427;2026-09;2026-10-01;R-1;Квитанция;2026-10-20;12,34;Вода;meter;12,34;0,00',
      '10427;2026-09;2026-10-01;R-2;Квитанция;2026-10-20;12,34;Вода;meter;12,33;0,00',
    );
    assert.equal(bills.code, 1);
    assert.ok(
      bills.stderr.includes(`${bills.file}:3: total: is 12.34, and the others come to 12.33 (B5) (sum_differs)\n`),
      bills.stderr,
    );
    assert.match(bills.stderr, /statements: 1 new, 0 changed, 0 unchanged; 1 row refused of 2 rows/);
    const ledger = await bring(
      'ledger',
      'account;period;service;opening;charged;paid;recalculated;closing',
      '10427;2026-08;Вода;0;10;0;0;10',
      '10427;2026-09;Вода;9;12,34;0;0;21,34',
    );
    assert.equal(ledger.code, 0);
    assert.match(
      ledger.stderr,
      /opening: account 10427, Вода: 2026-09 opens with 9\.00, and the month before closed with 10\.00 \(B2\)/,
    );
    assert.match(ledger.stderr, /ledger: 2 new, .*; 1 amount not carried over; 0 rows refused of 2 rows/);
    const payments = await bring('payments', 'account;date;amount;number;source', '10427;2026-01-05;5;P-1;Банк');
    assert.match(payments.stderr, /payments: 1 new, .* 0 rows refused of 1 row/);
    const { stdout } = await cli('import', '--help');
    assert.match(stdout, /ledger: account, period, service, opening, charged, paid, recalculated, closing/);
    assert.match(stdout, /amount like 1234\.56/);
  });

  test('an import asks for the encoding where it cannot be told, and names falls', async () => {
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    const folder = await temporaryFolder();
    const accounts = join(folder, 'accounts.csv');
    // `Müller` in windows-1257.
    await writeFile(accounts, Buffer.from('account;holder;address;premises\n10427;M\xfcller;Riga;1\n', 'latin1'));
    const asked = await cli('import', 'accounts', accounts);
    assert.equal(asked.code, 1);
    assert.match(
      asked.stderr,
      /^meterbook: the file is not in UTF-8, .*: name it with --encoding, or save the file as UTF-8\n$/,
    );
    const named = await cli('import', 'accounts', accounts, '--encoding', 'windows-1257');
    assert.deepEqual([named.code, /accounts: 1 new, .* \(windows-1257\)/.test(named.stderr)], [0, true]);

    const meters = join(folder, 'meters.json');
    const meter = { account: '10427', service: 'cold-water', serial: 'C-1', register: 'B', unit: 'm3', digits: 5 };
    await writeFile(meters, JSON.stringify([{ ...meter, decimals: 3, installedOn: '2020-01-01', initial: 0 }]));
    assert.equal((await cli('import', 'meters', meters)).code, 0);
    const readings = join(folder, 'readings.csv');
    await writeFile(
      readings,
      'account;serial;register;period;value;takenOn;kind;source\n' +
        '10427;C-1;B;2026-08;100;2026-08-28;actual;billing\n10427;C-1;B;2026-09;99,5;2026-09-28;actual;billing\n',
    );
    for (const options of [['--dry-run'], []]) {
      const fallen = await cli('import', 'readings', readings, ...options);
      assert.equal(fallen.code, 0, fallen.stderr);
      const place = `${readings}:3: value: account 10427, meter C-1, register B:`;
      assert.ok(fallen.stderr.startsWith(`${place} 99.500 in 2026-09 lies below 100.000 in 2026-08 (M1)\n`));
      assert.match(
        fallen.stderr,
        /readings: 2 new, 0 changed, 0 unchanged; 1 value below the one before; 0 rows refused/,
      );
    }
  });
});
