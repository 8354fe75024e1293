import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
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
      [['export', 'readings', '--period', '2026-03', '--early', 'so'], /--early goes with --lock only/],
      [['export', 'readings', '--period', '2026-03', '--lock', '--early', ' '], /A reason is a line/],
      [['export', 'readings', '--period', '2026-03', '--json', '--bom'], /are for CSV, not for --json/],
      [['export', 'readings', '--period', '2026-03', '--separator', '|'], /Allowed choices are comma, semicolon, tab/],
      [['unlock', '2026-03'], /required option '--reason/],
      [['unlock', 'March', '--reason', 'so'], /A period is a month like 2026-03/],
      [
        ['import', 'meters', 'file.csv', '--encoding', 'koi8-r'],
        /Allowed choices are utf-8, windows-1251, windows-1257/,
      ],
      [['activation', '--send'], /name a --user, an --email or an --account/],
      [['activation', '--send', '--user', 'a', '--email', 'b'], /name a --user, an --email or an --account/],
      [['activation', '--user', 'a'], /name one way for the link: --send or --letter <file>/],
      [['activation', '--user', 'a', '--send', '--letter', 'x.html'], /name one way for the link/],
      [['activation', '--user', 'a', '--send', '--url', 'https://x.lv'], /--url goes with --letter only/],
      [['create-user', '--account', '10427'], /name one way for the link: --send or --letter <file>/],
      [['create-user', '--account', '10427', '--send'], /--send needs an --email/],
      [['create-user', '--account', '10427', '--send', '--language', 'fr'], /Allowed choices are en, lv, ru/],
      [['create-user', '--account', '10427', '--password-stdin'], /unknown option '--password-stdin'/],
      [['set-password', '--account', '10427'], /unknown command 'set-password'/],
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
      ['unlock'],
      ['create-user'],
      ['activation'],
      ['audit', 'verify'],
      ['restored'],
      ['rotate-kiosk-key'],
    ]) {
      const { code, stdout } = await runCli([...args, '--help']);
      assert.equal(code, 0);
      assert.match(stdout, /^Usage: meterbook/);
    }
    assert.match((await runCli(['--version'])).stdout, /^\d+\.\d+\.\d+/);
  });

  test('a failure ends with 1 and one clear line, the stack only when asked for', async () => {
    const folder = await temporaryFolder();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: join(folder, 'x.db') };
    assert.deepEqual(await runCli(['migrate']), {
      code: 1,
      stdout: '',
      stderr: 'meterbook: no company is named: set METERBOOK_COMPANY or use --company\n',
    });
    await writeFile(join(folder, 'x.db'), '');
    const file = fixture('exchange/meters.csv');
    assert.deepEqual(await runCli(['import', 'meters', file], { env }), {
      code: 1,
      stdout: '',
      stderr: 'meterbook: the schema of the database is behind: run "meterbook migrate" first\n',
    });
    const debugged = await runCli(['import', 'meters', file], { env: { ...env, METERBOOK_DEBUG: '1' } });
    assert.match(debugged.stderr, /\n {4}at /);
  });
});
