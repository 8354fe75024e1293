import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { before, describe, it } from 'node:test';
import Koa from 'koa';
import { v7 } from 'uuid';
import { revokeKey } from '../../../server/api/keys.ts';
import { apiRoutes } from '../../../server/api/routes.ts';
import { exchangeApi } from '../../../server/http/exchange-api.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { accountsHeader, type BillingProgram, startBillingProgram } from '../../support/billing-program.ts';
import { forEachEngine } from '../../support/databases.ts';
import { keyFor } from '../../support/described-api.ts';
import { hostileTexts, insideWords } from '../../support/hostile.ts';

const someId = '01930000-0000-7000-8000-000000000000';

forEachEngine((engine) => {
  describe('a request of a program', () => {
    let billing: BillingProgram;
    before(async () => {
      billing = await startBillingProgram(engine);
    });

    it('that changes something without an Idempotency-Key, or with one that is none, does nothing', async () => {
      const { program, count } = billing;
      const before = await count('idempotency_keys');
      for (const route of apiRoutes.filter(({ method }) => method === 'POST')) {
        const path = route.path.replace('{id}', someId);
        for (const once of [null, '', '""', 'a b', '"a', 'x'.repeat(200)]) {
          const heard = await program.call({ method: 'POST', path, body: '{}', once });
          assert.equal(heard.code, 'idempotency_key_missing', `${path} ${once}`);
        }
      }
      assert.equal(await count('idempotency_keys'), before);
    });

    it('in a form, in parts, packed or of no type is not taken', async () => {
      const { program, count } = billing;
      const before = await count('uploads');
      for (const route of apiRoutes.filter(({ method }) => method === 'POST')) {
        const path = route.path.replace('{id}', someId);
        for (const [type, headers] of [
          ['application/x-www-form-urlencoded', {}],
          ['multipart/form-data; boundary=x', {}],
          ['text/plain', {}],
          ['', {}],
          [
            route.body && 'file' in route.body ? 'application/octet-stream' : 'application/json',
            { 'content-encoding': 'gzip' },
          ],
        ] as const) {
          const heard = await program.call({ method: 'POST', path, body: 'a;b', type, headers });
          assert.equal(heard.code, 'media_type_refused', `${path} ${type}`);
        }
      }
      assert.equal(await count('uploads'), before);
    });

    it('with parameters or a body that are not as described is told where, and nothing inside is', async () => {
      const { program } = billing;
      const post = (path: string, body: unknown) => ({ method: 'POST', path, body: JSON.stringify(body) });
      for (const [call, path] of [
        [{ path: '/jobs/1' }, 'id'],
        [{ path: `/jobs/${someId}?x=1` }, ''],
        [{ path: '/batches?after=1' }, 'after'],
        [{ path: `/batches?after=${someId}&after=${someId}` }, 'after'],
        [{ ...post('/imports/accounts?dryRun=yes', []), type: 'text/csv' }, 'dryRun'],
        [{ ...post('/imports/accounts?dryRun=true&dryRun=true', []) }, 'dryRun'],
        [post('/imports/accounts?profile=none', []), 'profile'],
        [post('/exports', {}), 'period'],
        [post('/exports', { period: '2026-13' }), 'period'],
        [post('/exports', { period: '2026-10', lock: 'true' }), 'lock'],
        [post('/exports', { period: '2026-10', early: '' }), 'early'],
        [post('/exports', { period: '2026-10', early: 'a\u0000' }), ''],
        [post('/exports', []), ''],
        [post('/exports', null), ''],
        [post(`/batches/${someId}/undo`, { reason: 7 }), 'reason'],
      ] as const) {
        const { status, json } = await program.call<{ code: string; details: object }>(call);
        assert.deepEqual([status, json.code, json.details], [422, 'bad_input', { path }], JSON.stringify(call));
      }
      for (const body of ['', '{', '{"period":', '\u0000', 'x'.repeat(1000)]) {
        const heard = await program.call({ method: 'POST', path: '/exports', body });
        assert.equal(heard.code, 'body_unreadable');
      }
      const long = await program.call({ method: 'POST', path: '/exports', body: `"${'x'.repeat(100_000)}"` });
      assert.deepEqual([long.status, long.json], [413, { ...(long.json as object), details: { most: 65_536 } }]);
      for (const text of hostileTexts) {
        const name = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));
        for (const call of [
          { path: `/jobs/${name}` },
          { path: `/batches?after=${name}` },
          { method: 'POST', path: `/imports/accounts?profile=${name}`, body: '[]' },
          { method: 'POST', path: '/exports', body: { period: text } },
          { method: 'POST', path: `/batches/${someId}/undo`, body: { reason: text } },
        ]) {
          if (call.path === '/jobs/' || call.path.length > 9_000) continue;
          const { status, bytes } = await program.call(call);
          assert.ok([404, 422, 413].includes(status), `${status} ${call.path.slice(0, 80)}`);
          assert.doesNotMatch(bytes.toString(), insideWords);
        }
      }
    });

    it('of 1 GB is refused before it is read, and one that turns out too large leaves nothing', async () => {
      const { server, key, count } = billing;
      const status = await new Promise((resolve, reject) => {
        const sent = request(`${server.url}/exchange/v1/imports/accounts`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${key.token}`,
            'idempotency-key': v7(),
            'content-type': 'text/csv',
            'content-length': String(1024 ** 3),
          },
        });
        sent.on('response', (answer) => {
          resolve(answer.statusCode);
          sent.destroy();
        });
        sent.on('error', reject);
        sent.flushHeaders();
      });
      assert.equal(status, 413);

      const [parts, claims] = [await count('upload_parts'), await count('idempotency_keys')];
      const app = new Koa().use(exchangeApi(server.services, { mostBytes: 1000 }));
      const listening = app.listen(0, '127.0.0.1');
      engine.atEnd(async () => listening.close());
      await once(listening, 'listening');
      const { port } = listening.address() as { port: number };
      const chunked = await fetch(`http://127.0.0.1:${port}/exchange/v1/imports/accounts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key.token}`, 'idempotency-key': v7(), 'content-type': 'text/csv' },
        body: new Blob([Buffer.alloc(5000)]).stream(),
        duplex: 'half',
      } as RequestInit);
      assert.equal(chunked.status, 413);
      assert.equal(((await chunked.json()) as { code: string }).code, 'too_large');
      listening.closeAllConnections();
      assert.deepEqual([await count('upload_parts'), await count('idempotency_keys')], [parts, claims]);
    });

    it('whose body comes slowly holds nobody up; its key is busy meanwhile, and free where it breaks off', async () => {
      const { server, program, bring } = billing;
      const { token } = billing.key;
      const key = v7();
      const slow = () => {
        const sent = request(`${server.url}/exchange/v1/imports/accounts`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'text/csv' },
        });
        sent.on('error', () => {});
        sent.write(accountsHeader);
        return sent;
      };
      const isBusy = async () => (await bring(accountsHeader, '/imports/accounts', { once: key })).code;
      const claimed = async () =>
        (await server.services.db.reader.selectFrom('idempotency_keys').where('key', '=', key).selectAll().execute())
          .length;

      const broken = slow();
      while ((await claimed()) === 0) await new Promise(setImmediate);
      assert.equal(await isBusy(), 'idempotency_key_busy');
      assert.equal((await program.call({ path: '/batches' })).status, 200);
      broken.destroy();
      while ((await claimed()) > 0) await new Promise(setImmediate);

      const whole = slow();
      while ((await claimed()) === 0) await new Promise(setImmediate);
      assert.equal(await isBusy(), 'idempotency_key_busy');
      const [answer] = await Promise.all([once(whole, 'response'), whole.end(`20999,Anna,Rīgas iela 1,5,,\n`)]);
      assert.equal(answer[0].statusCode, 202);
      answer[0].resume();
    });

    it('whose key is revoked while its body comes in begins nothing and leaves nothing', async () => {
      const { server, count } = billing;
      const { id, token } = await keyFor(server);
      const [key, jobs, uploads] = [v7(), await count('jobs'), await count('uploads')];
      const parts = await count('upload_parts');
      const sent = request(`${server.url}/exchange/v1/imports/accounts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'text/csv' },
      });
      sent.write(accountsHeader);
      const { reader } = server.services.db;
      const claims = () => reader.selectFrom('idempotency_keys').where('key', '=', key).selectAll().execute();
      while ((await claims()).length === 0) await new Promise(setImmediate);
      await revokeKey(server.services, id, v7());
      const [answer] = await Promise.all([once(sent, 'response'), sent.end('20998,Anna,Rīgas iela 1,5,,\n')]);
      assert.equal(answer[0].statusCode, 401);
      answer[0].resume();
      assert.equal(await count('jobs'), jobs);
      assert.equal(await count('uploads'), uploads);
      assert.equal(await count('upload_parts'), parts);
      assert.deepEqual(await claims(), []);
    });

    it('that meets a fault is told to come again where that helps, and nothing of the inside', async () => {
      const { server, key } = billing;
      for (const [fault, status, code] of [
        [Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' }), 503, 'try_again'],
        [new Error('select * from accounts'), 500, 'internal'],
      ] as const) {
        const limits = { ...server.services.limits, consume: () => Promise.reject(fault) };
        const listening = new Koa().use(exchangeApi({ ...server.services, limits })).listen(0, '127.0.0.1');
        engine.atEnd(async () => listening.close());
        await once(listening, 'listening');
        const { port } = listening.address() as { port: number };
        const answer = await fetch(`http://127.0.0.1:${port}/exchange/v1/batches`, {
          headers: { authorization: `Bearer ${key.token}` },
        });
        assert.equal(answer.status, status);
        assert.equal(answer.headers.get('content-type'), 'application/problem+json');
        assert.equal(answer.headers.get('retry-after'), status === 503 ? '5' : null);
        const text = await answer.text();
        assert.equal((JSON.parse(text) as { code: string }).code, code);
        assert.doesNotMatch(text, insideWords);
        assert.doesNotMatch(text, /10\.0\.0\.1|accounts/);
        listening.closeAllConnections();
      }
    });

    it('too often for one key is told to wait before anything is taken in', async () => {
      const { server, program, count, town } = billing;
      const { id, token: busy } = await keyFor(server);
      const { limits } = server.services;
      await Promise.all(
        Array.from({ length: limitRules['api-key-change'].points }, () => limits.consume('api-key-change', id)),
      );
      const uploads = await count('uploads');
      const heard = await program.call({
        method: 'POST',
        path: '/imports/accounts',
        token: busy,
        body: town(1),
        type: 'text/csv',
      });
      assert.equal(heard.code, 'too_many');
      assert.ok(Number(heard.headers.get('retry-after')) > 0);
      assert.equal(await count('uploads'), uploads);
    });
  });
});
