import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { loadCompany } from '../../../server/companies.ts';
import type { Database } from '../../../server/db/database.ts';
import { type AttachReport, attachPdfs } from '../../../server/exchange/attach-pdfs.ts';
import { pdfFolder } from '../../../server/exchange/pdf-folder.ts';
import { pdfZip } from '../../../server/exchange/pdf-zip.ts';
import { addStatement } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, type TestAccount } from '../../support/household.ts';
import { testClock } from '../../support/test-clock.ts';
import { smallPdf, type ZipEntry, zipFile } from '../../support/zip-file.ts';

const fiveMb = 5 * 1024 * 1024;

forEachEngine((engine) => {
  describe('PDFs of billing', () => {
    let db: Database;
    let folder: string;
    let account: TestAccount;
    let june: string;
    let households = 0;
    const clock = testClock('2017-07-01T09:00:00+03:00');
    before(async () => {
      db = await engine.open();
    });
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'meterbook-pdfs-'));
      // Each test has its own files, because a file belongs to one statement.
      const number = String(20_000 + households++);
      account = await addAccount({ db }, { number });
      june = await addStatement({ db }, account, { period: '2017-06', file: `${number}-ā.pdf` });
      await addStatement({ db }, account, { period: '2017-05', file: `${number}-5.pdf` });
    });
    after(() => rm(folder, { recursive: true, force: true }));

    const name = (end: string): string => `${account.number}-${end}.pdf`;
    const attach = (source = pdfFolder(folder), dryRun = false): Promise<AttachReport> =>
      attachPdfs({ db, company: loadCompany('dgservic'), clock, source, actor: 'command line', dryRun });
    async function attachZip(...entries: ZipEntry[]): Promise<AttachReport> {
      const path = join(folder, 'files.zip');
      await writeFile(path, zipFile(entries));
      return attach(pdfZip(path));
    }
    const files = (): Promise<{ statement_id: string; bytes: Uint8Array }[]> =>
      db.reader
        .selectFrom('statement_files')
        .innerJoin('statements', 'statements.id', 'statement_files.statement_id')
        .where('account_id', '=', account.id)
        .select(['statement_id', 'bytes'])
        .execute();
    const contents = async () => (await files()).map(({ bytes }) => Buffer.from(bytes).toString());
    const counts = ({ created, changed, unchanged, refused }: AttachReport) => ({
      ...{ created, changed, unchanged },
      refused: refused.map(({ place, problem }) => `${place}: ${problem.code}`),
    });
    const head = async () =>
      (
        await db.reader
          .selectFrom('account_versions')
          .where('account_id', '=', account.id)
          .select('head')
          .executeTakeFirstOrThrow()
      ).head;
    async function nothingHappensBy(work: () => Promise<unknown>, code: string): Promise<void> {
      const count = async (table: 'batches' | 'audit' | 'statement_files') =>
        db.reader
          .selectFrom(table)
          .select((row) => row.fn.countAll<number>().as('count'))
          .execute();
      const everything = async () => [
        await count('batches'),
        await count('audit'),
        await count('statement_files'),
        await head(),
      ];
      const earlier = await everything();
      await assert.rejects(work(), { name: 'FileRefused', code });
      assert.deepEqual(await everything(), earlier);
    }

    it('are refused as a whole where there are none, or the ZIP is none', async () => {
      await writeFile(join(folder, 'read me.txt'), 'x');
      await nothingHappensBy(() => attach(), 'no_pdfs');
      await nothingHappensBy(() => attachZip({ name: 'a.txt', bytes: Buffer.from('x') }), 'no_pdfs');
      const path = join(folder, 'none.zip');
      for (const bytes of [Buffer.alloc(0), Buffer.from('not a zip'), smallPdf('x')]) {
        await writeFile(path, bytes);
        await nothingHappensBy(() => attach(pdfZip(path)), 'zip_broken');
      }
    });

    it('are refused as a whole where the ZIP is cut, wherever it is', async () => {
      const path = join(folder, 'cut.zip');
      const whole = zipFile([
        { name: name('ā'), bytes: smallPdf('June') },
        { name: name('5'), bytes: smallPdf('May') },
      ]);
      for (let length = 0; length < whole.length; length += 7) {
        await writeFile(path, whole.subarray(0, length));
        await nothingHappensBy(() => attach(pdfZip(path)), 'zip_broken');
      }
    });

    it('are refused as a whole where a file of the ZIP is broken, although one before it was good', async () => {
      const good = { name: name('5'), bytes: smallPdf('May') };
      const bytes = smallPdf('June');
      for (const claims of [{ crc: 1 }, { size: bytes.length - 1 }, { size: bytes.length + 1 }]) {
        await nothingHappensBy(() => attachZip(good, { name: name('ā'), bytes, claims }), 'zip_broken');
      }
      const flipped = zipFile([good, { name: name('ā'), bytes, stored: true }]);
      flipped[flipped.indexOf('June')] = 0x4a ^ 1;
      await writeFile(join(folder, 'flipped.zip'), flipped);
      await nothingHappensBy(() => attach(pdfZip(join(folder, 'flipped.zip'))), 'zip_broken');
    });

    it('are refused as a whole where the files of a ZIP lie over each other, so that few bytes are many files', async () => {
      const bytes = Buffer.concat([randomBytes(2000), smallPdf('June')]);
      const entries = ['ā', '5', '6'].map((end, at) => ({ name: name(end), bytes, over: at > 0 }));
      await nothingHappensBy(() => attachZip(...entries), 'zip_broken');
    });

    it('are refused as a whole where the ZIP is encrypted', async () => {
      for (const flags of [0x801, 0x841]) {
        await nothingHappensBy(
          () =>
            attachZip({ name: name('5'), bytes: smallPdf('May') }, { name: name('ā'), bytes: smallPdf('June'), flags }),
          'zip_encrypted',
        );
      }
    });

    it('that are none, cut, too large or of no statement are kept out by name, and the others come in', async () => {
      const large = Buffer.concat([smallPdf('x'), Buffer.alloc(fiveMb), smallPdf('x')]);
      await writeFile(join(folder, name('5')), Buffer.from('PK\u0003\u0004'));
      await writeFile(join(folder, name('ā')), smallPdf('June'));
      await writeFile(join(folder, 'empty.pdf'), '');
      await writeFile(join(folder, 'cut.pdf'), '%PDF-1.7\n1 0 obj');
      await writeFile(join(folder, 'large.pdf'), large);
      await writeFile(join(folder, 'stranger.pdf'), smallPdf('stranger'));
      const report = await attach();
      assert.deepEqual(counts(report), {
        ...{ created: 1, changed: 0, unchanged: 0 },
        refused: [
          `${name('5')}: not_a_pdf`,
          'cut.pdf: pdf_cut',
          'empty.pdf: not_a_pdf',
          'large.pdf: pdf_too_large',
          'stranger.pdf: file_unknown',
        ],
      });
      assert.equal(report.files, 6);
      assert.deepEqual(await files(), [{ statement_id: june, bytes: smallPdf('June') }]);
    });

    it('are not inflated beyond what a PDF may have, whatever the ZIP says', async () => {
      const bomb = Buffer.concat([smallPdf('x'), Buffer.alloc(40 * 1024 * 1024)]);
      const honest = await attachZip({ name: name('ā'), bytes: bomb });
      assert.deepEqual(counts(honest).refused, [`${name('ā')}: pdf_too_large`]);
      await nothingHappensBy(() => attachZip({ name: name('ā'), bytes: bomb, claims: { size: 2_000 } }), 'zip_broken');
    });

    it('of one name and other content are both kept out; the same twice is one', async () => {
      const report = await attachZip(
        { name: `a/${name('ā')}`, bytes: smallPdf('one') },
        { name: `b/${name('ā')}`, bytes: smallPdf('another') },
        { name: `a/${name('5')}`, bytes: smallPdf('May') },
        { name: `b/${name('5')}`, bytes: smallPdf('May') },
      );
      assert.deepEqual(counts(report), {
        ...{ created: 1, changed: 0, unchanged: 1 },
        refused: [`a/${name('ā')}: file_twice`, `b/${name('ā')}: file_twice`],
      });
      assert.deepEqual(await contents(), [smallPdf('May').toString()]);
    });

    it('are those of the folder alone: links and folders in it lead nowhere', async () => {
      const outside = await mkdtemp(join(tmpdir(), 'meterbook-outside-'));
      await writeFile(join(outside, 'secret.pdf'), smallPdf('secret'));
      await symlink(join(outside, 'secret.pdf'), join(folder, name('ā')));
      await symlink(outside, join(folder, 'more.pdf'));
      await mkdir(join(folder, name('folder')));
      await writeFile(join(folder, name('5')), smallPdf('May'));
      const report = await attach();
      await rm(outside, { recursive: true });
      assert.deepEqual([report.files, report.created], [1, 1]);
      assert.deepEqual(await contents(), [smallPdf('May').toString()]);
    });

    it('find their statement by their names alone, in whatever folder, composition and encoding these are', async () => {
      const decomposed = name('ā').normalize('NFD');
      await writeFile(join(folder, decomposed), smallPdf('June'));
      assert.equal((await attach()).created, 1);
      await addStatement({ db }, account, { period: '2017-04', file: `Квитанция ${account.number}.pdf` });
      // `Квитанция` as Windows writes it into a ZIP.
      const dos = Buffer.from([0x8a, 0xa2, 0xa8, 0xe2, 0xa0, 0xad, 0xe6, 0xa8, 0xef]);
      const report = await attachZip(
        {
          name: Buffer.concat([Buffer.from('2017\\'), dos, Buffer.from(` ${account.number}.pdf`)]),
          bytes: smallPdf('April'),
        },
        { name: `a/b/${name('5')}`, bytes: smallPdf('May'), stored: true },
        { name: `__MACOSX/a/._${name('5')}`, bytes: Buffer.from('x') },
      );
      assert.deepEqual([counts(report).created, counts(report).refused], [2, []]);
    });

    it('are new, changed or unchanged; devices learn of each change, and the log tells of the batch', async () => {
      await writeFile(join(folder, name('ā')), smallPdf('June'));
      const first = await head();
      const report = await attach();
      assert.deepEqual(counts(report), { created: 1, changed: 0, unchanged: 0, refused: [] });
      assert.equal(await head(), first + 1);
      const statement = await db.reader
        .selectFrom('statements')
        .where('id', '=', june)
        .selectAll()
        .executeTakeFirstOrThrow();
      assert.equal(statement.version, first + 1);
      assert.match(statement.file_hash ?? '', /^[0-9a-f]{64}$/);
      const entry = await db.reader
        .selectFrom('audit')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      assert.equal(entry.subject, report.batch);
      assert.deepEqual(JSON.parse(entry.detail), {
        kind: 'pdfs',
        files: 1,
        created: 1,
        changed: 0,
        unchanged: 0,
        refused: 0,
      });

      const again = await attach();
      assert.deepEqual([counts(again).unchanged, again.batch, await head()], [1, null, first + 1]);
      await writeFile(join(folder, name('ā')), smallPdf('June, corrected'));
      assert.deepEqual(counts(await attach()), { created: 0, changed: 1, unchanged: 0, refused: [] });
      assert.deepEqual([await contents(), await head()], [[smallPdf('June, corrected').toString()], first + 2]);
    });

    it('say how many statements still wait, and do nothing in a dry run', async () => {
      await writeFile(join(folder, name('ā')), smallPdf('June'));
      const dry = await attach(pdfFolder(folder), true);
      assert.deepEqual([dry.created, dry.batch, await contents()], [1, null, []]);
      const { waiting } = await attach();
      assert.equal(waiting, dry.waiting);
      await writeFile(join(folder, name('5')), smallPdf('May'));
      assert.equal((await attach()).waiting, waiting - 1);
    });
  });
});
