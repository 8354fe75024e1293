import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { holidays, openTown } from '../periods/town.ts';

forEachEngine((engine) => {
  describe('what becomes of a slip later', () => {
    it('W9: a reading that was outside the window counts when that is held open, and the slip needs nobody any more', async () => {
      const { server, manager, meter, readings } = await openTown(engine, '2026-12-01T10:00:00Z');
      const { reader } = server.services.db;
      const kiosk = await enrolKiosk(server);
      server.clock.set('2026-12-02T10:00:00Z');
      const slip = (typed: string, serial = 'C-1001') =>
        kiosk.slip({
          account: '10427',
          serial: 'C-1001',
          period: '2026-11',
          readings: [kiosk.reading(serial, [typed])],
          contact: '+371 2999 8877',
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
      const contacts = await reader.selectFrom('kiosk_slips').select(['id', 'content']).execute();
      assert.deepEqual(
        Object.fromEntries(contacts.map(({ id, content }) => [id, (JSON.parse(content) as KioskSlip).contact])),
        { [one.id]: null, [other.id]: other.contact },
      );
    });

    it('W9: what the office has entered by hand meanwhile stays so, and is not taken a second time', async () => {
      const { server, manager, meter, readings } = await openTown(engine, '2026-12-01T10:00:00Z');
      const kiosk = await enrolKiosk(server);
      server.clock.set('2026-12-02T10:00:00Z');
      const [own, other] = [kiosk.reading('C-1', ['1']), kiosk.reading('no such meter', ['2'])];
      const slip = kiosk.slip({ account: '10427', serial: 'C-1', period: '2026-11', readings: [own, other] });
      await kiosk.deliver(await kiosk.seal(slip));
      const decided = await manager.client.review.enter.mutate({
        meter: meter.id,
        period: '2026-11',
        seen: 0,
        values: { B: 2_000 },
        takenOn: '2026-12-02',
        rollover: false,
        override: false,
        reason: 'Called.',
        from: { slip: slip.id, reading: own.id },
      });
      assert.ok(decided.done, JSON.stringify(decided));
      server.clock.set('2026-12-03T10:00:00Z');
      await manager.client.windows.addException.mutate(holidays());
      const opened = await manager.client.kiosks.slip.mutate({ id: slip.id });
      assert.equal(opened.state, 'office');
      assert.equal(opened.readings[0]?.byOffice?.reading, decided.reading);
      assert.deepEqual(
        (await readings()).map(({ id, state }) => [id, state]),
        [[decided.reading, 'accepted']],
      );
    });
  });
});
