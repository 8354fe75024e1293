import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { appRouter } from '../../server/router.ts';
import type { Operation } from '../../shared/operation.ts';
import { forEachEngine } from '../support/databases.ts';
import { furnish, type Home } from '../support/home.ts';
import type { TestMeter } from '../support/household.ts';
import { seal, type TestDevice } from '../support/test-device.ts';

const procedures = Object.keys(appRouter._def.procedures);
/** Those that leave the caller signed in. */
const repeatable = procedures.filter((name) => name !== 'auth.signOut');

/** Those that look at what is sent. */
const reading = repeatable.filter(takesInput);

/** Words that would give the inside away. */
const inside = /sqlite|postgres|select |insert |syntax|constraint|node_modules|\.ts:|at \w+ \(|zod|kysely|trpcerror/i;

forEachEngine((engine) => {
  describe('hostile input', () => {
    let home: Home;
    let device: TestDevice;
    let meter: TestMeter;
    before(async () => {
      home = await furnish(engine);
      meter = await home.meter();
      device = await home.device();
    });

    /** Any JSON text as the body of a call, signed in. */
    async function call(
      procedure: string,
      body: string,
      cookie = device.cookie,
    ): Promise<{ status: number; text: string }> {
      const answer = await fetch(`${home.server.url}/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
        body,
      });
      return { status: answer.status, text: await answer.text() };
    }

    function assertCoded({ status, text }: { status: number; text: string }, sent: string): void {
      assert.ok(status >= 200 && status < 500, `${status} for ${sent}`);
      // Forty-three random letters may be any word.
      const ours = text.replace(/"challenge":"[\w-]{43}"/, '');
      assert.doesNotMatch(ours, inside, `for ${sent}`);
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
        // Only the first sign-out would find a session, so it is tried without one: refused, and coded.
        const cookie = procedure === 'auth.signOut' ? 'meterbook=0' : device.cookie;
        await fc.assert(
          fc.asyncProperty(json, async (value) => {
            const sent = JSON.stringify(value);
            assertCoded(await call(procedure, sent, cookie), sent);
          }),
          { numRuns: 60 },
        );
      });
    }

    it('in the place of a field of a well-formed push is refused, or does no harm; nothing fails inside', async () => {
      const good = device.reading(meter, { period: '2017-07', values: { B: 1 } });
      const envelope = {
        protocol: 1,
        app: 'test',
        stream: device.stream,
        user: device.user?.id,
        deviceTime: '2017-07-20T06:00:00.000Z',
        ops: [good],
      };
      const places = pathsOf(envelope).filter((path) => path.at(-1) !== 'hash');
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), json, async (path, value) => {
          // A place of its own in a stream of its own, and a hash that is right: the rules get to see it.
          const fresh = { ...envelope, ops: [{ ...good, id: v7(), stream: v7() }] };
          const mutated = replaced(fresh, path, value) as typeof fresh;
          const sent = JSON.stringify({ ...mutated, ops: sealedAgain(mutated.ops) });
          const answer = await call('sync.push', sent);
          assertCoded(answer, sent);
          if (answer.status !== 200) return;
          const { results } = JSON.parse(answer.text).result.data;
          // Whatever breaks inside a transaction is answered with `retry`.
          for (const { outcome } of results) assert.notEqual(outcome, 'retry', sent);
        }),
        { numRuns: 300 },
      );
    });

    it('finds an operation with a right hash and a wrong body refused and kept in the ledger (I7)', async () => {
      const good = device.reading(meter, { period: '2017-07', values: { B: 1 } });
      for (const [field, value, path] of [
        ['period', '2017-13', 'body.period'],
        ['values', { B: -1 }, 'body.values.B'],
        ['values', { b: 1 }, 'body.values.b'],
        ['meter', "'; drop table readings; --", 'body.meter'],
        ['surplus', 1, 'body'],
      ] as const) {
        const body = { ...good.body, [field]: value };
        const wrong = seal({ ...good, id: v7(), stream: v7(), body } as typeof good);
        const [result] = await device.push(wrong);
        assert.deepEqual([result?.outcome, result?.problems], ['rejected', [{ code: 'malformed', path }]]);
        assert.equal((await home.ledger(wrong.id))?.outcome, 'rejected');
      }
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
        for (const procedure of repeatable) assertCoded(await call(procedure, body), body);
        for (const procedure of reading) assert.ok((await call(procedure, body)).status >= 400, procedure);
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

function takesInput(name: string): boolean {
  const procedures = appRouter._def.procedures as Readonly<Record<string, unknown>>;
  return (procedures[name] as { _def: { inputs: readonly unknown[] } })._def.inputs.length > 0;
}

/** With a right hash wherever a hash can be calculated. */
function sealedAgain(ops: unknown): unknown {
  if (!Array.isArray(ops)) return ops;
  return ops.map((operation) => {
    try {
      return seal(operation as Operation);
    } catch {
      return operation;
    }
  });
}

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
