import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPasswords } from '../../../server/auth/passwords.ts';
import { createSessions } from '../../../server/auth/sessions.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { forEachEngine } from '../../support/databases.ts';
import { fixture } from '../../support/fixtures.ts';
import { runCli } from './run-cli.ts';

forEachEngine((engine) => {
  test('set-password gives a user a password that none had, and ends the sessions of the old one', async () => {
    const url = await engine.create();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: url };
    const cli = (args: string[], input = '') => runCli(args, { env, input });
    await cli(['migrate']);
    await cli(['import', 'accounts', fixture('exchange/accounts-bom.csv')]);
    const nobody = await cli(['set-password', '--account', '10427', '--password-stdin'], 'a long password\n');
    assert.deepEqual(
      [nobody.code, nobody.stderr],
      [1, 'meterbook: account 10427 has no user: create-user makes one\n'],
    );
    const created = await cli(['create-user', '--account', '10427', '20315', '--email', 'anna@example.com']);
    const id = /^User (\S+) is made/.exec(created.stderr)?.[1] ?? '';
    const again = await cli(['create-user', '--account', '10427', '--email', 'ANNA@example.com']);
    assert.equal(
      again.stderr,
      'meterbook: another user has this e-mail address: "meterbook set-password" gives that user another password\n',
    );

    const set = (by: string[], input: string) => cli(['set-password', ...by, '--password-stdin'], `${input}\n`);
    for (const [by, input, words] of [
      [['--user', 'nobody'], 'a long password', 'there is no such user'],
      [['--email', 'berta@example.com'], 'a long password', 'there is no such user'],
      [['--account', '99999'], 'a long password', 'there is no such user'],
      [['--user', id], 'short', 'the password has fewer than 8 characters'],
      [['--user', id], 'anna@example.com', 'the password is the e-mail address'],
    ] as const) {
      const { code, stderr } = await set([...by], input);
      assert.deepEqual([code, stderr], [1, `meterbook: ${words}\n`]);
    }

    const db = openDatabase(url);
    engine.atEnd(() => db.close());
    await db.write((tx) => createSessions(db, { secure: false }).start(tx, id, 'a browser'));
    for (const [by, ended] of [
      [['--email', 'Anna@Example.com'], '; 1 session ended'],
      [['--account', '20315'], ''],
      [['--user', id], ''],
    ] as const) {
      const done = await set([...by], `the password for ${by[0]}`);
      assert.deepEqual([done.code, done.stderr], [0, `User ${id} has the new password${ended}.\n`]);
      const { password_hash } = await db.reader.selectFrom('users').select('password_hash').executeTakeFirstOrThrow();
      assert.ok(await createPasswords().verify(password_hash, `the password for ${by[0]}`));
    }
    const entries = await db.reader
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'set-password')
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      entries.map(({ subject, detail }) => [subject, detail]),
      [1, 0, 0].map((sessions) => [id, `{"sessions":${sessions}}`]),
    );

    await cli(['create-user', '--account', '10427', '--name', 'Berta']);
    const several = await set(['--account', '10427'], 'a long password');
    assert.match(several.stderr, /^meterbook: several users fit, name one by the id: \S+ \(.+\), \S+ \(Berta\)\n$/);
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
