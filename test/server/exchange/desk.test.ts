import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { BroughtKind } from '../../../shared/exchange-desk.ts';
import type { MappingProfile } from '../../../shared/mapping-profile.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addReading, type TestMeter } from '../../support/household.ts';
import { column, plainProfile } from '../../support/mapping-profiles.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const head = 'account,holder,address,premises\n';
let numbers = 40_000;

forEachEngine((engine) => {
  describe('the exchange at the desk of the office', () => {
    let server: TestServer;
    let clerk: TestStaff;
    let manager: TestStaff;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-02T09:00:00Z' });
      clerk = await hire(server, { role: 'clerk' });
      manager = await hire(server, { role: 'manager', name: 'Māra Kalna' });
    });

    const row = (number = numbers++) => `${number},Anna,Rīgas iela 7,dz. ${number}\n`;

    async function bring(text: string | Uint8Array, name = 'accounts.csv', of = clerk): Promise<string> {
      const answer = await fetch(`${server.url}/office/uploads?name=${name}`, {
        method: 'POST',
        headers: { 'x-meterbook': '1', 'content-type': 'application/octet-stream', cookie: of.cookie },
        body: text as never,
      });
      assert.equal(answer.status, 200);
      return ((await answer.json()) as { id: string }).id;
    }

    async function ended(job: string) {
      for (;;) {
        await server.services.jobs.work();
        const view = await clerk.client.exchange.job.query({ job });
        if (view.endedAt !== null) return view;
      }
    }

    async function tried(text: string, kind: BroughtKind = 'accounts', profile: MappingProfile | null = null) {
      const upload = await bring(text);
      const { job } = await clerk.client.exchange.tryOut.mutate({ upload, kind, profile, encoding: null });
      return ended(job);
    }

    async function applied(text: string) {
      const { id } = await tried(text);
      const { job } = await manager.client.exchange.bringIn.mutate({ tried: id, strict: false, again: false });
      const done = await ended(job);
      assert.equal(done.outcome?.kind, 'import', JSON.stringify(done.outcome));
      return done;
    }

    const problemOf = async (call: Promise<unknown>): Promise<Problem> => {
      try {
        await call;
      } catch (error) {
        return (error as { data: { problem: Problem } }).data.problem;
      }
      throw new assert.AssertionError({ message: 'it was not refused' });
    };
    const holdersOf = async (number: number) =>
      (
        await server.services.db.reader
          .selectFrom('accounts')
          .where('number', '=', String(number))
          .select('holder')
          .execute()
      ).map(({ holder }) => holder);

    it('gives refused rows back with the reason in the language of whoever tried the file out', async () => {
      const wrong = `${head}${numbers++},,Rīgas iela 7,1\n`;
      const said = async () => {
        const { outcome } = await tried(wrong);
        const file = outcome?.kind === 'import' ? outcome.report.refusedFile : null;
        const answer = await fetch(`${server.url}/office/uploads/${file}`, { headers: { cookie: clerk.cookie } });
        return (await answer.text()).split(/\r?\n/).map((line) => line.split(',').at(-1));
      };
      assert.deepEqual((await said()).slice(0, 2), ['Kāpēc', 'holder: ir tukšs']);
      await clerk.client.staff.setLanguage.mutate({ language: 'ru' });
      assert.deepEqual((await said()).slice(0, 2), ['Почему', 'holder: пусто']);
    });

    it('brings in nothing that was not tried out', async () => {
      const done = await applied(head + row());
      for (const tried of [done.id, '01890000-0000-7000-8000-000000000000']) {
        const asked = manager.client.exchange.bringIn.mutate({ tried, strict: false, again: false });
        assert.deepEqual(await problemOf(asked), { code: 'not_found' });
      }
    });

    it('refuses a profile of another kind', async () => {
      const upload = await bring(head + row());
      const profile = plainProfile('payments');
      const asked = clerk.client.exchange.tryOut.mutate({ upload, kind: 'accounts', profile, encoding: null });
      assert.deepEqual(await problemOf(asked), { code: 'bad_input', path: 'profile' });
    });

    it('shows what an earlier build left, which kept no examples', async () => {
      const { id, batch, outcome } = await applied(head + row());
      assert.ok(outcome?.kind === 'import');
      const { examples, ...report } = outcome.report;
      assert.equal(examples.created.length, 1);
      await server.services.db.write((tx) =>
        tx
          .updateTable('jobs')
          .set({ result: JSON.stringify({ report }) })
          .where('id', '=', id)
          .execute(),
      );
      const none = { created: [], changed: [], unchanged: [], late: [] };
      const job = await clerk.client.exchange.job.query({ job: id });
      assert.deepEqual(job.outcome, { kind: 'import', report: { ...report, examples: none } });
      const view = await clerk.client.exchange.batch.query({ batch });
      assert.deepEqual(view.report, { ...report, examples: none });
    });

    it('keeps a file from being brought in twice, unless somebody means it', async () => {
      const text = head + row();
      const first = await tried(text);
      const second = await tried(text);
      const apply = (job: string, again = false) =>
        manager.client.exchange.bringIn.mutate({ tried: job, strict: false, again });
      const { job } = await apply(first.id);
      assert.equal((await problemOf(apply(second.id))).code, 'file_applied');
      const done = await ended(job);
      assert.equal((await problemOf(apply(second.id))).code, 'file_applied');
      const { applied: before } = await clerk.client.exchange.upload.query({ upload: second.upload ?? '' });
      assert.deepEqual(
        before.map(({ job: by, kind, by: name, isOver }) => ({ by, kind, name, isOver })),
        [{ by: done.id, kind: 'accounts', name: 'Māra Kalna', isOver: true }],
      );
      const again = await ended((await apply(second.id, true)).job);
      assert.ok(again.outcome?.kind === 'import' && again.outcome.report.unchanged === 1);
    });

    it('lets only one of two clerks bring in the same file at the same moment', async () => {
      const text = head + row();
      const trials = [await tried(text), await tried(text)];
      const asked = await Promise.allSettled(
        trials.map(({ id }) => manager.client.exchange.bringIn.mutate({ tried: id, strict: false, again: false })),
      );
      assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      for (const one of asked) if (one.status === 'fulfilled') await ended(one.value.job);
    });

    it('leaves what changes something to managers, and trials to everybody', async () => {
      const { id } = await tried(head + row());
      const { job } = await manager.client.exchange.bringIn.mutate({ tried: id, strict: false, again: false });
      assert.deepEqual(await problemOf(clerk.client.exchange.cancel.mutate({ job })), { code: 'forbidden' });
      await ended(job);
      assert.deepEqual(await manager.client.exchange.cancel.mutate({ job }), { cancelled: 'ended' });
    });

    it('guesses what a file holds, and proposes how it is read', async () => {
      const ours = await clerk.client.exchange.upload.query({ upload: await bring(head + row()) });
      assert.equal(ours.guessed, 'accounts');
      const theirs = await bring('Konta Nr;Maksājuma datums;Summa;Maksājuma nr\n10427;05.11.2026;12,50;7\n');
      assert.equal((await clerk.client.exchange.upload.query({ upload: theirs })).guessed, 'payments');
      const { proposal } = await clerk.client.exchange.propose.query({ upload: theirs, kind: 'payments' });
      assert.equal(proposal?.by, 'guess');
      assert.deepEqual(proposal?.missing, []);
      assert.deepEqual(proposal?.profile?.numbers, { decimal: ',', thousands: '' });
      const spoilt = await bring(
        'Konta Nr;Maksājuma datums;Summa;Maksājuma nr\n1;05.11.2026;12,50;7\n2;6.;divi;8\n3;06.11.2026;1,00;9\n',
      );
      const second = await clerk.client.exchange.propose.query({ upload: spoilt, kind: 'payments' });
      assert.deepEqual(second.proposal?.profile?.numbers, { decimal: ',', thousands: '' });
      assert.deepEqual(second.proposal?.profile?.dates, { order: 'DMY', mark: '.', years: 4 });
      const { read } = await clerk.client.exchange.preview.query({
        upload: spoilt,
        kind: 'payments',
        profile: second.proposal?.profile ?? null,
        encoding: null,
      });
      assert.deepEqual(read?.rows[0]?.values.slice(0, 3), ['1', '2026-11-05', '12.50']);
      const strange = await bring('nothing that we know\n');
      assert.equal((await clerk.client.exchange.upload.query({ upload: strange })).guessed, null);
    });

    it('proposes the profile that was used last for the kind', async () => {
      const names = { account: 'Konts', holder: 'Kas', address: 'Kur', premises: 'Dz' };
      const fields = Object.fromEntries(Object.entries(names).map(([field, name]) => [field, column(name)]));
      const profile = plainProfile('accounts', { fields, separator: ';' });
      await manager.client.exchange.profiles.save.mutate({ id: null, name: 'Mājas', profile, changedAt: null });
      const text = `Konts;Kas;Kur;Dz\n${numbers++};Anna;Rīgas iela 7;1\n`;
      const before = await clerk.client.exchange.propose.query({ upload: await bring(text), kind: 'accounts' });
      assert.equal(before.proposal?.by, 'saved');
      await tried(text, 'accounts', profile);
      const after = await clerk.client.exchange.propose.query({ upload: await bring(text), kind: 'accounts' });
      assert.equal(after.proposal?.by, 'last');
      assert.equal(after.proposal?.saved, before.proposal?.saved);
    });

    it('tries a file out without doing anything, and gives the refused rows in both forms', async () => {
      const number = numbers++;
      const { outcome, dryRun } = await tried(`${head}${row(number)}not a number,Anna,Rīgas iela 7,1\n`);
      assert.equal(dryRun, true);
      assert.ok(outcome?.kind === 'import');
      const { report } = outcome;
      assert.deepEqual([report.created, report.refusedCount, report.batch], [1, 1, null]);
      assert.deepEqual(report.examples.created, [
        { line: 2, cells: [String(number), 'Anna', 'Rīgas iela 7', `dz. ${number}`] },
      ]);
      assert.deepEqual(await holdersOf(number), []);
      const beginnings = [];
      for (const upload of [report.refusedFile, report.refusedOther]) {
        const answer = await fetch(`${server.url}/office/uploads/${upload}`, { headers: { cookie: clerk.cookie } });
        beginnings.push(
          Buffer.from(await answer.arrayBuffer())
            .subarray(0, 4)
            .toString('latin1'),
        );
      }
      assert.deepEqual(beginnings, ['\u00ef\u00bb\u00bfa', 'PK\u0003\u0004']);
    });

    it('lists what was brought in, shows it, and takes it back with a look at it before', async () => {
      const number = numbers++;
      const { batch } = await applied(head + row(number));
      const [line] = (await clerk.client.exchange.batches.query({ after: null })).rows;
      assert.equal(line?.id, batch);
      assert.equal(line?.by, 'Māra Kalna');
      assert.deepEqual(line?.difference, { created: 1, changed: 0, unchanged: 0, refused: 0, late: 0 });
      const view = await clerk.client.exchange.batch.query({ batch });
      assert.equal(view.obstacle, null);
      assert.ok(view.report && 'rows' in view.report && view.report.rows === 1);

      const look = await ended((await manager.client.exchange.tryUndo.mutate({ batch })).job);
      assert.ok(look.outcome?.kind === 'undo' && look.outcome.report.removed > 0);
      assert.deepEqual(await holdersOf(number), ['Anna']);
      await ended((await manager.client.exchange.undo.mutate({ batch, reason: 'the wrong month' })).job);
      assert.deepEqual(await holdersOf(number), []);
      const after = await clerk.client.exchange.batch.query({ batch });
      assert.deepEqual(
        [after.state, after.undoneBy, after.undoneWhy, after.obstacle],
        ['undone', 'Māra Kalna', 'the wrong month', 'batch_undone'],
      );
      const again = manager.client.exchange.undo.mutate({ batch, reason: 'once more' });
      assert.deepEqual(await problemOf(again), { code: 'undo_refused', why: 'batch_undone' });
    });

    describe('giving out', () => {
      let meter: TestMeter;
      before(async () => {
        const account = await addAccount(server.services, { number: String(numbers++) });
        meter = await addMeter(server.services, account, { serial: 'OUT-1' });
        await addMeter(server.services, account, { serial: 'OUT-2' });
        await addReading(server.services, meter, { period: '2026-10', values: { B: 252_000 } });
      });

      it('says first what would be in it and what would not', async () => {
        const look = await clerk.client.exchange.outlook.query({ period: '2026-10' });
        assert.deepEqual(
          [look.ready, look.review, look.late, look.registers, look.unread, look.locked, look.batches.length],
          [1, 0, 0, 2, 1, null, 0],
        );
      });

      it('W6: refuses to lock while residents may still hand in, until somebody says why', async () => {
        server.clock.set('2026-10-30T09:00:00Z');
        const early = manager.client.exchange.giveOutAndLock.mutate({ period: '2026-10', early: null });
        assert.equal((await problemOf(early)).code, 'window_open');
        server.clock.set('2026-11-02T09:00:00Z');
      });

      it('gives a file for each form, the same again, notes who took it, and shows what billing answered', async () => {
        server.clock.set('2026-11-04T09:00:00Z');
        const { batch, readings } = await manager.client.exchange.giveOutAndLock.mutate({
          period: '2026-10',
          early: null,
        });
        assert.ok(batch !== null && readings === 1);
        const take = (form: string, cookie = clerk.cookie) =>
          fetch(`${server.url}/office/batches/${batch}/${form}`, { headers: { cookie } });
        assert.equal((await take('csv', '')).status, 401);
        assert.equal((await take('pdf')).status, 404);
        const csv = await (await take('csv')).text();
        assert.match(csv, /OUT-1,B,2026-10,0.000,252.000/);
        assert.equal(await (await take('csv')).text(), csv);
        assert.match(await (await take('excel')).text(), /^\uFEFF?batch;/);
        assert.equal((JSON.parse(await (await take('json')).text()) as unknown[]).length, 1);
        const book = Buffer.from(await (await take('xlsx')).arrayBuffer());
        assert.equal(book.subarray(0, 2).toString(), 'PK');
        const notes = await server.services.db.reader
          .selectFrom('audit')
          .where('subject', '=', batch)
          .where('action', '=', 'download-batch')
          .select('actor')
          .execute();
        assert.deepEqual(notes, Array(5).fill({ actor: clerk.id }));

        const [, account] = csv.split('\r\n')[1]?.split(',') ?? [];
        const answer = `batch,account,serial,register,period,state\n${batch},${account},OUT-1,B,2026-10,billed\n`;
        const trial = await tried(answer, 'acknowledgement');
        await ended(
          (await manager.client.exchange.bringIn.mutate({ tried: trial.id, strict: true, again: false })).job,
        );
        const { answered, obstacle, lock } = await clerk.client.exchange.batch.query({ batch });
        assert.deepEqual(answered, { billed: 1, refused: 0, waiting: 0, gone: 0 });
        assert.equal(obstacle, 'batch_billed');
        assert.equal(lock?.isOwn, true);
        const look = await clerk.client.exchange.outlook.query({ period: '2026-10' });
        assert.deepEqual([look.ready, look.locked?.byExport, look.batches[0]?.answered.billed], [0, batch, 1]);
      });
    });
  });
});
