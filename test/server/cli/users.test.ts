import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../../server/db/open.ts';
import { type Engine, forEachEngine } from '../../support/databases.ts';
import { fixture } from '../../support/fixtures.ts';
import { readPrintedCode } from '../../support/printed-code.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

/** An office with two accounts, a desk (a folder) for letters, and the command line. */
async function openOffice(engine: Engine) {
  const database = await engine.create();
  const desk = await temporaryFolder();
  const env = {
    METERBOOK_COMPANY: 'ddzksu',
    METERBOOK_DATABASE: database,
    METERBOOK_MODE: 'test',
    METERBOOK_CLOCK: '2026-11-21T12:30:00Z',
  };
  const cli = (...args: string[]) => runCli(args, { env });
  await cli('migrate');
  await cli('import', 'accounts', fixture('exchange/accounts-bom.csv'));
  const db = openDatabase(database);
  engine.atEnd(() => db.close());
  const letter = join(desk, 'letter.html');
  return {
    database,
    db,
    env,
    cli,
    desk,
    letter,
    onPaper: ['--letter', letter, '--url', 'https://mans.example.lv'],
    /** All that these commands may write. */
    written: () =>
      Promise.all(
        (['users', 'user_accounts', 'tokens', 'mails', 'audit'] as const).map((table) =>
          db.reader.selectFrom(table).selectAll().execute(),
        ),
      ),
  };
}

