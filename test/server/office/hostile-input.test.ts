import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { officeRouter } from '../../../server/office-router.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts, insideWords } from '../../support/hostile.ts';
import { officeTries } from '../../support/office-tries/all.ts';
import { hire } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

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
        });
      }
    }
  });
});
