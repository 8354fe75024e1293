import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('printing at a kiosk', () => {
    let server: TestServer;
    let dace: TestStaff;
    let ilze: TestStaff;
    let kiosk: TestKiosk;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00Z' });
      dace = await hire(server, { role: 'manager' });
      ilze = await hire(server, { role: 'clerk' });
      kiosk = await enrolKiosk(server);
    });

    const codeOf = async (work: Promise<unknown>): Promise<string> => (await problemOf(work)).code;
    const set = (prints: boolean, by = dace, id = kiosk.id) => by.client.kiosks.setPrinting.mutate({ id, prints });
    const listed = async () =>
      (await dace.client.kiosks.list.query()).find(({ id }) => id === kiosk.id)?.prints ?? null;
    async function greeted(): Promise<boolean> {
      await kiosk.hello();
      return kiosk.greeting.prints;
    }

    it('is not there as long as nobody says that it prints without asking', async () => {
      assert.equal(kiosk.greeting.prints, false, 'told when it was enrolled');
      assert.equal(await greeted(), false);
      assert.equal(await listed(), false);
    });

    it('is let by a manager alone, at kiosks that there are and that were not revoked', async () => {
      assert.equal(await codeOf(set(true, ilze)), 'forbidden');
      assert.equal(await codeOf(set(true, dace, v7())), 'not_found');
      const revoked = await enrolKiosk(server);
      await revokeKiosk(server.services, revoked.id, 'test');
      assert.equal(await codeOf(set(true, dace, revoked.id)), 'changed_meanwhile');
      assert.equal(await greeted(), false);
    });

    it('is told to the tablet at its next contact, goes again, and each is noted', async () => {
      for (const prints of [true, false]) {
        await set(prints);
        assert.equal(await greeted(), prints);
        assert.equal(await listed(), prints);
        const row = await server.services.db.reader
          .selectFrom('audit')
          .select(['actor', 'subject', 'detail'])
          .where('action', '=', 'set-kiosk-printing')
          .orderBy('seq', 'desc')
          .executeTakeFirst();
        assert.deepEqual(row, { actor: dace.id, subject: kiosk.id, detail: JSON.stringify({ prints }) });
      }
    });
  });
});