forEachEngine((engine) => {
  test('create-user --letter: whoever scans the letter sets a password and is signed in', async () => {
    const office = await openOffice(engine);
    const { code, stdout, stderr } = await office.cli(
      ...['create-user', '--account', '20315', '10427', '--email', 'Janis@Example.lv', '--language', 'ru'],
      ...office.onPaper,
    );
    assert.deepEqual([code, stdout], [0, ''], stderr);
    assert.match(
      stderr,
      /^User [0-9a-f-]{36} is made\. The letter is in (\S+); its link lasts until 2026-12-06 00:00 \(Europe\/Riga\)\.\n$/,
    );
    assert.equal((await stat(office.letter)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(office.desk), ['letter.html']);
    const page = await readFile(office.letter, 'utf8');
    for (const words of ['lang="ru"', 'Jānis Kalniņš', 'janis@example.lv', '20315', '10427', 'Rīgas iela 71']) {
      assert.ok(page.includes(words), words);
    }
    const link = new URL(readPrintedCode(page));
    assert.equal(link.origin + link.pathname, 'https://mans.example.lv/set-password');
    const token = link.hash.slice(1);

    const server = await startTestServer(
      { ...engine, create: async () => office.database },
      { company: 'ddzksu', now: '2026-12-05T21:59:00Z' },
    );
    const { client } = new TestDevice(server);
    assert.deepEqual(await client.registration.openLink.mutate({ token }), {
      purpose: 'password',
      name: 'Jānis Kalniņš',
      email: 'janis@example.lv',
    });
    const password = 'my own, which nobody chose';
    const signedIn = await client.registration.setPassword.mutate({ token, password, endOthers: true });
    assert.deepEqual(
      signedIn.accounts.map(({ number }) => number),
      ['10427', '20315'],
    );
    await new TestDevice(server).signIn({ id: signedIn.user.id, name: signedIn.user.name, password }, '20315');
    await assert.rejects(client.registration.setPassword.mutate({ token, password, endOthers: true }), {
      message: 'link_used',
    });
  });

  test('create-user --send leaves it to the server to send the link', async () => {
    const office = await openOffice(engine);
    const made = await office.cli('create-user', '--account', '10427', '--email', 'anna@example.lv', '--send');
    assert.equal(made.code, 0, made.stderr);
    const id = /^User (\S+) is made\. The link is sent by e-mail as soon as the portal is being served\.\n$/.exec(
      made.stderr,
    )?.[1];
    const mails = await office.db.reader.selectFrom('mails').select(['kind', 'content', 'state']).execute();
    assert.deepEqual(mails, [{ kind: 'activation', content: `{"user":"${id}"}`, state: 'waiting' }]);
    const users = await office.db.reader.selectFrom('users').select(['name', 'password_hash', 'language']).execute();
    assert.deepEqual(users, [{ name: 'Anna Bērziņa', password_hash: null, language: null }]);
  });

  test('a letter that cannot be written makes nothing, and writes over nothing', async () => {
    const office = await openOffice(engine);
    const before = await office.written();
    const taken = join(office.desk, 'taken.html');
    await writeFile(taken, 'another letter');
    const url = ['--url', 'https://mans.example.lv'];
    for (const [args, words] of [
      [['--letter', taken, ...url], `${taken} is there already: choose another name`],
      [['--letter', office.desk, ...url], `${office.desk} is there already: choose another name`],
      [['--letter', join(taken, 'x'), ...url], `${taken}/x: a part of this path is a file, not a folder`],
      [['--letter', join(office.desk, 'no', 'x')], 'METERBOOK_URL: is needed for a letter, or --url: the address at'],
      [['--letter', join(office.desk, 'no', 'x'), ...url], `there is no file or folder ${office.desk}/no/x`],
      [['--letter', office.letter, '--url', 'mans.example.lv'], 'METERBOOK_URL: '],
      [['--letter', office.letter, ...url, '--email', 'anna'], 'anna is no e-mail address'],
      [['--letter', office.letter, ...url, '--account', '99999'], 'there is no account 99999'],
      [
        ['--letter', office.letter, '--url', `https://x.lv/${'x'.repeat(500)}`],
        'characters are too many for a QR code',
      ],
    ] as const) {
      const { code, stderr } = await office.cli('create-user', '--account', '10427', ...args);
      assert.equal(code, 1, words);
      assert.ok(stderr.startsWith('meterbook: ') && stderr.includes(words), `${words} in ${stderr}`);
      assert.doesNotMatch(stderr, /\.part|\n {4}at /);
    }
    assert.deepEqual(await readdir(office.desk), ['taken.html']);
    assert.equal(await readFile(taken, 'utf8'), 'another letter');
    assert.deepEqual(await office.written(), before);
  });

  test('a user who cannot be made leaves no letter', async () => {
    const office = await openOffice(engine);
    await office.cli('create-user', '--account', '10427', '--email', 'anna@example.lv', '--send');
    const before = await office.written();
    const { code, stderr } = await office.cli(
      ...['create-user', '--account', '20315', '--email', 'ANNA@example.lv', ...office.onPaper],
    );
    assert.deepEqual(
      [code, stderr],
      [1, 'meterbook: another user has this e-mail address: "meterbook activation" gives that user a new link\n'],
    );
    assert.deepEqual(await readdir(office.desk), []);
    assert.deepEqual(await office.written(), before);
  });

  test('in production a letter leads to HTTPS, and is in a language of the company', async () => {
    const office = await openOffice(engine);
    const { METERBOOK_CLOCK: _, ...env } = { ...office.env, METERBOOK_MODE: 'production' };
    const args = ['create-user', '--account', '10427', '--letter', office.letter];
    const plain = await runCli(args, { env: { ...env, METERBOOK_URL: 'http://mans.example.lv' } });
    assert.deepEqual(
      [plain.code, plain.stderr],
      [
        1,
        'meterbook: METERBOOK_URL: http://mans.example.lv is not an https address, which a letter needs in production\n',
      ],
    );
    const foreign = await runCli([...args, '--language', 'lv', '--company', 'dgservic'], { env });
    assert.deepEqual(
      [foreign.code, foreign.stderr],
      [1, "meterbook: the company's letters are in ru, en, not in lv\n"],
    );
    const good = await runCli(args, { env: { ...env, METERBOOK_URL: 'https://mans.example.lv/' } });
    assert.equal(good.code, 0, good.stderr);
    assert.match(readPrintedCode(await readFile(office.letter, 'utf8')), /^https:\/\/mans\.example\.lv\/set-password#/);
  });

  test('activation gives the one user who is named so a new link, and takes the earlier ones back', async () => {
    const office = await openOffice(engine);
    const nobody = await office.cli('activation', '--account', '10427', ...office.onPaper);
    assert.deepEqual(
      [nobody.code, nobody.stderr],
      [1, 'meterbook: account 10427 has no user: create-user makes one\n'],
    );
    const created = await office.cli('create-user', '--account', '10427', '20315', ...office.onPaper);
    const id = /^User (\S+) is made/.exec(created.stderr)?.[1] ?? '';
    const first = readPrintedCode(await readFile(office.letter, 'utf8'));
    for (const by of [
      ['--user', 'nobody'],
      ['--email', 'berta@example.com'],
      ['--account', '99999'],
    ]) {
      const { code, stderr } = await office.cli('activation', ...by, '--send');
      assert.deepEqual([code, stderr], [1, 'meterbook: there is no such user\n'], by.join(' '));
    }
    const addressless = await office.cli('activation', '--user', id, '--send');
    assert.deepEqual(
      [addressless.code, addressless.stderr],
      [1, 'meterbook: this user has no e-mail address: write a --letter\n'],
    );

    const again = join(office.desk, 'again.html');
    const renewed = await office.cli(
      ...['activation', '--account', '20315', '--letter', again, '--url', 'https://mans.example.lv'],
    );
    assert.equal(renewed.code, 0, renewed.stderr);
    assert.match(renewed.stderr, new RegExp(`^User ${id} has a new link\\. The letter is in ${again}; its link lasts`));
    const second = readPrintedCode(await readFile(again, 'utf8'));
    assert.notEqual(second, first);
    const tokens = await office.db.reader.selectFrom('tokens').select(['consumed_at']).orderBy('created_at').execute();
    assert.deepEqual(tokens.map(({ consumed_at }) => consumed_at === null).sort(), [false, true]);

    await office.cli('create-user', '--account', '10427', '--name', 'Berta', '--email', 'berta@example.lv', '--send');
    const several = await office.cli('activation', '--account', '10427', '--send');
    assert.equal(several.code, 1);
    assert.match(several.stderr, /^meterbook: several users fit, name one by the id: \S+ \(.+\), \S+ \(Berta\)\n$/);
    const sent = await office.cli('activation', '--email', 'Berta@Example.lv', '--send');
    assert.match(sent.stderr, /^User \S+ has a new link\. The link is sent by e-mail as soon as/);
    const audit = await office.db.reader
      .selectFrom('audit')
      .select(['actor', 'detail'])
      .where('action', '=', 'activation')
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      audit.map(({ actor, detail }) => `${actor} ${detail}`),
      ['letter', 'letter', 'mail', 'mail'].map((by) => `command line {"by":"${by}"}`),
    );
    assert.equal((await office.cli('audit', 'verify')).code, 0);
  });
});
