import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import { removeStaleCopies } from '../../../server/db/private-copy.ts';
import { importAccounts } from '../../../server/exchange/import-accounts.ts';
import { forEachEngine } from '../../support/databases.ts';
import { nextVersion } from '../../support/household.ts';
import { openSettledOffice } from './billing-office.ts';

const header = 'account,holder,address,premises,email,phone\n';

forEachEngine((engine) => {
  test('a dry run holds up nobody, not even at the accounts that it would change', async () => {
    const office = await openSettledOffice(engine);
    const { db, exporting } = office;
    const { id } = await db.reader
      .selectFrom('accounts')
      .where('number', '=', '10427')
      .select('id')
      .executeTakeFirstOrThrow();
    const first = Array.from({ length: 1500 }, (_, at) => `${30_000 + at},Anna,Rīgas iela ${at},,,\n`).join('');
    let writes = 0;
    async function* open(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${header}10427,Cita,Jauna iela 1,1,,\n${first}`);
      // In the middle of the file somebody else writes to the account of its first row.
      await db.write((tx) => nextVersion(tx, id));
      writes++;
      yield Buffer.from('33108,Marija,Rīgas iela 2,,,\n');
    }
    const report = await importAccounts({ ...exporting, file: { open }, dryRun: true });
    assert.deepEqual([report.created, report.changed, report.imported], [1501, 1, false]);
    assert.ok(writes > 0);
    assert.equal((await db.reader.selectFrom('accounts').select('id').execute()).length, 2);
  });

  if (engine.name !== 'sqlite') return;

  test('a dry run leaves no copy behind, and what a process left that died goes at the next start', async () => {
    const { db, bring } = await openSettledOffice(engine);
    const copies = () => readdirSync(dirname(db.address)).filter((name) => name.includes('.copy-'));
    await bring('accounts', `${header}33108,Marija,Rīgas iela 2,,,\n`, { dryRun: true });
    await assert.rejects(bring('accounts', `${header}33108,"Marija,Rīgas iela 2,,,\n`, { dryRun: true }));
    assert.deepEqual(copies(), []);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    for (const pid of [dead, process.ppid]) writeFileSync(`${db.address}.copy-${pid}-x`, '');
    removeStaleCopies(db);
    assert.deepEqual(copies(), [`${basename(db.address)}.copy-${process.ppid}-x`]);
  });
});
