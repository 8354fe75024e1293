import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { apiRoutes } from '../../../server/api/routes.ts';
import { limitKey } from '../../../server/limits/limit-key.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { apiScopes } from '../../../shared/api-key.ts';
import { forEachEngine } from '../../support/databases.ts';
import { keyFor, type Program, startProgram } from '../../support/described-api.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const minute = 60_000;
const someId = '01930000-0000-7000-8000-000000000000';
const asked = apiRoutes
  .filter(({ scopes }) => scopes.length > 0)
  .map(({ path, ...route }) => ({ ...route, path: path.replace('{id}', someId) }));

forEachEngine((engine) => {
  describe('a key', () => {
    let server: TestServer;
    let administrator: TestStaff;
    let program: Program;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        behindProxy: true,
      });
      administrator = await hire(server, { role: 'administrator' });
      program = await startProgram(server, (await keyFor(server)).token);
    });

    let addresses = 0;
    /** Each from another address, so that no test meets the limit of another. */
    const from = () => ({ 'x-forwarded-for': `10.1.${addresses >> 8}.${addresses++ & 255}` });
    const tryWith = (token: string | null) => program.call({ path: `/jobs/${someId}`, token, headers: from() });

    it('is asked for at every address: without one, with a wrong one and with a cookie there is nothing', async () => {
      for (const { method, path } of asked) {
        for (const headers of [
          {},
          { authorization: 'Bearer' },
          { authorization: `Bearer mbk_${'A'.repeat(43)}` },
          { authorization: `Bearer ${'x'.repeat(5000)}` },
          { authorization: 'Basic YTpi' },
          { cookie: administrator.cookie, 'x-meterbook': '1' },
        ] as Record<string, string>[]) {
          const heard = await program.call({ method, path, token: null, headers: { ...from(), ...headers } });
          assert.equal(heard.status, 401);
          assert.equal(heard.code, 'key_refused');
          const error = headers.authorization ? ', error="invalid_token"' : '';
          assert.equal(heard.headers.get('www-authenticate'), `Bearer realm="exchange"${error}`);
        }
      }
    });

    for (const { method, path, scopes, operation } of asked) {
      it(`of all scopes but ${scopes.join(', ')} does not open ${operation}`, async () => {
        const others = apiScopes.filter((scope) => !scopes.includes(scope));
        const { token } = await keyFor(server, others);
        const heard = await program.call({ method, path, token, ...(method === 'POST' && { body: {} }) });
        assert.equal(heard.status, 403);
        assert.deepEqual(heard.json, { ...(heard.json as object), code: 'scope_missing', details: { scopes } });
        assert.match(heard.headers.get('www-authenticate') ?? '', /error="insufficient_scope", scope="/);
      });
    }

    it('that was revoked opens nothing, at once; who is second to revoke it is told', async () => {
      const { client } = administrator;
      const { key, token } = await client.keys.make.mutate({ name: '1C', scopes: ['read:jobs'], expiresOn: null });
      assert.equal((await tryWith(token)).status, 404);
      await client.keys.revoke.mutate({ id: key.id });
      assert.equal((await tryWith(token)).code, 'key_refused');
      assert.deepEqual(await problemOf(client.keys.revoke.mutate({ id: key.id })), { code: 'changed_meanwhile' });
      assert.deepEqual(await problemOf(client.keys.revoke.mutate({ id: someId })), { code: 'not_found' });
    });

    it('opens something until its last day is over, where the company is, and nothing after it', async () => {
      const { token } = await keyFor(server, ['read:jobs'], '2026-11-29');
      server.clock.set('2026-11-29T23:59:59+02:00');
      assert.equal((await tryWith(token)).status, 404);
      server.clock.set('2026-11-30T00:00:00+02:00');
      assert.equal((await tryWith(token)).code, 'key_refused');
      const { client } = administrator;
      for (const expiresOn of ['2026-11-29', '2026-02-30', 'tomorrow']) {
        const made = client.keys.make.mutate({ name: '1C', scopes: ['read:jobs'], expiresOn });
        assert.equal((await problemOf(made)).code, 'bad_input', expiresOn);
      }
      for (const scopes of [[], ['read:jobs', 'read:jobs'], ['everything']]) {
        const made = client.keys.make.mutate({ name: '1C', scopes: scopes as never, expiresOn: null });
        assert.equal((await problemOf(made)).code, 'bad_input');
      }
    });

    it('is told once, kept as a hash, listed without it, and its use is noted to the minute', async () => {
      const { client } = administrator;
      const { key, token } = await client.keys.make.mutate({
        name: ' 1C, billing ',
        scopes: ['import:bills', 'read:jobs'],
        expiresOn: null,
      });
      assert.match(token, /^mbk_[\w-]{43}$/);
      assert.deepEqual(key, { ...key, name: '1C, billing', createdBy: 'Dace Liepa', usedAt: null, revokedAt: null });
      const row = await server.services.db.reader
        .selectFrom('api_tokens')
        .where('id', '=', key.id)
        .selectAll()
        .executeTakeFirstOrThrow();
      assert.ok(!JSON.stringify(row).includes(token));
      assert.ok(!JSON.stringify(await client.keys.list.query()).includes(token.slice(4)));
      const used = async () => (await client.keys.list.query()).find(({ id }) => id === key.id)?.usedAt;
      await tryWith(token);
      const first = await used();
      assert.equal(first, new Date(server.clock.now()).toISOString());
      server.clock.advance(minute / 2);
      await tryWith(token);
      assert.equal(await used(), first);
      server.clock.advance(minute);
      await tryWith(token);
      assert.equal(await used(), new Date(server.clock.now()).toISOString());
      const audit = await server.services.db.reader
        .selectFrom('audit')
        .where('subject', '=', key.id)
        .selectAll()
        .execute();
      assert.deepEqual(
        audit.map(({ actor, action }) => [actor, action]),
        [[administrator.id, 'make-key']],
      );
      assert.ok(!JSON.stringify(audit).includes('billing'));
    });

    it('is not guessed: wrong ones from one address are told to wait, and a right one from there is not', async () => {
      const headers = { 'x-forwarded-for': '10.9.9.9' };
      const wrong = (n: number) => `mbk_${String(n).padStart(43, '0')}`;
      const { points } = limitRules['api-wrong-key-address'];
      const call = (token: string) => program.call({ path: `/jobs/${someId}`, token, headers });
      for (let n = 0; n < points; n++) assert.equal((await call(wrong(n))).status, 401);
      const heard = await call(wrong(points));
      assert.equal(heard.status, 429);
      assert.ok(Number(heard.headers.get('retry-after')) > 0);
      assert.equal((await call((await keyFor(server)).token)).status, 404);
    });

    it('that asks in a loop is told to wait, and others are not', async () => {
      const { id, token } = await keyFor(server, ['read:jobs']);
      assert.equal((await tryWith(token)).status, 404);
      // All but the last of its thousands of points, without asking thousands of times.
      await server.services.db.write((tx) =>
        tx
          .updateTable('rate_limits')
          .set({ points: limitRules['api-key'].points - 1 })
          .where('key', '=', limitKey('api-key', id))
          .execute(),
      );
      assert.equal((await tryWith(token)).status, 404);
      const heard = await tryWith(token);
      assert.equal(heard.code, 'too_many');
      assert.ok(Number(heard.headers.get('retry-after')) > 0);
      assert.equal((await tryWith((await keyFor(server)).token)).status, 404);
      server.clock.advance(16 * minute);
      assert.equal((await tryWith(token)).status, 404);
    });
  });
});
