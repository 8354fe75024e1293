import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../../server/db/open.ts';
import { addStatement } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { smallPdf, zipFile } from '../../support/zip-file.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

forEachEngine((engine) => {
  test('attach: PDFs of billing from a folder or a ZIP, with what was refused by name', async () => {
    const folder = await temporaryFolder();
    const env = { METERBOOK_COMPANY: 'ddzksu', METERBOOK_DATABASE: await engine.create() };
    const cli = (...args: string[]) => runCli(['attach', ...args], { env });
    assert.equal((await runCli(['migrate'], { env })).code, 0);
    const db = openDatabase(env.METERBOOK_DATABASE);
    try {
      const account = await addAccount({ db }, { number: '12345' });
      await addStatement({ db }, account, { period: '2026-05', file: 'R-5.pdf' });
      await addStatement({ db }, account, { period: '2026-06', file: 'R-6.pdf' });
    } finally {
      await db.close();
    }

    const nowhere = await cli(join(folder, 'nowhere.zip'));
    assert.deepEqual(
      [nowhere.code, nowhere.stderr],
      [1, `meterbook: there is no file or folder ${folder}/nowhere.zip\n`],
    );
    const zip = join(folder, 'may.zip');
    const whole = zipFile([
      { name: 'May/R-5.pdf', bytes: smallPdf('May') },
      { name: 'May/R-9.pdf', bytes: smallPdf('nobody') },
    ]);
    await writeFile(zip, whole.subarray(0, -30));
    const cut = await cli(zip);
    assert.equal(cut.code, 1);
    assert.match(cut.stderr, /^meterbook: the ZIP cannot be read to its end: /);

    await writeFile(zip, whole);
    const dry = await cli(zip, '--dry-run');
    assert.match(dry.stderr, /1 new, .* 1 refused of 2 PDFs; 1 statement still waits .* dry run, nothing written\.\n$/);
    const report = await cli(zip);
    assert.equal(report.code, 1);
    assert.match(
      report.stderr,
      /^May\/R-9\.pdf: is announced by no statement \(column file\) \(file_unknown\)\nattach: 1 new, 0 changed, 0 unchanged; 1 refused of 2 PDFs; 1 statement still waits for the announced PDF; batch [0-9a-f-]{36}\.\n$/,
    );
    await writeFile(join(folder, 'R-6.pdf'), smallPdf('June'));
    const all = await cli(folder);
    assert.equal(all.code, 0, all.stderr);
    assert.match(all.stderr, /1 new, .* 0 refused of 1 PDF; 0 statements still wait/);
  });
});
