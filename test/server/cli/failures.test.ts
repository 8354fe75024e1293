import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fixture } from '../../support/fixtures.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

describe('the command line', () => {
  test('no command but migrate, serve and demo makes a database where there is none', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'data', 'x.db');
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: path };
    for (const args of [
      ['import', 'meters', fixture('exchange/meters.csv')],
      ['export', 'readings', '--period', '2026-09', '--output', join(folder, 'out.csv')],
      ['unlock', '2026-09', '--reason', 'so'],
      ['create-user', '--account', '10427', '--letter', join(folder, 'letter.html'), '--url', 'https://example.lv'],
      ['activation', '--account', '10427', '--send'],
      ['audit', 'verify'],
      ['restored'],
    ]) {
      assert.deepEqual(
        await runCli(args, { env }),
        {
          code: 1,
          stdout: '',
          stderr:
            `meterbook: there is no database ${path}: name another one (--database, METERBOOK_DATABASE), ` +
            'or make it with "meterbook migrate"\n',
        },
        args.join(' '),
      );
      assert.deepEqual(await readdir(folder), []);
    }
  });

  test('help that nobody reads is no error to tell of', async () => {
    assert.deepEqual(await runCli(['import', '--help'], { unread: true }), { code: 1, stdout: '', stderr: '' });
  });

  test('the help of import says what each column takes', async () => {
    const { stdout } = await runCli(['import', '--help']);
    for (const words of [
      'service: cold-water, hot-water, gas, liquefied-gas, electricity, heating',
      'unit: m3, kWh, MWh, Gcal, kg',
      'installedOn, verifiedUntil, retiredOn, takenOn, issuedOn, due, date: a day like 2026-03-31',
      'period: a month like 2026-03',
      'kind: actual, estimate',
      'source: resident, kiosk, office, billing',
      'state: billed, refused',
    ]) {
      assert.ok(stdout.includes(`\n  ${words}\n`), `${words} in ${stdout}`);
    }
  });

  test('what fails on the machine is said in a sentence that names it and the next step', async () => {
    const folder = await temporaryFolder();
    const text = join(folder, 'text.db');
    await writeFile(text, 'a letter to a friend, and long enough to be read as the header of something else'.repeat(9));
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as AddressInfo;
    const none = join(folder, 'none.csv');
    const nowhere = 'postgres://anna:secret@127.0.0.1:1/x';
    try {
      for (const [args, env, words] of [
        [['import', 'meters', none], {}, `there is no file or folder ${none}`],
        [['import', 'meters', folder], {}, `${folder} is a folder, not a file`],
        [['import', 'meters', '/dev/null'], {}, '/dev/null is read more than once, which a pipe is not'],
        [['migrate'], { METERBOOK_DATABASE: folder }, `METERBOOK_DATABASE: ${folder} is a folder, not a file`],
        [['migrate'], { METERBOOK_DATABASE: text }, `${text} is no SQLite database: name another file with`],
        [['audit', 'verify'], { METERBOOK_DATABASE: text }, `${text} is no SQLite database`],
        [['serve'], { METERBOOK_DATABASE: text }, `${text} is no SQLite database`],
        [
          ['migrate'],
          { METERBOOK_DATABASE: nowhere },
          'PostgreSQL does not answer at 127.0.0.1:1: start it, or look at',
        ],
        [['restored'], { METERBOOK_DATABASE: 'postgres://no.invalid/x' }, 'there is no host no.invalid:5432: look at'],
        [['migrate'], { METERBOOK_DATABASE: 'postgres://[' }, 'METERBOOK_DATABASE: is no address like postgres://'],
        [['serve'], { METERBOOK_URL: 'http://mans.example.lv' }, 'METERBOOK_URL: is needed: the https address'],
        [['serve'], { PORT: 'eighty' }, 'PORT: is not a number from 0 to 65535'],
        [['serve'], { PORT: `${port}` }, `port ${port} on 127.0.0.1 is taken by another program: choose another one`],
        [['demo', '--port', `${port}`, '--data', folder], {}, `port ${port} on 127.0.0.1 is taken by another program`],
      ] as const) {
        const { code, stdout, stderr } = await runCli(args, {
          env: {
            METERBOOK_COMPANY: 'ddzksu',
            METERBOOK_LOG: 'silent',
            METERBOOK_URL: 'https://mans.example.lv',
            METERBOOK_SMTP: 'smtp://127.0.0.1:1',
            METERBOOK_DATABASE: join(folder, 'x.db'),
            ...env,
          },
        });
        assert.equal(code, 1, words);
        assert.equal(stdout, '');
        assert.ok(stderr.includes(`meterbook: ${words}`), `${words} in ${stderr}`);
        assert.doesNotMatch(stderr, /\n {4}at |secret/);
      }
    } finally {
      busy.close();
    }
  });
});
