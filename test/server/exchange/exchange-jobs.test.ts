import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { newestBriefJobs } from '../../../server/exchange/desk-queries.ts';
import { startImport, startUndo } from '../../../server/exchange/exchange-jobs.ts';
import { exchangeQueue } from '../../../server/exchange/exchange-queue.ts';
import { holdQueue } from '../../../server/exchange/hold-queue.ts';
import { importAccounts } from '../../../server/exchange/import-accounts.ts';
import type { ImportOptions } from '../../../server/exchange/import-run.ts';
import type { ImportContent, JobReport } from '../../../server/exchange/job-results.ts';
import { Ended } from '../../../server/exchange/slices.ts';
import { UndoRefused, type UndoReport } from '../../../server/exchange/undo-report.ts';
import { openUpload, receiveUpload } from '../../../server/exchange/uploads.ts';
import { cancelJob } from '../../../server/jobs/cancel.ts';
import { blankJob } from '../../../server/jobs/enqueue.ts';
import { insertJob, jobById, jobsAhead } from '../../../server/jobs/queries.ts';
import { toInstant } from '../../../shared/instant.ts';
import type { Job } from '../../../shared/job.ts';
import { forEachEngine } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const header = 'account,holder,address,premises,email,phone\n';
let numbers = 10_000;

