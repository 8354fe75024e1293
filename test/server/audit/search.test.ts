import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { appendAudit } from '../../../server/audit/append.ts';
import type { AuditAction } from '../../../shared/audit-actions.ts';
import type { AuditFilter, AuditRow } from '../../../shared/audit-forms.ts';
import { rowsPerList } from '../../../shared/page.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { settle } from '../../support/office-tries/people.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const everything: AuditFilter = { person: null, account: null, action: null, from: null, until: null };

forEachEngine((engine) => {
  describe('the audit log in the office', () => {
    let server: TestServer;
    let vera: TestStaff;
    let anna: TestResident;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      vera = await hire(server, { role: 'administrator', name: 'Vera Lapa' });
      anna = await moveIn(server, 'Anna');
    });

    const note = (entry: { action: AuditAction; actor?: string; subject?: string; at?: string; detail?: object }) =>
      server.services.db.write((tx) =>
        appendAudit(tx, { actor: 'test', subject: '', at: '2026-11-28T07:00:00.000Z', detail: {}, ...entry } as never),
      );
    const search = (filter: Partial<AuditFilter> = {}, after: string | null = null) =>
      vera.client.audit.search.query({ ...everything, ...filter, after });
    const csv = (query: string, headers: Record<string, string> = { cookie: vera.cookie }) =>
      fetch(`${server.url}/office/audit.csv${query}`, { headers });
    async function all(filter: Partial<AuditFilter>): Promise<AuditRow[]> {
      const rows: AuditRow[] = [];
      for (let after: string | null = null; ; ) {
        const page = await search(filter, after);
        rows.push(...page.rows);
        if (page.next === null) return rows;
        after = page.next;
      }
    }

    it('is asked for by no filter and from no place that cannot be', async () => {
      for (const [field, value] of [
        ['person', 'Anna'],
        ['account', '1'],
        ['action', 'sing-in'],
        ['from', '2026-02-30'],
        ['after', 'x'],
        ['after', '2026-11-28T07:00:00.000Z,-1'],
        ['after', '2026-11-28T07:00:00.000Z,1e3'],
        ['after', '28.11.2026,1'],
      ]) {
        const asked = { ...everything, after: null, [field as string]: value } as never;
        await assert.rejects(vera.client.audit.search.query(asked), (error) => {
          assert.equal((error as { data: { problem: Problem } }).data.problem.code, 'bad_input', String(value));
          return true;
        });
      }
    });

    it('finds nothing of an account or a person that are none', async () => {
      assert.deepEqual((await search({ account: v7() })).rows, []);
      assert.deepEqual((await search({ person: v7() })).rows, []);
    });

    it('is no file for anybody but an administrator, from pages of ours', async () => {
      const manager = await hire(server, { role: 'manager' });
      assert.equal((await csv('', { cookie: '' })).status, 401);
      assert.equal((await csv('', { cookie: anna.device.cookie })).status, 401);
      assert.equal((await csv('', { cookie: manager.cookie })).status, 403);
      assert.equal((await csv('', { cookie: vera.cookie, 'sec-fetch-site': 'cross-site' })).status, 403);
      assert.equal((await csv('?action=none')).status, 400);
      assert.equal((await csv('?from=x')).status, 400);
      assert.equal((await csv('?more=1')).status, 400);
      const posted = await fetch(`${server.url}/office/audit.csv`, {
        method: 'POST',
        headers: { cookie: vera.cookie },
      });
      assert.equal(posted.status, 404);
    });

    it('notes who of the office was refused for their role', async () => {
      const clerk = await hire(server);
      await assert.rejects(clerk.client.audit.find.query({ text: 'Anna' }));
      const [row] = (await search({ person: clerk.id })).rows;
      assert.equal(row?.action, 'staff-role-refused');
      assert.deepEqual(
        row?.detail.map(({ key, value }) => [key, value]),
        [
          ['least', 'administrator'],
          ['role', 'clerk'],
        ],
      );
    });

    it('is found by a person: what they did, and what was done to them', async () => {
      const clerk = await hire(server, { name: 'Dace Liepa' });
      await note({ action: 'view-person', actor: clerk.id, subject: anna.user.id });
      const [byHer] = (await search({ person: clerk.id })).rows;
      assert.deepEqual(byHer?.actor, { kind: 'staff', id: clerk.id, name: 'Dace Liepa', account: null });
      assert.deepEqual(byHer?.subject, { kind: 'user', id: anna.user.id, name: anna.user.name, account: null });
      const ofAnna = await all({ person: anna.user.id });
      assert.ok(ofAnna.some(({ action }) => action === 'view-person'));
      assert.ok(ofAnna.some(({ action, actor }) => action === 'sign-in' && actor.id === anna.user.id));
      assert.ok(ofAnna.every(({ actor, subject }) => [actor.id, subject?.id].includes(anna.user.id)));
      assert.equal(new Set(ofAnna.map(({ seq }) => seq)).size, ofAnna.length, 'each stands there once');
    });

    it('is found by an account, with its meters and readings', async () => {
      const [account, other] = anna.accounts;
      await note({ action: 'view-account', subject: account.id });
      await note({ action: 'view-account', subject: other.id });
      await note({ action: 'verify-meter', subject: anna.meter.id, detail: { account: account.id } });
      await note({ action: 'accept-reading', subject: anna.reading, detail: { account: account.id } });
      const rows = (await search({ account: account.id })).rows;
      assert.deepEqual(
        rows.map(({ action }) => action),
        ['accept-reading', 'verify-meter', 'view-account'],
      );
      const [reading, meter] = rows;
      assert.deepEqual(reading?.subject, {
        kind: 'reading',
        id: anna.reading,
        name: '2026-10',
        account: { id: account.id, number: account.number },
      });
      assert.equal(meter?.subject?.account?.number, account.number);
      assert.equal(meter?.detail[0]?.party?.name, account.number);
      assert.deepEqual((await search({ account: account.id, action: 'verify-meter' })).rows.length, 1);
      assert.deepEqual((await search({ account: account.id, person: anna.user.id })).rows, []);
    });

    it('is found by kind and by days of the company, both of them included', async () => {
      for (const at of ['2026-03-28T21:59:59.999Z', '2026-03-28T22:00:00.000Z', '2026-03-29T20:59:59.999Z']) {
        await note({ action: 'restored', at });
      }
      await note({ action: 'restored', at: '2026-03-29T21:00:00.000Z' });
      const momentsOf = async (filter: Partial<AuditFilter>) =>
        (await search({ action: 'restored', ...filter })).rows.map(({ at }) => at);
      // The day on which summer time begins has 23 hours.
      assert.deepEqual(await momentsOf({ from: '2026-03-29', until: '2026-03-29' }), [
        '2026-03-29T20:59:59.999Z',
        '2026-03-28T22:00:00.000Z',
      ]);
      assert.equal((await momentsOf({ until: '2026-03-28' })).length, 1);
      assert.equal((await momentsOf({ from: '2026-03-30' })).length, 1);
      assert.deepEqual(await momentsOf({ from: '2026-04-01', until: '2026-03-01' }), []);
    });

    it('comes in pages that miss nothing and repeat nothing, while it grows', async () => {
      const clerk = await hire(server);
      const count = 2 * rowsPerList + 3;
      await server.services.db.write(async (tx) => {
        for (let at = 0; at < count; at++) {
          const moment = `2026-11-2${1 + (at % 3)}T07:00:00.000Z`;
          const who = at % 2 === 0 ? { actor: clerk.id, subject: '' } : { actor: 'test', subject: clerk.id };
          await appendAudit(tx, { ...who, at: moment, action: 'staff-sign-in', detail: { number: at } });
        }
      });
      const first = await search({ person: clerk.id });
      assert.equal(first.rows.length, rowsPerList);
      await note({ action: 'staff-sign-out', actor: clerk.id, subject: clerk.id });
      const rows = [...first.rows];
      for (let after = first.next; after !== null; ) {
        const page = await search({ person: clerk.id }, after);
        rows.push(...page.rows);
        after = page.next;
      }
      assert.equal(rows.length, count);
      assert.equal(new Set(rows.map(({ seq }) => seq)).size, count);
      const order = rows.map(({ at, seq }) => `${at},${String(seq).padStart(9, '0')}`);
      assert.deepEqual(order, [...order].sort().reverse());
    });

    it('notes that somebody looked, once for a search', async () => {
      const views = () => all({ action: 'view-audit' });
      const before = (await views()).length;
      const { next } = await search({ action: 'staff-sign-in' });
      await search({ action: 'staff-sign-in' }, next);
      const now = await views();
      // Looking at the views is one of them, too.
      assert.equal(now.length, before + 2);
      assert.equal(now[0]?.actor.name, 'Vera Lapa');
      assert.deepEqual(
        now[0]?.detail.map(({ key, value }) => [key, value]),
        [['action', 'staff-sign-in']],
      );
    });

    it('offers whom and what a text may mean', async () => {
      const found = (text: string) => vera.client.audit.find.query({ text });
      assert.deepEqual(await found('nobody of that name'), { people: [], accounts: [] });
      assert.deepEqual((await found('vera l')).people, [
        { kind: 'staff', id: vera.id, name: 'Vera Lapa', email: vera.email },
      ]);
      const zane = await settle(server, { name: 'Zane Kalniņa' });
      for (const text of [zane.email, 'zane kal']) {
        const { id, name, email } = zane;
        assert.deepEqual((await found(text)).people, [{ kind: 'user', id, name, email }]);
      }
      const [account] = anna.accounts;
      assert.deepEqual((await found(account.number)).accounts, [
        { id: account.id, number: account.number, holder: anna.holder },
      ]);
    });

    it('names nobody who was deleted', async () => {
      const gone = await moveIn(server, 'Zane');
      await server.services.db.write((tx) =>
        tx
          .updateTable('users')
          .set({ deleted_at: '2026-11-28T07:00:00.000Z' })
          .where('id', '=', gone.user.id)
          .execute(),
      );
      const rows = (await search({ person: gone.user.id })).rows;
      assert.ok(rows.length > 0);
      assert.ok(rows.every(({ actor }) => actor.name === null && actor.kind === 'user'));
    });

    it('is a file of what a search finds, safe for spreadsheets, and that it was taken is noted first', async () => {
      const clerk = await hire(server, { name: '=cmd|calc' });
      await note({ action: 'lock', actor: clerk.id, subject: '2026-10', detail: { reason: '+1, "x"' } });
      const answer = await csv(`?person=${clerk.id}&from=2026-11-01`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="audit.csv"/);
      const lines = Buffer.from(await answer.arrayBuffer())
        .toString()
        .split('\r\n');
      assert.equal(lines[0], '\ufeffnumber,at,actor,actor_name,action,subject,subject_name,account,detail');
      assert.match(
        lines[1] ?? '',
        new RegExp(`^\\d+,2026-11-28T07:00:00.000Z,${clerk.id},'=cmd\\|calc,lock,2026-10,,,"\\{""reason""`),
      );
      assert.equal(lines.length, 3);
      const [noted] = (await search({ action: 'export-audit' })).rows;
      assert.equal(noted?.actor.id, vera.id);
      assert.deepEqual(noted?.detail.map(({ key }) => key).sort(), ['from', 'person']);
    });

    it('is a file of more than is read at once', async () => {
      const person = v7();
      await server.services.db.write(async (tx) => {
        for (let at = 0; at < 1_001; at++) {
          const entry = { at: '2026-11-20T07:00:00.000Z', actor: person, subject: person, detail: {} };
          await appendAudit(tx, { ...entry, action: 'sign-in' });
        }
      });
      const lines = (await (await csv(`?person=${person}`)).text()).trim().split('\r\n');
      assert.equal(lines.length, 1_002);
      assert.equal(new Set(lines).size, 1_002);
    });

    it('is followed from the page, once at a time, and the verdict is noted', async () => {
      assert.equal(await vera.client.audit.verification.query(), null);
      await Promise.all([vera.client.audit.verify.mutate(), vera.client.audit.verify.mutate()]);
      await server.services.jobs.work();
      const verification = await vera.client.audit.verification.query();
      assert.equal(verification?.state, 'done');
      assert.equal(verification?.verdict?.ok, true);
      assert.equal(verification?.done, verification?.verdict?.seq);
      const rows = (await search({ action: 'audit-verified' })).rows;
      assert.equal(rows.length, 1);
      assert.equal(rows[0]?.actor.id, vera.id);
      const { hash } = await server.services.db.reader
        .selectFrom('audit')
        .where('seq', '=', verification?.verdict?.seq ?? 0)
        .select('hash')
        .executeTakeFirstOrThrow();
      assert.equal(verification?.verdict?.ok && verification.verdict.hash, hash);
    });

    it('says which entry is the first that is not as it was written', async () => {
      const { db } = server.services;
      const on = db.engine === 'postgres' ? sql` on audit` : sql``;
      await sql`drop trigger audit_no_update${on}`.execute(db.schema);
      await sql.raw(`update audit set actor = 'nobody' where seq = 7`).execute(db.schema);
      await vera.client.audit.verify.mutate();
      await server.services.jobs.work();
      const verification = await vera.client.audit.verification.query();
      assert.deepEqual(verification?.verdict, { ok: false, seq: 7, broken: 'changed' });
    });
  });
});
