import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { officeRouter } from '../../../server/office-router.ts';
import { forEachEngine } from '../../support/databases.ts';
import { forgeries } from '../../support/forgeries.ts';
import { officeTries } from '../../support/office-tries/all.ts';
import { differences, everyRow } from '../../support/residents.ts';
import { hire } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const procedures = Object.keys(officeRouter._def.procedures);

forEachEngine((engine) => {
  describe('requests to the office that other sites forge', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });

    async function forge(path: string, input: unknown, cookie: string, one: (typeof forgeries)[number]): Promise<void> {
      const { method = 'POST', headers } = one;
      const body = JSON.stringify(input ?? {});
      const bare = method === 'GET' || method === 'HEAD';
      const query = bare ? `?input=${encodeURIComponent(body)}` : '';
      const answer = await fetch(`${server.url}/office/trpc/${path}${query}`, {
        method,
        headers: { ...headers, cookie },
        ...(bare ? {} : { body: new TextEncoder().encode(body) }),
      });
      const text = await answer.text();
      assert.ok(answer.status === 403 || answer.status === 400, `${answer.status} for ${one.title}`);
      assert.deepEqual(answer.headers.getSetCookie(), [], one.title);
      assert.doesNotMatch(text, /"result"/, one.title);
    }

    for (const path of procedures) {
      it(`execute nothing of ${path}`, async () => {
        const { least, input } = officeTries[path] ?? { least: 'administrator' };
        const actor = await hire(server, { role: least ?? 'clerk' });
        const sent = await input?.(server, actor);
        // Letters that the proper input asked for are not what a forgery did.
        await server.services.mail.work();
        const before = await everyRow(server);
        for (const one of forgeries) await forge(path, sent, least === null ? '' : actor.cookie, one);
        assert.deepEqual(differences(before, await everyRow(server)), []);
      });
    }
  });
});
