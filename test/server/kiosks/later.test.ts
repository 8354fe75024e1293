import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addUser } from '../../support/household.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { settle } from '../../support/office-tries/people.ts';
import { hire } from '../../support/staff.ts';
import { startTestServer } from '../../support/test-server.ts';
import { holidays, openTown } from '../periods/town.ts';

forEachEngine((engine) => {
  describe('what becomes of a slip later', () => {
    it('W9: a reading that was outside the window counts when that is held open, and the slip needs nobody any more', async () => {
      const { server, manager, meter, readings } = await openTown(engine, '2026-12-01T10:00:00Z');
      const { reader } = server.services.db;
      const kiosk = await enrolKiosk(server);
      server.clock.set('2026-12-02T10:00:00Z');
      const slip = (typed: string, serial = 'C-1') =>
        kiosk.slip({
          account: '10427',
          serial: 'C-1',
          period: '2026-11',
          readings: [kiosk.reading(serial, [typed])],
        });
      const [one, other] = [slip('1'), slip('2', 'no such meter')];
      await kiosk.deliver(await kiosk.seal(one), await kiosk.seal(other));
      const states = async () =>
        Object.fromEntries(
          (await reader.selectFrom('kiosk_slips').select(['id', 'state']).execute()).map(({ id, state }) => [
            id,
            state,
          ]),
        );
      assert.deepEqual(await states(), { [one.id]: 'office', [other.id]: 'office' });
      const page = await manager.client.accounts.open.mutate({ account: meter.account });
      assert.deepEqual(
        page.rejected.map(({ by, problems }) => [by, problems[0]?.code]),
        [[kiosk.name, 'outside_window']],
      );

      server.clock.set('2026-12-03T10:00:00Z');
      await manager.client.windows.addException.mutate(holidays());
      assert.deepEqual(
        (await readings()).map(({ id, state, received_at }) => ({ id, state, received_at })),
        [{ id: one.readings[0]?.id, state: 'accepted', received_at: '2026-12-02T10:00:00.000Z' }],
      );
      const taken = await reader.selectFrom('readings').select('source').executeTakeFirstOrThrow();
      assert.equal(taken.source, 'kiosk');
      assert.deepEqual(await states(), { [one.id]: 'entered', [other.id]: 'office' });
      const row = await reader
        .selectFrom('kiosk_slips')
        .where('id', '=', one.id)
        .select('results')
        .executeTakeFirstOrThrow();
      assert.deepEqual(JSON.parse(row.results), [{ id: one.readings[0]?.id, outcome: 'accepted', problems: [] }]);
    });

    it('a deleted person cannot be reached by it any more, unless the account is somebody else’s too', async () => {
      const server = await startTestServer(engine, { company: 'dgservic', now: '2017-07-20T09:00:00+03:00' });
      const { services } = server;
      const administrator = await hire(server, { role: 'administrator' });
      const person = await settle(server);
      const shared = await addAccount(services, { number: '20202' });
      await addUser(services, { name: 'Juris', accounts: [shared] });
      const { people } = administrator.client;
      await people.link.mutate({ user: person.id, account: shared.number });
      const kiosk = await enrolKiosk(server);
      const contact = '+371 2999 8877';
      const leave = async (account: { id: string; number: string }): Promise<KioskSlip> => {
        await addMeter(services, account, { serial: 'C-1' });
        const readings = [kiosk.reading('C-1', ['1'])];
        const slip = kiosk.slip({ account: account.number, serial: 'C-1', period: '2017-07', readings, contact });
        assert.equal((await kiosk.deliver(await kiosk.seal(slip)))[0]?.outcome, 'received');
        return slip;
      };
      const [own, both] = [await leave(person.account), await leave(shared)];
      const { seal } = await people.previewDeletion.query({ user: person.id });
      await people.remove.mutate({ user: person.id, typed: person.name, seal });
      const kept = async ({ id }: KioskSlip) => {
        const row = await services.db.reader
          .selectFrom('kiosk_slips')
          .where('id', '=', id)
          .select('content')
          .executeTakeFirstOrThrow();
        return JSON.parse(row.content) as KioskSlip;
      };
      assert.deepEqual(await kept(own), { ...own, contact: null });
      assert.deepEqual(await kept(both), both);
    });
  });
});
