import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { FakeStripe } from '../../support/fake-stripe.ts';
import { forgeries } from '../../support/forgeries.ts';
import { noMailServer } from '../../support/mail-intents.ts';
import {
  call,
  differences,
  everyRow,
  moveIn,
  procedures,
  properInputs,
  type TestResident,
} from '../../support/residents.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('forged requests', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        smtp: noMailServer,
        payments: (await FakeStripe.start(engine)).provider(),
      });
    });

    async function forge(procedure: string, anna: TestResident, input: unknown, one: (typeof forgeries)[number]) {
      const { method = 'POST', headers } = one;
      const body = JSON.stringify(input ?? {});
      const bare = method === 'GET' || method === 'HEAD';
      const query = bare ? `?input=${encodeURIComponent(body)}` : '';
      const answer = await fetch(`${server.url}/trpc/${procedure}${query}`, {
        method,
        headers: { ...headers, cookie: anna.device.cookie },
        // As bytes: for a text `fetch` names a type of its own.
        ...(bare ? {} : { body: new TextEncoder().encode(body) }),
      });
      const text = await answer.text();
      assert.ok(answer.status === 403 || answer.status === 400, `${answer.status} for ${one.title}`);
      assert.deepEqual(answer.headers.getSetCookie(), [], one.title);
      if (method !== 'HEAD') assert.match(text, /"problem":\{"code":"(forbidden|bad_input)"/, one.title);
      assert.doesNotMatch(text, /"result"/, one.title);
    }

    for (const procedure of procedures) {
      it(`execute nothing of ${procedure}, which our own page could call`, async () => {
        server.clock.advance(3_600_001);
        const anna = await moveIn(server, 'Anna');
        const input = await properInputs[procedure]?.(server, anna);
        const before = await everyRow(server);
        for (const one of forgeries) await forge(procedure, anna, input, one);
        assert.deepEqual(differences(before, await everyRow(server)), []);
        const { problem } = await call(server, procedure, { input, cookie: anna.device.cookie });
        assert.equal(problem, null);
      });
    }
  });
});
