import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { seedKiosk } from '../../../server/demo/seed-kiosk.ts';
import { forEachEngine } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('the demo’s kiosk', () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00Z' });
    });

    const seed = () => seedKiosk({ db: server.services.db, now: server.clock.now() }, 'manager@office.example');
    async function call(path: string, body: object, cookie = ''): Promise<Response> {
      return fetch(`${server.url}/kiosk/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
        body: JSON.stringify({ appVersion: '1.0.0', ...body }),
      });
    }
    const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

    it('has a new code at each start, and what was printed before opens nothing', async () => {
      const first = await seed();
      const second = await seed();
      assert.match(second, /^[A-Z\d]{4}-[A-Z\d]{4}$/);
      assert.equal((await call('enrol', { code: first })).status, 403);
      assert.equal((await call('enrol', { code: second })).status, 200);
    });

    it('is one kiosk, whose tablet goes on after the demo was started again, and whose code is good for days', async () => {
      const tablet = cookieOf(await call('enrol', { code: await seed() }));
      const code = await seed();
      assert.equal((await call('hello', {}, tablet)).status, 200);
      const kiosks = await server.services.db.reader.selectFrom('kiosks').select('id').execute();
      assert.equal(kiosks.length, 1);
      server.clock.advance(5 * 86_400_000);
      assert.equal((await call('enrol', { code })).status, 200);
    });
  });
});
