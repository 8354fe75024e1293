import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { appRouter } from '../../server/router.ts';
import { forEachEngine } from '../support/databases.ts';
import { addAccount, addMeter, addUser, type TestMeter } from '../support/household.ts';
import { TestDevice } from '../support/test-device.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const procedures = Object.keys(appRouter._def.procedures);
/** Those that leave the caller signed in. */
const repeatable = procedures.filter((name) => name !== 'auth.signOut');

/** Words that would give the inside away. */
const inside = /sqlite|postgres|select |insert |syntax|constraint|node_modules|\.ts:|at \w+ \(|zod|kysely|trpcerror/i;

forEachEngine((engine) => {
  describe('hostile input', () => {
    let server: TestServer;
    let device: TestDevice;
    let meter: TestMeter;
    before(async () => {
      server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
      const account = await addAccount(server.services, { number: '1001' });
      const anna = await addUser(server.services, { accounts: [account] });
      meter = await addMeter(server.services, account, { serial: '1' });
      device = await new TestDevice(server).signIn(anna, account.number);
    });

    /** Any JSON text as the body of a call, signed in. */
    async function call(procedure: string, body: string): Promise<{ status: number; text: string }> {
      const answer = await fetch(`${server.url}/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie: device.cookie },
        body,
      });
      return { status: answer.status, text: await answer.text() };
    }

    function assertCoded({ status, text }: { status: number; text: string }, sent: string): void {
      assert.ok(status >= 200 && status < 500, `${status} for ${sent}`);
      assert.doesNotMatch(text, inside, `for ${sent}`);
      if (status >= 400) assert.match(text, /"problem":\{"code":"[a-z_]+"/, `for ${sent}`);
    }

    const texts = [
      '\u0000',
      '\ud800',
      '__proto__',
      "'; drop table readings; --",
      '<img src=x onerror=alert(1)>',
      '‮',
      'é'.repeat(3_000),
    ];
    const json = fc.oneof(
      fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
      fc.constantFrom<fc.JsonValue>(...texts, 1e308, -0, [], {}, null),
    );

    for (const procedure of procedures) {
      it(`${procedure} answers random JSON with a coded 4xx, never from the inside`, async () => {
        if (procedure === 'auth.signOut') return signOutOnceMore();
        await fc.assert(
          fc.asyncProperty(json, async (value) => {
            const sent = JSON.stringify(value);
            assertCoded(await call(procedure, sent), sent);
          }),
          { numRuns: 60 },
        );
      });
    }

    /** Its input is ignored, so only the first call is signed in; the others are refused. */
    async function signOutOnceMore(): Promise<void> {
      const other = new TestDevice(server);
      other.cookie = 'meterbook=0000000000000000000000000000000000000000';
      await assert.rejects(other.client.auth.signOut.mutate());
    }

    it('in the place of a field of a well-formed push is a coded 4xx or a rejected operation', async () => {
      const good = device.reading(meter, { period: '2017-07', values: { B: 1 } });
      const envelope = {
        protocol: 1,
        app: 'test',
        stream: device.stream,
        user: device.user?.id,
        deviceTime: '2017-07-20T06:00:00.000Z',
        ops: [good],
      };
      const places = pathsOf(envelope);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), json, async (path, value) => {
          const fresh = { ...envelope, ops: [{ ...good, id: v7() }] };
          const sent = JSON.stringify(replaced(fresh, path, value));
          const answer = await call('sync.push', sent);
          assertCoded(answer, sent);
          if (answer.status !== 200) return;
          const { results } = JSON.parse(answer.text).result.data;
          for (const { outcome } of results)
            assert.ok(['rejected', 'conflict'].includes(outcome), `${outcome} for ${sent}`);
        }),
        { numRuns: 300 },
      );
    });

    it('that is nested a hundred thousand levels deep is refused', async () => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      for (const procedure of repeatable) assertCoded(await call(procedure, deep), 'deep nesting');
      const operation = device.reading(meter, { period: '2017-07', values: { B: 1 } });
      const body = JSON.stringify({ ...operation, body: { x: 'HERE' } }).replace('"HERE"', deep);
      const sent = `{"protocol":1,"app":"","stream":"${device.stream}","user":"${device.user?.id}","deviceTime":"2017-07-20T06:00:00.000Z","ops":[${body}]}`;
      const answer = await call('sync.push', sent);
      assert.equal(answer.status, 200);
      assert.match(answer.text, /"outcome":"rejected","problems":\[\{"code":"malformed"/);
    });

    it('that is not JSON at all is refused', async () => {
      for (const body of ['', '{', 'undefined', '{"a":1}{"b":2}', '\u0000']) {
        for (const procedure of repeatable) {
          const answer = await call(procedure, body);
          assertCoded(answer, body);
          assert.ok(answer.status >= 400);
        }
      }
    });

    it('cannot call a procedure that does not exist', async () => {
      for (const name of ['', 'sync', 'sync.', 'sync.nothing', '__proto__', 'constructor', 'sync.push,sync.pull']) {
        const answer = await call(name, '{}');
        assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${name}`);
        assert.doesNotMatch(answer.text, inside);
      }
    });
  });
});

/** Every place in a JSON value, as the keys that lead there. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? replaced(item, rest, by) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
}
