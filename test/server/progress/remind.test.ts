import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { blankJob } from '../../../server/jobs/enqueue.ts';
import { insertJob } from '../../../server/jobs/queries.ts';
import { remindingQueue } from '../../../server/progress/kinds.ts';
import { reminderJobs } from '../../../server/progress/remind-jobs.ts';
import { toInstant } from '../../../shared/instant.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addReading, addUser, lockPeriod } from '../../support/household.ts';
import { openProgress, type ProgressDesk } from '../../support/progress.ts';
import { refusal } from '../../support/review.ts';

const november = { period: '2026-11', building: null } as const;

forEachEngine((engine) => {
  describe('reminders by mail', () => {
    let desk: ProgressDesk;
    beforeEach(async () => {
      desk = await openProgress(engine);
    });

    /** Reminds, until the letters are out; answers with what the job counted. */
    async function remind(input: { period: '2026-11'; building: string | null } = november): Promise<unknown> {
      const { job } = await desk.manager.client.progress.remind.mutate(input);
      return finish(job);
    }

    async function remindVerifications(): Promise<unknown> {
      const all = { step: null, building: null, service: null };
      const { job } = await desk.manager.client.progress.remindVerifications.mutate(all);
      return finish(job);
    }

    async function finish(job: string): Promise<unknown> {
      const { services, clock } = desk.server;
      await services.jobs.work();
      const row = await services.db.reader
        .selectFrom('jobs')
        .where('id', '=', job)
        .select(['state', 'result'])
        .executeTakeFirstOrThrow();
      assert.equal(row.state, 'done');
      clock.advance(5_000);
      await services.mail.work();
      return JSON.parse(row.result ?? 'null');
    }

    /** The oldest first. */
    const letters = () => [...desk.server.mailbox.letters()].reverse();

    it('are not written for a month whose window is not open', async () => {
      const call = desk.manager.client.progress.remind.mutate({ period: '2026-10', building: null });
      assert.deepEqual(await refusal(call), { code: 'changed_meanwhile' });
      const early = desk.manager.client.progress.remind.mutate({ period: '2026-12', building: null });
      assert.deepEqual(await refusal(early), { code: 'changed_meanwhile' });
    });

    it('are not written for a month that is locked', async () => {
      await lockPeriod(desk.server.services, '2026-11');
      assert.deepEqual(await refusal(desk.manager.client.progress.remind.mutate(november)), {
        code: 'changed_meanwhile',
      });
    });

    it('are asked for by four at once, and written by one', async () => {
      const { db, clock } = desk.server.services;
      const [at, other] = [toInstant(clock.now()), v7()];
      // Somebody else is at work, so that what is asked for waits.
      await db.write((tx) =>
        insertJob(tx, {
          ...blankJob,
          ...{ id: other, queue: remindingQueue, kind: 'elsewhere', content: '{}', state: 'running' },
          ...{ created_at: at, created_by: 'test', started_at: at, claimed_by: 'test', attempts: 1 },
          claimed_until: toInstant(clock.now() + 3_600_000),
        }),
      );
      const { progress } = desk.manager.client;
      const all = { step: null, building: null, service: null };
      for (const ask of [() => progress.remind.mutate(november), () => progress.remindVerifications.mutate(all)]) {
        const calls = Array.from({ length: 4 }, ask);
        const asked = await Promise.allSettled(calls);
        assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected', 'rejected']);
        for (const [index, { status }] of asked.entries()) {
          if (status === 'rejected') {
            assert.deepEqual(await refusal(calls[index] as Promise<unknown>), { code: 'changed_meanwhile' });
          }
        }
        await db.write((tx) => tx.deleteFrom('jobs').where('id', '!=', other).execute());
      }
    });

    it('go to nobody who has read, whose reading waits, or who has no meter to read', async () => {
      const { services } = desk.server;
      for (const state of ['accepted', 'review'] as const) {
        const flat = await desk.flat({ building: 'A 1', email: `${state}@example.lv` });
        await addReading(services, await flat.meter(), { period: '2026-11', values: { B: 1 }, state });
      }
      const gone = await desk.flat({ building: 'A 1', email: 'gone@example.lv' });
      await gone.meter({ retired_on: '2026-11-03' });
      assert.deepEqual(await remind(), { accounts: 0, letters: 0 });
      assert.deepEqual(letters(), []);
    });

    it('go to nobody who gave the portal no e-mail address, or never set a password, whatever billing knows', async () => {
      const { services } = desk.server;
      const without = await desk.flat({ building: 'A 1' });
      await without.meter();
      await addUser(services, { name: 'Juris', accounts: [without.account] });
      const invited = await desk.flat({ building: 'A 1', email: 'invited@example.lv' });
      await invited.meter();
      await services.db.write(async (tx) => {
        await tx
          .updateTable('accounts')
          .set({ email: 'billing@example.lv' })
          .where('id', '=', without.account.id)
          .execute();
        await tx.updateTable('users').set({ password_hash: null }).where('email', '=', 'invited@example.lv').execute();
      });
      assert.deepEqual(await remind(), { accounts: 0, letters: 0 });
      assert.equal((await desk.month()).now?.tally.accounts.remindable, 0);
    });

    it('go to everybody of an account, in their language, with the account and the closing day, and are never sent twice', async () => {
      const { services } = desk.server;
      const flat = await desk.flat({ building: 'A 1', email: 'anna@example.lv' });
      await flat.meter();
      const other = await addUser(services, { name: 'Иван', accounts: [flat.account], email: 'ivan@example.lv' });
      await services.db.write((tx) =>
        tx.updateTable('users').set({ language: 'ru' }).where('id', '=', other.id).execute(),
      );
      assert.equal((await desk.month()).now?.tally.accounts.remindable, 1);
      assert.deepEqual(await remind(), { accounts: 1, letters: 2 });
      assert.deepEqual(
        letters()
          .map(({ to }) => to)
          .sort(),
        ['anna@example.lv', 'ivan@example.lv'],
      );
      const [russian] = letters().filter(({ to }) => to === 'ivan@example.lv');
      assert.match(russian?.text ?? '', /30 ноября 2026/);
      assert.match(russian?.text ?? '', new RegExp(flat.account.number));
      assert.deepEqual(await remind(), { accounts: 0, letters: 0 });
      assert.equal(letters().length, 2);
      assert.equal((await desk.month()).now?.tally.accounts.remindable, 0);
    });

    it('are counted anew once they are written, however short a time ago that was', async () => {
      await (await desk.flat({ building: 'A 1', email: 'anna@example.lv' })).meter();
      await desk.month();
      await remind();
      const ask = (count: boolean) => desk.manager.client.progress.month.query({ period: null, count });
      assert.equal((await ask(false)).stale, true);
      assert.equal((await ask(true)).now?.tally.accounts.remindable, 0);
    });

    it('go on where they were cut off, and write nobody twice', async () => {
      const { services } = desk.server;
      for (let at = 0; at < 260; at++) {
        // One password for all: what is tested here is how many letters there are.
        const flat = await desk.flat({ building: 'A 1' });
        await flat.meter();
        await services.db.write(async (tx) => {
          const id = v7();
          const user = {
            id,
            email: `r${at}@example.lv`,
            name: 'R',
            language: null,
            password_hash: 'x',
            created_at: '2026-01-01T00:00:00.000Z',
          };
          await tx.insertInto('users').values(user).execute();
          await tx
            .insertInto('user_accounts')
            .values({ user_id: id, account_id: flat.account.id, linked_at: user.created_at })
            .execute();
        });
      }
      const [kind] = reminderJobs(services);
      assert.ok(kind);
      const job = { id: v7(), kind: kind.kind, content: november, createdBy: 'test', keptResult: null, attempt: 1 };
      await services.db.write((tx) =>
        insertJob(tx, {
          ...blankJob,
          id: job.id,
          queue: 'elsewhere',
          kind: job.kind,
          content: '{}',
          created_at: '2026-11-28T12:00:00.000Z',
          created_by: 'test',
          state: 'running',
        }),
      );
      const stop = new AbortController();
      const cutOff = await kind.run(job, { signal: stop.signal, progress: () => stop.abort('stopping') });
      assert.equal(cutOff, 'handed-back');
      const kept = await services.db.reader
        .selectFrom('jobs')
        .where('id', '=', job.id)
        .select('result')
        .executeTakeFirstOrThrow();
      const { signal } = new AbortController();
      const again = { ...job, keptResult: JSON.parse(kept.result ?? 'null') as unknown, attempt: 2 };
      const ended = await kind.run(again, { signal, progress: () => {} });
      assert.deepEqual(ended, { state: 'done', result: { accounts: 260, letters: 260 } });
      const mails = await services.db.reader
        .selectFrom('mails')
        .where('kind', '=', 'reading-reminder')
        .select(['user_id', 'due_at'])
        .execute();
      assert.equal(new Set(mails.map(({ user_id }) => user_id)).size, 260);
      assert.equal(mails.length, 260);
      // Five a second, so that others come between.
      const last =
        mails
          .map(({ due_at }) => due_at)
          .sort()
          .at(-1) ?? '';
      assert.equal(Date.parse(last) - desk.server.clock.now(), 51_000);
    });

    it('go to one building where one is named', async () => {
      for (const building of ['A 1', 'B 2']) {
        await (await desk.flat({ building, email: `${building[0]}@example.lv`.toLowerCase() })).meter();
      }
      assert.deepEqual(await remind({ ...november, building: 'B 2' }), { accounts: 1, letters: 1 });
      assert.deepEqual(
        letters().map(({ to }) => to),
        ['b@example.lv'],
      );
    });

    it('do not go out to those who read while they waited', async () => {
      const flat = await desk.flat({ building: 'A 1', email: 'anna@example.lv' });
      const meter = await flat.meter();
      const { job } = await desk.manager.client.progress.remind.mutate(november);
      await desk.server.services.jobs.work();
      await addReading(desk.server.services, meter, { period: '2026-11', values: { B: 1 } });
      await finish(job);
      assert.deepEqual(letters(), []);
    });

    it('W8: warn of each verification once a step, all meters of an account in one letter', async () => {
      const { clock, services } = desk.server;
      const flat = await desk.flat({ building: 'A 1', email: 'anna@example.lv' });
      await flat.meter({ serial: 'V-1', verified_until: '2026-12-20' });
      await flat.meter({ serial: 'V-2', verified_until: '2026-11-20' });
      await flat.meter({ serial: 'V-3', verified_until: '2027-06-01' });
      await flat.meter({ serial: 'V-4', verified_until: '2026-12-20', retired_on: '2026-11-01' });
      const nobody = await desk.flat({ building: 'A 1' });
      await nobody.meter({ serial: 'V-5', verified_until: '2026-12-01' });
      const filter = { step: null, building: null, service: null };
      const due = () => desk.manager.client.progress.verificationLetters.query(filter);
      assert.deepEqual(await due(), { count: 1, more: false });
      assert.deepEqual(await remindVerifications(), { accounts: 1, letters: 1 });
      assert.deepEqual(await due(), { count: 0, more: false });
      const text = letters()[0]?.text ?? '';
      assert.match(text, /V-1/);
      assert.match(text, /V-2/);
      assert.doesNotMatch(text, /V-3|V-4|V-5/);
      assert.deepEqual(await remindVerifications(), { accounts: 0, letters: 0 });
      // 7 days before V-1 ends it is warned of again; of V-2 nothing new is to be said.
      clock.set('2026-12-14T10:00:00+02:00');
      const { startVerificationReminders } = await import('../../../server/progress/remind.ts');
      const all = { step: null, building: null, service: null };
      const job = await startVerificationReminders({ ...services, actor: desk.manager.id }, all);
      assert.deepEqual(await finish(job), { accounts: 1, letters: 1 });
      assert.match(letters()[1]?.text ?? '', /V-1/);
      assert.doesNotMatch(letters()[1]?.text ?? '', /V-2/);
    });
  });
});
