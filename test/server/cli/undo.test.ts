import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../../server/db/open.ts';
import { forEachEngine } from '../../support/databases.ts';
import { fixture } from '../../support/fixtures.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const program = fileURLToPath(new URL('../../../server/cli.js', import.meta.url));

forEachEngine((engine) => {
  test('batches lists what was imported, and undo takes it back once', async () => {
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    const unknown = await cli('undo', '0192f0c8-7c1e-7c3a-8b5e-0123456789ab');
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /there is no batch/);
    assert.equal((await cli('undo', 'x')).code, 2);

    const brought = await cli('import', 'accounts', fixture('exchange/accounts-windows-1251.csv'));
    const [, batch = ''] = /batch ([0-9a-f-]{36})/.exec(brought.stderr) ?? [];
    const listed = (await cli('batches')).stdout;
    assert.match(listed, new RegExp(`^${batch}\t.*\taccounts\tdone\t2\tcommand line\taccounts-windows-1251.csv\n$`));

    assert.match((await cli('undo', batch, '--dry-run')).stderr, /accounts: 2 taken back, .* dry run, nothing changed/);
    const undone = await cli('undo', batch, '--reason', 'the wrong file');
    assert.equal(undone.code, 0, undone.stderr);
    assert.match(undone.stderr, /accounts: 2 taken back, 0 as before, 0 rows left as they are; batch .* is undone/);
    assert.match((await cli('undo', batch)).stderr, /is undone already/);
    assert.match((await cli('batches')).stdout, /\tundone\t/);
  });

  test('what an import leaves that was killed is taken back by the next one', async () => {
    const folder = await temporaryFolder();
    const database = await engine.create();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: database };
    const cli = (...args: string[]) => runCli(args, { env });
    await cli('migrate');
    const file = join(folder, 'accounts.csv');
    const rows = Array.from({ length: 20_000 }, (_, at) => `${10_000 + at},Anna,Rīgas iela ${at},,,\n`);
    await writeFile(file, `account,holder,address,premises,email,phone\n${rows.join('')}`);

    const child = spawn(process.execPath, [program, 'import', 'accounts', file], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const db = openDatabase(database);
    engine.atEnd(() => db.close());
    const count = async () => (await db.reader.selectFrom('accounts').select('id').execute()).length;
    while ((await count()) === 0) await new Promise(setImmediate);
    child.kill('SIGKILL');
    await ended;
    const half = await count();
    assert.ok(half > 0 && half < rows.length, `${half}`);

    // Its claim runs out.
    await db.write((tx) =>
      tx
        .updateTable('jobs')
        .set({ claimed_until: '2026-01-01T00:00:00.000Z' })
        .where('state', '=', 'running')
        .execute(),
    );
    const next = await cli('import', 'accounts', fixture('exchange/accounts-windows-1251.csv'));
    assert.equal(next.code, 0, next.stderr);
    assert.equal(await count(), 2);
    const jobs = await db.reader.selectFrom('jobs').select('state').orderBy('id').execute();
    assert.deepEqual(
      jobs.map(({ state }) => state),
      ['failed', 'done'],
    );
  });
});
