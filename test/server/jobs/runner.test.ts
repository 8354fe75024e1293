import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { insertKey } from '../../../server/api/key-queries.ts';
import type { Database } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { startImport } from '../../../server/exchange/exchange-jobs.ts';
import { exchangeThread, inThread } from '../../../server/exchange/in-thread.ts';
import type { ImportContent, ImportResult } from '../../../server/exchange/job-results.ts';
import { receiveUpload } from '../../../server/exchange/uploads.ts';
import { enqueue } from '../../../server/jobs/enqueue.ts';
import type { ClaimedJob, JobContext, JobFailure, JobKind } from '../../../server/jobs/kinds.ts';
import { jobById, jobRow } from '../../../server/jobs/queries.ts';
import { CutOff, createJobRunner } from '../../../server/jobs/runner.ts';
import { insertStaff } from '../../../server/staff/queries.ts';
import { toInstant } from '../../../shared/instant.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { testClock } from '../../support/test-clock.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer } from '../../support/test-server.ts';

const log = pino({ level: 'silent' });

forEachEngine((engine) => {
  describe('a runner of jobs', () => {
    const clock = testClock('2026-11-28T09:00:00Z');
    const ask = (db: Database, kind: string, actor = 'test') =>
      db.write((tx) => enqueue(tx, { queue: 'q', kind, content: { n: 1 }, actor, at: toInstant(clock.now()) }));
    const kindOf = (run: JobKind['run'], abandon?: JobKind['abandon']): JobKind => ({
      kind: 'k',
      queue: 'q',
      run,
      ...(abandon && { abandon }),
    });
    const done = { state: 'done', result: 'ok' } as const;

    it('leaves alone what it does not know', async () => {
      const db = await engine.open();
      const id = await ask(db, 'stranger');
      await createJobRunner({ db, clock, log }, [kindOf(async () => done)]).work();
      assert.equal((await jobById(db.reader, id))?.state, 'waiting');
    });

    it('ends a job that fails by no fault of the moment, without saying more of the inside than its name', async () => {
      const db = await engine.open();
      const id = await ask(db, 'k');
      const abandoned: string[] = [];
      const kind = kindOf(
        async () => {
          throw new TypeError('secret');
        },
        async (job) => abandoned.push(job.id),
      );
      await createJobRunner({ db, clock, log }, [kind]).work();
      const job = await jobById(db.reader, id);
      assert.equal(job?.state, 'failed');
      assert.deepEqual(job?.result, { code: 'unexpected', line: null, words: 'TypeError: the log says more' });
      assert.deepEqual(abandoned, [id]);
    });

    it('begins again what was cut off, three times at the most', async () => {
      const db = await engine.open();
      const id = await ask(db, 'k');
      let runs = 0;
      const kind = kindOf(async () => {
        runs++;
        throw new CutOff('the thread died');
      });
      await createJobRunner({ db, clock, log }, [kind]).work();
      assert.equal(runs, 3);
      const job = await jobById(db.reader, id);
      assert.deepEqual([job?.state, (job?.result as JobFailure | undefined)?.code], ['failed', 'gave_up']);
    });

    it('hands a job back when it stops, and another one goes on with it', async () => {
      const db = await engine.open();
      const id = await ask(db, 'k');
      let begun = (): void => {};
      const hasBegun = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const patient = kindOf(async (_job, { signal }) => {
        begun();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        assert.equal(signal.reason, 'stopping');
        return 'handed-back';
      });
      const first = createJobRunner({ db, clock, log }, [patient]);
      void first.work();
      await hasBegun;
      await first.stop();
      const row = await jobRow(db.reader, id);
      assert.deepEqual([row?.state, row?.attempts, row?.claimed_by], ['waiting', 0, null]);
      await createJobRunner({ db, clock, log }, [kindOf(async () => done)]).work();
      assert.equal((await jobById(db.reader, id))?.state, 'done');
    });

    it('begins nothing for somebody who was disabled meanwhile, or with a key that was revoked, and notes that', async () => {
      const db = await engine.open();
      const at = toInstant(clock.now());
      const [staff, key, colleague] = [v7(), v7(), v7()];
      const login = {
        language: null,
        password_hash: null,
        totp_secret: null,
        totp_step: null,
        created_at: at,
      } as const;
      await db.write(async (tx) => {
        await insertStaff(tx, { id: staff, email: 'a@x.lv', name: 'Ieva', role: 'manager', ...login, disabled_at: at });
        await insertStaff(tx, {
          id: colleague,
          email: 'b@x.lv',
          name: 'Jana',
          role: 'clerk',
          ...login,
          disabled_at: null,
        });
        await insertKey(tx, {
          ...{ id: key, name: '1C', token_hash: 'x', scopes: '[]', created_at: at, created_by: colleague },
          ...{ expires_at: null, used_at: null, revoked_at: at },
        });
      });
      const barred = [await ask(db, 'k', staff), await ask(db, 'k', key)];
      const begun = await ask(db, 'k', staff);
      await db.write((tx) => tx.updateTable('jobs').set({ started_at: at }).where('id', '=', begun).execute());
      const others = [begun, await ask(db, 'k', colleague), await ask(db, 'k')];
      const ran: string[] = [];
      const kind = kindOf(async ({ id }) => {
        ran.push(id);
        return done;
      });
      await createJobRunner({ db, clock, log }, [kind]).work();
      assert.deepEqual(ran, others, 'what had begun goes on');
      for (const id of barred) assert.equal((await jobById(db.reader, id))?.state, 'cancelled');
      const noted = await db.reader.selectFrom('audit').select(['actor', 'action', 'subject', 'detail']).execute();
      const why = ['staff-disabled', 'revoke-key'];
      assert.deepEqual(
        noted.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as unknown })),
        barred.map((subject, n) => ({
          ...{ actor: 'portal', action: 'cancel-job', subject },
          detail: { kind: 'k', why: why[n] },
        })),
      );
    });

    it('is one of several over the same database: each job is run once, and never two at a time (I3)', async () => {
      const db = await engine.open();
      const other = openDatabase(db.address);
      engine.atEnd(() => other.close());
      const ids = await Promise.all(Array.from({ length: 12 }, () => ask(db, 'k')));
      const ran: string[] = [];
      let atOnce = 0;
      let most = 0;
      const kind = kindOf(async ({ id }) => {
        most = Math.max(most, ++atOnce);
        ran.push(id);
        await new Promise(setImmediate);
        atOnce--;
        return done;
      });
      const runners = [db, other].map((one) => createJobRunner({ db: one, clock, log }, [kind]));
      while ((await db.reader.selectFrom('jobs').where('state', '!=', 'done').select('id').execute()).length > 0) {
        await Promise.all(runners.map((runner) => runner.work()));
      }
      assert.equal(most, 1);
      assert.deepEqual([...ran].sort(), [...ids].sort());
    });
  });

  describe('the thread of a job', () => {
    const header = 'account,holder,address,premises,email,phone\n';
    const town = (count: number, from: number): string =>
      header +
      Array.from({ length: count }, (_, at) => `${from + at},Anna,Rīgas iela ${at % 40},dz. ${at},,\n`).join('');

    async function serve() {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00Z' });
      const { services } = server;
      async function upload(text: string): Promise<string> {
        async function* bytes(): AsyncGenerator<Uint8Array> {
          yield Buffer.from(text);
        }
        return (await receiveUpload(services, { name: 'a.csv', actor: 'clerk', bytes: bytes() })).id;
      }
      return { server, services, upload };
    }

    it('that dies gives its turn back, and the next one goes on with what it did', async () => {
      const { services, upload } = await serve();
      const { db } = services;
      const about = { profile: null, encoding: null, dryRun: false, strict: false, fileName: 'a.csv' };
      const content: ImportContent = {
        kind: 'accounts',
        upload: await upload(town(6000, 10_000)),
        ...about,
        batch: v7(),
      };
      const job: ClaimedJob = { id: v7(), kind: 'import', content, keptResult: null, createdBy: 'clerk', attempt: 1 };
      const context: JobContext = { signal: new AbortController().signal, progress: () => {} };
      const stored = async () =>
        (await db.reader.selectFrom('accounts').where('batch_id', '=', content.batch).select('id').execute()).length;
      let killed: Promise<unknown> = Promise.resolve();
      const begin = (data: Parameters<typeof exchangeThread>[0]): Worker => {
        const thread = exchangeThread(data);
        const look = async (): Promise<void> => {
          while ((await stored()) === 0) await new Promise(setImmediate);
          await thread.terminate();
        };
        killed = look();
        return thread;
      };
      await assert.rejects(inThread(services, job, context, { begin }), CutOff);
      await killed;
      const half = await stored();
      assert.ok(half > 0 && half < 6000, `${half}`);
      // Nobody waits for a turn that a dead thread has.
      await db.write(async (tx) => void (await tx.updateTable('batches').set({ rows: 0 }).execute()));
      const end = await inThread(services, job, context);
      assert.ok(end !== 'handed-back' && end.state === 'done');
      assert.equal((end.result as ImportResult).report.created, 6000);
      assert.equal(await stored(), 6000);
    });

    it('lets pushes through while it is at work', async () => {
      const { server, services, upload } = await serve();
      const account = await addAccount(services, { number: '9001' });
      const anna = await addUser(services, { accounts: [account] });
      const meter = await addMeter(services, account, { serial: 'C-1' });
      const device = await new TestDevice(server).signIn(anna, '9001');
      const request = { profile: null, dryRun: false, strict: false, actor: 'clerk' };
      const id = await startImport(services, {
        kind: 'accounts',
        upload: await upload(town(20_000, 10_000)),
        ...request,
      });
      while ((await services.db.reader.selectFrom('batches').select('id').execute()).length === 0) {
        await new Promise(setImmediate);
      }
      const [outcome] = await device.push(device.reading(meter, { period: '2026-11', values: { B: 1000 } }));
      assert.equal(outcome?.outcome, 'applied');
      assert.equal((await jobById(services.db.reader, id))?.endedAt, null);
      await services.jobs.work();
      assert.equal((await jobById(services.db.reader, id))?.state, 'done');
    });
  });
});