forEachEngine((engine) => {
  describe('the jobs of the exchange', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-02T09:00:00Z' });
    });

    /** So many accounts that nobody has yet. */
    const townOf = (count: number): string =>
      header +
      Array.from({ length: count }, () => `${numbers++},Anna,Rīgas iela ${numbers % 40},dz. ${numbers},,\n`).join('');

    async function upload(text: string, name = 'accounts.csv'): Promise<string> {
      async function* bytes(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(text);
      }
      return (await receiveUpload(server.services, { name, actor: 'clerk', bytes: bytes() })).id;
    }

    async function ordered(text: string, change: { dryRun?: boolean; strict?: boolean } = {}): Promise<string> {
      const request = { profile: null, dryRun: false, strict: false, actor: 'clerk', ...change };
      return startImport(server.services, { kind: 'accounts', upload: await upload(text), ...request });
    }

    async function ended(id: string): Promise<Job> {
      for (;;) {
        await server.services.jobs.work();
        const job = await jobById(server.services.db.reader, id);
        assert.ok(job);
        if (job.endedAt !== null) return job;
      }
    }

    const reportOf = ({ result }: Job): JobReport => (result as { report: JobReport }).report;
    const stored = async (batch: string | null) =>
      (await server.services.db.reader.selectFrom('accounts').where('batch_id', '=', batch).select('id').execute())
        .length;
    const batchOf = (id: string) =>
      server.services.db.reader.selectFrom('batches').where('id', '=', id).selectAll().executeTakeFirst();
    async function contentOf(id: string): Promise<ImportContent> {
      const { content } = await server.services.db.reader
        .selectFrom('jobs')
        .where('id', '=', id)
        .select('content')
        .executeTakeFirstOrThrow();
      return JSON.parse(content) as ImportContent;
    }

    it('refuse an upload that is not there, and a batch that is none', async () => {
      const request = { kind: 'accounts', profile: null, dryRun: false, strict: false, actor: 'clerk' } as const;
      await assert.rejects(startImport(server.services, { ...request, upload: v7() }), /not_found/);
      await assert.rejects(
        startUndo(server.services, { batch: v7(), actor: 'clerk' }),
        (error) => error instanceof UndoRefused && error.code === 'batch_unknown',
      );
    });

    it('fail with the words of a file that is no good, and leave nothing of it', async () => {
      const id = await ordered(`${townOf(1500)}"10999,Anna`);
      const job = await ended(id);
      assert.equal(job.state, 'failed');
      assert.equal((job.result as { code: string }).code, 'quote_open');
      assert.equal(await stored((await contentOf(id)).batch), 0);
      assert.equal((await batchOf((await contentOf(id)).batch))?.state ?? 'undone', 'undone');
    });

    it('bring a file in, keep its name, and keep what was refused as a file of its own', async () => {
      const job = await ended(await ordered(`${townOf(2500)}x,Anna,Rīga,1,,\n`));
      assert.equal(job.state, 'done');
      const report = reportOf(job);
      assert.deepEqual([report.created, report.refusedCount, report.imported, job.done], [2500, 1, true, 2501]);
      assert.equal(await stored(report.batch), 2500);
      const batch = await batchOf(report.batch as string);
      assert.deepEqual([batch?.state, batch?.file_name, batch?.rows], ['done', 'accounts.csv', 2501]);
      const file = await openUpload(server.services.db, report.refusedFile as string);
      assert.equal(file.upload.name, 'accounts-refused.csv');
    });

    it('try a file out, and change nothing by it', async () => {
      const before = await server.services.db.reader.selectFrom('accounts').select('id').execute();
      const tried = reportOf(await ended(await ordered(townOf(300), { dryRun: true })));
      assert.deepEqual([tried.created, tried.batch, tried.imported], [300, null, false]);
      const strict = reportOf(await ended(await ordered(`${townOf(3)}x,Anna,Rīga,1,,\n`, { strict: true })));
      assert.deepEqual([strict.created, strict.batch, strict.refusedCount], [3, null, 1]);
      const after = await server.services.db.reader.selectFrom('accounts').select('id').execute();
      assert.equal(after.length, before.length);
    });

    it('run one after the other, and say how many are before', async () => {
      const ids = [await ordered(townOf(300)), await ordered(townOf(300)), await ordered(townOf(300))];
      const jobs = await Promise.all(ids.map(ended));
      assert.deepEqual(
        jobs.map(({ state }) => state),
        ['done', 'done', 'done'],
      );
      const rows = await newestBriefJobs(server.services.db.reader, { after: null, most: 2 });
      assert.deepEqual(
        rows.map(({ id }) => id),
        [ids[2], ids[1]],
      );
      const [following] = await newestBriefJobs(server.services.db.reader, { after: ids[1] as string, most: 1 });
      assert.equal(following?.id, ids[0]);
      assert.equal(await jobsAhead(server.services.db.reader, { id: ids[0] as string }), 0);
    });

    /** A run that ends after some slices, as when its process stops. */
    async function cutOff(options: ImportOptions): Promise<void> {
      const { db } = options;
      const abort = new AbortController();
      let slices = 0;
      const write: typeof db.write = (work) => {
        if (++slices === 4) abort.abort('stopping');
        return db.write(work);
      };
      // Somebody always waits for the turn: the slices are short.
      const queue = new Int32Array(new SharedArrayBuffer(4)).fill(1);
      const run = importAccounts({ ...options, db: { ...db, write, queue }, signal: abort.signal });
      await assert.rejects(run, (error) => error instanceof Ended);
    }

    it('go on where a run was cut off, with the same batch and the same report', async () => {
      const text = townOf(3000);
      const { db, clock, company } = server.services;
      const file = await openUpload(db, await upload(text));
      const batch = v7();
      const options: ImportOptions = { db, company, clock, file, actor: 'clerk', batch };
      await cutOff(options);
      const half = await stored(batch);
      assert.ok(half > 0 && half < 3000, `${half}`);
      assert.equal((await batchOf(batch))?.state, 'running');

      const report = await importAccounts(options);
      assert.deepEqual([report.batch, report.created, report.unchanged], [batch, 3000, 0]);
      assert.equal((await batchOf(batch))?.state, 'done');
      assert.equal(await stored(batch), 3000);
      const trace = await db.reader.selectFrom('audit').where('subject', '=', batch).select('action').execute();
      assert.deepEqual(trace, [{ action: 'import' }]);
    });

    /** A job whose runner died over it. */
    async function leftBehind(content: object, attempts: number): Promise<string> {
      const { db, clock } = server.services;
      const id = v7();
      const long = toInstant(clock.now() - 60_000);
      await db.write((tx) =>
        insertJob(tx, {
          ...blankJob,
          ...{ id, queue: exchangeQueue, kind: 'import', content: JSON.stringify(content), state: 'running' },
          ...{
            created_at: long,
            created_by: 'clerk',
            started_at: long,
            claimed_by: 'dead',
            claimed_until: long,
            attempts,
          },
        }),
      );
      return id;
    }

    async function halfDone(): Promise<ImportContent> {
      const { db, clock, company } = server.services;
      const id = await upload(townOf(2500));
      const batch = v7();
      await cutOff({ db, company, clock, file: await openUpload(db, id), actor: 'clerk', batch });
      assert.ok((await stored(batch)) > 0);
      const about = { profile: null, encoding: null, dryRun: false, strict: false };
      return { kind: 'accounts', upload: id, fileName: 'accounts.csv', ...about, batch };
    }

    it('take over what a process left that died', async () => {
      const content = await halfDone();
      const job = await ended(await leftBehind(content, 1));
      assert.equal(job.state, 'done');
      assert.equal(reportOf(job).created, 2500);
      assert.equal(await stored(content.batch), 2500);
    });

    it('give up what was cut off too often, and take it back', async () => {
      const content = await halfDone();
      const job = await ended(await leftBehind(content, 3));
      assert.deepEqual([job.state, (job.result as { code: string }).code], ['failed', 'gave_up']);
      assert.equal(await stored(content.batch), 0);
      assert.equal((await batchOf(content.batch))?.state, 'undone');
    });

    it('take back what the command line left', async () => {
      const content = await halfDone();
      const job = await ended(await leftBehind({ ...content, upload: null }, 1));
      assert.deepEqual([job.state, (job.result as { code: string }).code], ['failed', 'interrupted']);
      assert.equal(await stored(content.batch), 0);
    });

    it('that wait are cancelled at once, and those that run are taken back', async () => {
      const [long, waiting] = [
        await ordered(townOf(engine.name === 'sqlite' ? 40_000 : 8000)),
        await ordered(townOf(10)),
      ];
      const cancel = (id: string) => cancelJob(server.services, { id, actor: 'manager' });
      const { batch } = await contentOf(long);
      while (!(await batchOf(batch))) await new Promise(setImmediate);
      assert.equal(await cancel(waiting), 'cancelled');
      assert.equal(await cancel(long), 'cancelling');
      const job = await ended(long);
      assert.equal(job.state, 'cancelled');
      assert.equal(await stored(batch), 0);
      assert.equal((await batchOf(batch))?.state, 'undone');
      assert.ok((job.result as { report: UndoReport }).report.removed > 0);
      assert.equal(await cancel(long), 'ended');
      assert.equal(await cancel(v7()), 'unknown');
    });

    it('undo what was brought in, and it can be brought in again', async () => {
      const text = townOf(600);
      const first = reportOf(await ended(await ordered(text)));
      const batch = first.batch as string;
      const tried = await ended(await startUndo(server.services, { batch, dryRun: true, actor: 'manager' }));
      assert.equal((tried.result as { report: UndoReport }).report.removed, 600);
      assert.equal(await stored(batch), 600);
      const ordering = await startUndo(server.services, { batch, reason: 'wrong file', actor: 'manager' });
      for (const dryRun of [false, true]) {
        await assert.rejects(
          startUndo(server.services, { batch, dryRun, actor: 'clerk' }),
          (error) => error instanceof UndoRefused && error.code === 'batch_undoing',
          'while it waits',
        );
      }
      const undone = await ended(ordering);
      const { removed, leftCount } = (undone.result as { report: UndoReport }).report;
      assert.deepEqual([undone.state, removed, leftCount], ['done', 600, 0]);
      assert.equal(await stored(batch), 0);
      await assert.rejects(
        startUndo(server.services, { batch, actor: 'manager' }),
        (error) => error instanceof UndoRefused && error.code === 'batch_undone',
      );
      assert.equal(reportOf(await ended(await ordered(text))).created, 600);
    });

    it('wait while the command line has the exchange, and it waits for them', async () => {
      const { db, company, clock } = server.services;
      const needs = { db, company, clock, actor: 'command line' };
      const about = { kind: 'import', content: { upload: null }, resultOf: (value: string) => ({ value }) };
      let release = (): void => {};
      const holding = new Promise<void>((resolve) => {
        release = resolve;
      });
      let begun = (): void => {};
      const hasBegun = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const held = holdQueue(needs, about, async () => {
        begun();
        await holding;
        return 'first';
      });
      await hasBegun;
      const id = await ordered(townOf(5));
      await server.services.jobs.work();
      assert.equal((await jobById(db.reader, id))?.state, 'waiting');
      let waited = 0;
      const second = holdQueue({ ...needs, onWait: () => waited++ && undefined }, about, async () => 'second');
      release();
      assert.deepEqual(await Promise.all([held, second]), ['first', 'second']);
      assert.equal((await ended(id)).state, 'done');
    });
  });
});
