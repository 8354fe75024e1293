import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { FakeStripe } from '../../support/fake-stripe.ts';
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

const json = 'application/json';
const own = { 'content-type': json, 'x-meterbook': '1' };

/** What another site can make the browser of a resident send, and what no page of ours sends. */
const forgeries: readonly { title: string; method?: string; headers: Record<string, string> }[] = [
  { title: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { title: 'a form with files', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  { title: 'a form of plain text', headers: { 'content-type': 'text/plain' } },
  {
    title: 'a form of plain text that says it is JSON',
    headers: { 'content-type': 'text/plain; charset=application/json' },
  },
  { title: 'a form with our header', headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' } },
  { title: 'plain text with our header', headers: { ...own, 'content-type': 'text/plain' } },
  { title: 'nothing about its type', headers: { 'content-type': '', 'x-meterbook': '1' } },
  { title: 'JSON of another kind', headers: { ...own, 'content-type': 'application/csp-report' } },
  { title: 'JSON without our header', headers: { 'content-type': json } },
  { title: 'JSON with our header empty', headers: { 'content-type': json, 'x-meterbook': '' } },
  { title: 'a fetch from another site', headers: { ...own, 'sec-fetch-site': 'cross-site' } },
  { title: 'a fetch from a site beside ours', headers: { ...own, 'sec-fetch-site': 'same-site' } },
  { title: 'a fetch from the address bar', headers: { ...own, 'sec-fetch-site': 'none' } },
  { title: 'PUT', method: 'PUT', headers: own },
  { title: 'PATCH', method: 'PATCH', headers: own },
  { title: 'DELETE', method: 'DELETE', headers: own },
  { title: 'GET', method: 'GET', headers: own },
  { title: 'HEAD', method: 'HEAD', headers: own },
  { title: 'OPTIONS', method: 'OPTIONS', headers: own },
  {
    title: 'POST that is to be taken for a query',
    headers: { ...own, 'sec-fetch-site': 'cross-site', 'x-http-method-override': 'GET' },
  },
];

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
