import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { exchangeQueue } from '../../../server/exchange/exchange-queue.ts';
import { saveProfile } from '../../../server/exchange/profiles.ts';
import { blankJob } from '../../../server/jobs/enqueue.ts';
import { insertJob } from '../../../server/jobs/queries.ts';
import type { ApiScope } from '../../../shared/api-key.ts';
import { toInstant } from '../../../shared/instant.ts';
import { type BillingProgram, type HeardJob, startBillingProgram } from '../../support/billing-program.ts';
import { forEachEngine } from '../../support/databases.ts';
import { keyFor } from '../../support/described-api.ts';
import { addAccount, addMeter, addReading } from '../../support/household.ts';
import { column, plainProfile } from '../../support/mapping-profiles.ts';
import { textRow, workbookFile } from '../../support/workbook-file.ts';
import { smallPdf, zipFile } from '../../support/zip-file.ts';

const someId = '01930000-0000-7000-8000-000000000000';

forEachEngine((engine) => {
  describe('what a program asks for', () => {
    let billing: BillingProgram;
    before(async () => {
      billing = await startBillingProgram(engine);
    });

    it('for a job tells its state, its refused rows by line, column, code and words, and gives them as a file', async () => {
      const { program, town, bring, ended } = billing;
      const { json } = await bring(`${town(1)}1,Anna,Rīgas iela 1,5,,\n29999,,Rīgas iela 1,5,,\n`);
      const job = await ended(json.job);
      assert.equal(job.state, 'done');
      const { created, refused, refusedCount, refusedFile } = job.import;
      assert.deepEqual([created, refusedCount], [1, 2]);
      assert.deepEqual(
        refused.map(({ line, problems: [one] }: { line: number; problems: Record<string, unknown>[] }) => [line, one]),
        [
          [
            3,
            {
              column: 'account',
              code: 'account_number_shape',
              details: { example: '12345' },
              words: 'is not an account number like 12345',
            },
          ],
          [4, { column: 'holder', code: 'cell_empty', details: {}, words: 'is empty' }],
        ],
      );
      assert.equal(refusedFile, `/jobs/${json.job}/refused.csv`);
      const file = await program.call({ path: refusedFile });
      assert.equal(file.status, 200);
      assert.match(file.bytes.toString(), /holder: is empty/);
      assert.match(file.headers.get('content-disposition') ?? '', /^attachment/);
      assert.equal((await program.call({ path: `/jobs/${json.job}/refused.xlsx` })).status, 404);
      assert.equal((await program.call({ method: 'DELETE', path: `/jobs/${json.job}` })).code, 'job_ended');
      assert.equal((await program.call({ path: `/jobs/${someId}` })).status, 404);
    });

    it('brings workbooks and ZIPs of PDFs in, and says of other files why not', async () => {
      const { program, bring, ended } = billing;
      const cells = [
        ['account', 'holder', 'address', 'premises'],
        ['1', 'Anna', 'Rīgas iela 1', '5'],
      ];
      const sheet = workbookFile([{ name: 'Konti', rows: cells.map((row, at) => textRow(at + 1, row)).join('') }]);
      const any = 'application/octet-stream';
      const wrong = await ended((await bring(sheet, '/imports/accounts', { type: any })).json.job);
      assert.equal(wrong.import.container, 'xlsx');
      assert.equal(wrong.import.refusedFile, `/jobs/${wrong.id}/refused.xlsx`);
      assert.equal((await program.call({ path: wrong.import.refusedFile })).status, 200);
      const zip = zipFile([{ name: 'a.pdf', bytes: smallPdf('a bill') }]);
      const attached = await ended((await bring(zip, '/imports/pdfs', { type: 'application/zip' })).json.job);
      assert.deepEqual(attached.pdfs.refused, [
        { place: 'a.pdf', code: 'file_unknown', details: {}, words: attached.pdfs.refused[0].words },
      ]);
      for (const [body, code] of [
        [smallPdf('a bill'), 'not_a_table'],
        ['account,holder\n1,2\n', 'column_missing'],
      ] as const) {
        const failed = await ended((await bring(body, '/imports/accounts', { type: any })).json.job);
        assert.deepEqual([failed.state, failed.failure?.code], ['failed', code]);
      }
    });

    it('reads by a profile of the office, by its name or its id', async () => {
      const { server, town, bring, ended } = billing;
      const profile = plainProfile('accounts', {
        fields: { ...plainProfile('accounts').fields, account: column('Konts') },
      });
      const saved = await saveProfile(
        server.services,
        { id: null, name: 'Vecā sistēma', profile, changedAt: null },
        v7(),
      );
      for (const named of [saved.id, 'Vecā sistēma']) {
        const file = `Konts,holder,address,premises\n30001,Anna,Rīgas iela 1,5\n`;
        const { json } = await bring(file, `/imports/accounts?profile=${encodeURIComponent(named)}`);
        assert.deepEqual((await ended(json.job)).import?.refused, []);
      }
      assert.equal((await bring(town(1), `/imports/meters?profile=${saved.id}`)).code, 'bad_input');
    });

    it('undoes a batch with the scope that made it, and with no other', async () => {
      const { server, program, town, bring, ended } = billing;
      const done = await ended((await bring(town(3))).json.job);
      const { batch } = done.import;
      const undo = (scopes: ApiScope[]) => async (body: object) =>
        program.call<{ job: string }>({
          method: 'POST',
          path: `/batches/${batch}/undo`,
          token: (await keyFor(server, scopes)).token,
          body,
        });
      assert.equal((await undo(['import:meters', 'read:jobs', 'export:readings'])({})).code, 'scope_missing');
      const dry = await undo(['import:accounts'])({ dryRun: true });
      assert.equal((await ended(dry.json.job)).undo.removed, 3);
      const real = await undo(['import:accounts'])({ reason: 'The wrong town' });
      assert.equal((await ended(real.json.job)).undo.removed, 3);
      assert.equal((await undo(['import:accounts'])({})).code, 'batch_undone');
      assert.equal((await program.call<{ state: string }>({ path: `/batches/${batch}` })).json.state, 'undone');
      const onlyExports = (await keyFor(server, ['export:readings'])).token;
      assert.equal((await program.call({ path: `/batches/${batch}`, token: onlyExports })).code, 'scope_missing');
      for (const format of ['csv', 'json', 'xlsx']) {
        assert.equal((await program.call({ path: `/batches/${batch}/readings.${format}` })).status, 404);
      }
      const { id } = done;
      const wrong = (await keyFor(server, ['import:meters'])).token;
      assert.equal((await program.call({ method: 'DELETE', path: `/jobs/${id}`, token: wrong })).code, 'scope_missing');
    });

    it('W6: locks a month, and takes the export that locked it back, with the scope to lock alone', async () => {
      const { server, program, ended } = billing;
      const account = await addAccount(server.services, { number: '28001' });
      const meter = await addMeter(server.services, account, { serial: 'L-1' });
      await addReading(server.services, meter, { period: '2026-08', values: { B: 1000 } });
      const [plain, locking] = [
        (await keyFor(server, ['export:readings'])).token,
        (await keyFor(server, ['export:readings', 'export:lock'])).token,
      ];
      const giveOut = (token: string, body: object) =>
        program.call<{ batch: { id: string } | null }>({ method: 'POST', path: '/exports', token, body });
      for (const early of [undefined, 'moving house']) {
        assert.equal((await giveOut(plain, { period: '2026-08', lock: true, early })).code, 'scope_missing');
      }
      const lockOnly = (await keyFor(server, ['export:lock'])).token;
      assert.equal((await giveOut(lockOnly, { period: '2026-08', lock: true })).code, 'scope_missing');
      const { json } = await giveOut(locking, { period: '2026-08', lock: true });
      assert.ok(json.batch);
      const path = `/batches/${json.batch.id}/undo`;
      const undo = (token: string) => program.call<{ job: string }>({ method: 'POST', path, token, body: {} });
      assert.equal((await undo(plain)).code, 'scope_missing');
      assert.equal((await ended((await undo(locking)).json.job)).state, 'done');
      const free = await giveOut(plain, { period: '2026-08' });
      assert.equal(free.status, 201);
    });

    it('for batches is answered page by page, and goes on after any of them', async () => {
      const { program, town, bring, ended } = billing;
      for (let n = 0; n < 3; n++) await ended((await bring(town(1))).json.job);
      const batches = async (query = '') => {
        const { json } = await program.call<{ rows: { id: string }[] }>({ path: `/batches${query}` });
        return json.rows.map(({ id }) => id);
      };
      const ids = await batches();
      assert.ok(ids.length > 3);
      assert.deepEqual(await batches(`?after=${ids[0]}`), ids.slice(1));
      assert.deepEqual(await batches(`?after=${ids.at(-1)}`), []);
    });

    it('ends a job with the scope that began it: one that waits at once', async () => {
      const { server, program, town, bring } = billing;
      const { db, clock } = server.services;
      const at = toInstant(clock.now());
      // Somebody else is at work: what comes after it waits.
      const other = v7();
      await db.write((tx) =>
        insertJob(tx, {
          ...blankJob,
          ...{ id: other, queue: exchangeQueue, kind: 'import', content: '{}', state: 'running' },
          ...{ created_at: at, created_by: 'test', started_at: at, claimed_by: 'test', attempts: 1 },
          claimed_until: toInstant(clock.now() + 3_600_000),
        }),
      );
      const { json } = await bring(town(1));
      const end = (token: string) => program.call<HeardJob>({ method: 'DELETE', path: `/jobs/${json.job}`, token });
      const wrong = await keyFor(server, ['import:meters', 'export:readings', 'acknowledge']);
      assert.equal((await end(wrong.token)).code, 'scope_missing');
      const right = await keyFor(server, ['import:accounts']);
      const cancelled = await end(right.token);
      assert.deepEqual([cancelled.status, cancelled.json.state], [200, 'cancelled']);
      assert.equal((await end(right.token)).code, 'job_ended');
      await db.write((tx) => tx.deleteFrom('jobs').where('id', '=', other).execute());
      const noted = await db.reader
        .selectFrom('audit')
        .where('actor', '=', right.id)
        .select(['action', 'subject'])
        .execute();
      assert.deepEqual(noted, [{ action: 'cancel-job', subject: json.job }]);
    });
  });
});
