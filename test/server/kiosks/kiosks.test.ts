import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { limitRules } from '../../../server/limits/rules.ts';
import { kioskCodeLength, kioskCodeSigns } from '../../../shared/kiosk.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { newestAudits } from '../../support/office-browser.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { standKiosk } from '../../support/stand-kiosk.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

interface Answer {
  status: number;
  problem: Problem | null;
  kiosk: { id: string; name: string } | null;
  /** What the answer set, with its attributes. */
  cookie: string | null;
}

const problemOf = (error: unknown): Problem => (error as { data: { problem: Problem } }).data.problem;

forEachEngine((engine) => {
  describe('kiosks', () => {
    let server: TestServer;
    let dace: TestStaff;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00Z', behindProxy: true });
      dace = await hire(server, { role: 'manager' });
    });

    let address = 0;
    beforeEach(() => {
      address++;
    });

    async function post(
      path: 'enrol' | 'hello',
      body: unknown,
      { cookie = '', headers = {}, method = 'POST' }: { cookie?: string; headers?: object; method?: string } = {},
    ): Promise<Answer> {
      const answer = await fetch(`${server.url}/kiosk/${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'x-meterbook': '1',
          'x-forwarded-for': `192.0.2.${address}`,
          cookie,
          ...headers,
        },
        ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const { error, kiosk } = (await answer.json()) as {
        error?: { data: { problem: Problem } };
        kiosk?: Answer['kiosk'];
      };
      const [set = null] = answer.headers.getSetCookie();
      return { status: answer.status, problem: error?.data.problem ?? null, kiosk: kiosk ?? null, cookie: set };
    }
    const enrol = (code: string, appVersion = '1.0.0') => post('enrol', { code, appVersion });
    const hello = (cookie: string | null, appVersion = '1.0.0') =>
      post('hello', { appVersion }, { cookie: cookie?.split(';')[0] ?? '' });
    const find = async (id: string) => (await dace.client.kiosks.list.query()).find((one) => one.id === id);

    it('are told nothing that is not asked by our own pages, by JSON', async () => {
      const { code } = await standKiosk(server);
      const body = { code, appVersion: '1.0.0' };
      for (const forged of [
        { method: 'GET' },
        { headers: { 'sec-fetch-site': 'cross-site' } },
        { headers: { 'sec-fetch-site': 'same-site' } },
        { headers: { 'x-meterbook': '' } },
      ]) {
        const { status, problem, cookie } = await post('enrol', body, forged);
        assert.deepEqual({ status, problem, cookie }, { status: 403, problem: { code: 'forbidden' }, cookie: null });
      }
      const plain = await post('enrol', body, { headers: { 'content-type': 'text/plain' } });
      assert.deepEqual(plain.problem, { code: 'bad_input', path: 'content-type' });
      assert.equal((await enrol(code)).status, 200, 'the code was not used up');
    });

    it('are refused with a code for whatever else is sent', async () => {
      for (const body of ['', '{', 'null', '[]', '{}', { code: 1, appVersion: '1' }, { code: 'A', appVersion: '' }]) {
        const { status, problem } = await post('enrol', body);
        assert.equal(status, 400);
        assert.equal(problem?.code, 'bad_input');
      }
      assert.equal((await post('enrol', { code: 'A'.repeat(5_000), appVersion: '1' })).status, 413);
      assert.equal((await post('hello', { appVersion: 'a\nb' })).problem?.code, 'bad_input');
    });

    it('are not enrolled by a code that is none, and that is noted', async () => {
      const { status, problem, cookie } = await enrol('ACDE-FGHJ');
      assert.deepEqual({ status, problem, cookie }, { status: 403, problem: { code: 'code_wrong' }, cookie: null });
      const [noted] = await newestAudits(server, 1);
      assert.deepEqual(noted, { actor: 'anybody', action: 'kiosk-code-wrong', subject: '' });
    });

    it('are not enrolled by a code after a quarter of an hour', async () => {
      const { id, code } = await standKiosk(server);
      server.clock.advance(15 * 60_000);
      assert.deepEqual((await enrol(code)).problem, { code: 'code_wrong' });
      assert.equal((await find(id))?.state, 'lapsed');
      const { code: another } = await dace.client.kiosks.renewCode.mutate({ id });
      assert.equal((await find(id))?.state, 'waiting');
      assert.equal((await enrol(another)).kiosk?.id, id);
    });

    it('use a code once, also where two type it at the same time', async () => {
      const { code } = await standKiosk(server);
      const statuses = (await Promise.all([enrol(code), enrol(code), enrol(code)])).map(({ status }) => status);
      assert.deepEqual(statuses.sort(), [200, 403, 403]);
      assert.equal((await enrol(code)).status, 403);
    });

    it('may be tried with wrong codes so often from an address, and right ones do not count', async () => {
      const { points } = limitRules['kiosk-code-address'];
      for (let at = 0; at < points; at++) {
        if (at < 2) assert.equal((await enrol((await standKiosk(server)).code)).status, 200);
        assert.equal((await enrol('ACDEFGHJ')).status, 403);
      }
      const { code } = await standKiosk(server);
      const refused = await enrol(code);
      assert.equal(refused.status, 429);
      assert.equal(refused.problem?.code, 'too_many');
      address = 250;
      assert.equal((await enrol(code)).status, 200, 'another address has tries of its own');
    });

    it('are greeted by nobody who has no credential', async () => {
      for (const cookie of ['', 'meterbook-kiosk=', `meterbook-kiosk=${'0'.repeat(64)}`, dace.cookie]) {
        const { status, problem } = await post('hello', { appVersion: '1' }, { cookie });
        assert.deepEqual({ status, problem }, { status: 401, problem: { code: 'signed_out' } });
      }
    });

    it('have browsers forget what is no credential of any', async () => {
      const { cookie: set } = await hello(`meterbook-kiosk=${'0'.repeat(64)}`);
      assert.match(set ?? '', /^meterbook-kiosk=; .*Max-Age=0/);
    });

    it('are noted where they are none, as often as their limits allow; the answer is the same', async () => {
      const { points, seconds } = limitRules['kiosk-credential-unknown-address'];
      const unknown = async () => {
        const { reader } = server.services.db;
        const rows = await reader
          .selectFrom('audit')
          .where('action', '=', 'kiosk-credential-unknown')
          .selectAll()
          .execute();
        assert.ok(rows.every(({ actor, subject, detail }) => actor === 'anybody' && subject === '' && detail === '{}'));
        return rows.length;
      };
      const before = await unknown();
      await hello('meterbook-kiosk=none');
      assert.equal(await unknown(), before, 'what has not even the form of one is not');
      for (let at = 0; at < points + 3; at++)
        assert.equal((await hello(`meterbook-kiosk=${'1'.repeat(64)}`)).status, 401);
      assert.equal(await unknown(), before + points);
      for (const path of ['deliver', 'lookUp']) {
        address += 500;
        const answer = await fetch(`${server.url}/kiosk/trpc/${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-meterbook': '1',
            'x-forwarded-for': `198.51.100.${address % 250}`,
            cookie: `meterbook-kiosk=${'2'.repeat(64)}`,
          },
          body: JSON.stringify({ visit: null, envelopes: [], account: '1', serial: '1' }),
        });
        assert.equal(answer.status, 401);
      }
      assert.equal(await unknown(), before + points + 2, 'whatever they ask for');
      server.clock.advance(seconds * 1_000);
    });

    it('open nothing else by their credential', async () => {
      const { cookie } = await enrol((await standKiosk(server)).code);
      const value = cookie?.split(';')[0]?.split('=')[1] ?? '';
      for (const [path, name] of [
        ['/office/trpc/staff.me', 'meterbook-office'],
        ['/trpc/sync.pull', 'meterbook'],
      ]) {
        for (const sent of [`meterbook-kiosk=${value}`, `${name}=${value}`]) {
          const answer = await fetch(`${server.url}${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie: sent },
            body: '{}',
          });
          assert.equal(answer.status, 401, `${path} with ${name}`);
        }
      }
    });

    it('cannot have the name of another in use, nor be changed as they stood before', async () => {
      const { id, name } = await standKiosk(server);
      const other = await standKiosk(server);
      const calls = dace.client.kiosks;
      await assert.rejects(calls.add.mutate({ name }), (error) => problemOf(error).code === 'name_taken');
      const taken = { id: other.id, was: other.name, name };
      await assert.rejects(calls.rename.mutate(taken), (error) => problemOf(error).code === 'name_taken');
      const late = { id, was: 'as it was', name: `Kiosk ${v7()}` };
      await assert.rejects(calls.rename.mutate(late), (error) => problemOf(error).code === 'changed_meanwhile');
      const none = { id: v7() };
      await assert.rejects(calls.revoke.mutate(none), (error) => problemOf(error).code === 'not_found');
      await calls.revoke.mutate({ id });
      for (const call of [calls.revoke, calls.renewCode]) {
        await assert.rejects(call.mutate({ id }), (error) => problemOf(error).code === 'changed_meanwhile');
      }
      const { id: again } = await calls.add.mutate({ name });
      assert.notEqual(again, id, 'the name of a revoked one is free');
    });

    it('are enrolled by the code, as it is shown or typed, and told who they are', async () => {
      const { id, code } = await dace.client.kiosks.add.mutate({ name: 'Foajē, Rīgas iela 1' });
      assert.equal(code.length, kioskCodeLength);
      assert.ok([...code].every((sign) => kioskCodeSigns.includes(sign)));
      const { status, kiosk, cookie } = await enrol(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `, '1.2.3');
      assert.equal(status, 200);
      assert.deepEqual(kiosk, { id, name: 'Foajē, Rīgas iela 1' });
      assert.match(cookie ?? '', /^meterbook-kiosk=[0-9a-f]{64}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Strict$/);
      const [noted] = await newestAudits(server, 1);
      assert.deepEqual(noted, { actor: id, action: 'enrol-kiosk', subject: id });
      const found = await find(id);
      assert.deepEqual([found?.state, found?.appVersion], ['enrolled', '1.2.3']);
      assert.equal((await hello(cookie)).kiosk?.id, id);
    });

    it('keep no code and no credential that can be read from the database', async () => {
      const { id, code } = await standKiosk(server);
      const read = () =>
        server.services.db.reader.selectFrom('kiosks').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
      assert.ok(!JSON.stringify(await read()).includes(code));
      const { cookie } = await enrol(code);
      const row = await read();
      assert.equal(row.code_hash, null);
      const credentials = await server.services.db.reader
        .selectFrom('kiosk_credentials')
        .where('kiosk_id', '=', id)
        .selectAll()
        .execute();
      assert.equal(credentials.length, 1);
      assert.ok(!JSON.stringify([row, credentials]).includes(cookie?.slice(16, 80) ?? 'none'));
    });

    it('note contact at most once a minute, and another version at once', async () => {
      const { id, code } = await standKiosk(server);
      const { cookie } = await enrol(code);
      const enrolled = (await find(id))?.seenAt;
      server.clock.advance(59_000);
      await hello(cookie);
      assert.equal((await find(id))?.seenAt, enrolled);
      await hello(cookie, '1.1.0');
      const upgraded = (await find(id))?.seenAt;
      assert.notEqual(upgraded, enrolled);
      server.clock.advance(60_000);
      await hello(cookie, '1.1.0');
      assert.notEqual((await find(id))?.seenAt, upgraded);
      assert.equal((await find(id))?.appVersion, '1.1.0');
    });

    it('go on with what they have until another code is typed, and then not any more', async () => {
      const { id, code } = await standKiosk(server);
      const { cookie: first } = await enrol(code);
      const { code: another } = await dace.client.kiosks.renewCode.mutate({ id });
      assert.equal((await hello(first)).status, 200);
      assert.ok((await find(id))?.codeUntil);
      const { cookie: second } = await enrol(another);
      assert.equal((await hello(first)).status, 401);
      assert.equal((await hello(second)).status, 200);
    });

    it('are shut out at once when they are revoked, and keep what proves who they were', async () => {
      const { id, code } = await standKiosk(server);
      const { cookie } = await enrol(code);
      const { code: another } = await dace.client.kiosks.renewCode.mutate({ id });
      await dace.client.kiosks.revoke.mutate({ id });
      const { status, problem, cookie: set } = await hello(cookie);
      assert.deepEqual({ status, problem }, { status: 401, problem: { code: 'signed_out' } });
      assert.equal(set, null, 'by it they hand in what was left at them');
      assert.equal((await enrol(another)).status, 403, 'its code is void as well');
      assert.equal((await find(id))?.state, 'revoked');
    });
  });
});
