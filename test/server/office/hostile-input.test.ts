import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { officeRouter } from '../../../server/office-router.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts, insideWords } from '../../support/hostile.ts';
import { officeTries } from '../../support/office-tries/all.ts';
import { hire } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Places in a list as pages give them out, with what no page gives: a sign that PostgreSQL has in no text, as an escape, and others. */
const places = [
  ['["A\\u0000","b"]', '["A","\\u0000"]', '[1,"\\u0000"]', '[0,"\\ud800"]', '["2026-11-28","\\u0000"]'],
  ['[1e308,"A"]', '[-1e308,"A"]', '[0.5,"A"]', '[9007199254740993,"A"]', '[2147483648,"A"]', '["0000-00-00","A"]'],
  ...['number', 'serial', 'holder'].map((by) => [
    JSON.stringify({ by, after: '\0' }),
    JSON.stringify({ by, after: 'a', id: '\0' }),
  ]),
  [JSON.stringify({ by: 'building', word: '\0', building: '\0', premises: '\0' })],
  [
    '2026-11-28T09:00:00.000Z,1e308',
    '2026-11-28T09:00:00.000Z \\u0000',
    '\\u0000',
    '%00',
    'null',
    '"\\u0000"',
    '[]',
    '{',
  ],
].flat();

/** Whoever followed it level by level would have no stack left. */
const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

const procedures = Object.keys(officeRouter._def.procedures);

forEachEngine((engine) => {
  describe('hostile input to the office', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });

    async function call(path: string, body: string, cookie: string): Promise<void> {
      const answer = await fetch(`${server.url}/office/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
        body,
      });
      const text = await answer.text();
      assert.ok(answer.status < 500, `${answer.status} for ${body.slice(0, 200)}`);
      if (answer.status < 400) return;
      assert.match(text, /"problem":\{"code":"[a-z_]+"/, `for ${body.slice(0, 200)}`);
      assert.doesNotMatch(text, insideWords, `for ${body.slice(0, 200)}`);
    }

    for (const path of procedures.filter((one) => one !== 'staff.signOut')) {
      const { least, input } = officeTries[path] ?? { least: 'administrator' };

      it(`${path} answers what is no JSON, and random JSON, with a coded 4xx`, async () => {
        const cookie = least === null ? '' : (await hire(server, { role: least })).cookie;
        for (const body of ['', '{', 'null', '[]', '"a"', '1e999', '{"__proto__":{"role":"administrator"}}', deep]) {
          await call(path, body, cookie);
        }
        const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<fc.JsonValue>(...hostileTexts));
        await fc.assert(
          fc.asyncProperty(json, (value) => call(path, JSON.stringify(value), cookie)),
          { numRuns: 10 },
        );
      });

      if (input) {
        it(`${path} answers hostile texts in each of its fields with a coded 4xx, or takes them as texts`, async () => {
          const actor = await hire(server, { role: least ?? 'clerk' });
          const cookie = least === null ? '' : actor.cookie;
          const proper = (await input(server, actor)) as Record<string, unknown>;
          if (typeof proper !== 'object' || proper === null) return;
          for (const field of Object.keys(proper)) {
            for (const hostile of [...hostileTexts, null, -1, 1e308, [], {}, ['x'], true]) {
              await call(path, JSON.stringify({ ...proper, [field]: hostile }), cookie);
            }
            const { [field]: _, ...less } = proper;
            await call(path, JSON.stringify(less), cookie);
          }
          await call(path, JSON.stringify({ ...proper, more: 1 }), cookie);
          if (!('after' in proper)) return;
          for (const after of places) {
            // A place is that of a page whatever else was looked for.
            for (const text of ['text' in proper ? '' : undefined, proper.text]) {
              await call(path, JSON.stringify({ ...proper, after, ...(text !== undefined && { text }) }), cookie);
            }
          }
        });
      }
    }
  });
});
