import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { typedKept } from '../../../server/kiosks/slip-keeping.ts';
import { sweepKiosks } from '../../../server/kiosks/sweep.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

/** Each of them is found nowhere but where it was typed. */
const contact = 'unmistakable@example.lv';
const serial = 'SERIAL-73519';
const wrongSerial = 'SERIAL-80246';
const nobodys = 'ACCOUNT-95173';
const typed = '24680 x';
const note = 'Called Anna about it.';

forEachEngine((engine) => {
  describe('of what was left at kiosks the audit log', () => {
    let home: KioskHome;
    let manager: TestStaff;
    before(async () => {
      home = await furnishWithKiosk(engine);
      manager = await hire(home.server, { role: 'manager' });
    });

    const log = async () => {
      const { db } = home.server.services;
      const rows = await db.reader.selectFrom('audit').selectAll().orderBy('seq').execute();
      return rows.map(({ actor, action, subject, detail }) => ({ actor, action, subject, detail }));
    };

    it('has nothing of what was typed, nor of the office’s note, whatever becomes of a slip', async () => {
      const meter = await home.hang({ serial });
      const revoked = await enrolKiosk(home.server);
      const slip = (text: string, over: Partial<KioskSlip> = {}, at = home.kiosk) =>
        at.slip({
          account: home.account.number,
          serial,
          period: july,
          readings: [at.reading(serial, [text])],
          contact,
          ...over,
        });
      const review = slip('5', {
        readings: [home.kiosk.reading(serial, ['5'], { claims: { ...noClaims, replaced: true } })],
      });
      const waiting = [
        slip(typed),
        slip('5', { serial: wrongSerial }),
        slip('5', { account: nobodys }),
        slip(typed, { readings: [home.kiosk.reading(wrongSerial, [typed])] }),
      ];
      for (const one of [review, ...waiting]) await home.hand(one);
      const held = [slip('6', {}, revoked), slip(typed, {}, revoked)] as const;
      const envelopes = [await revoked.seal(held[0]), await revoked.seal(held[1])];
      await revokeKiosk(home.server.services, revoked.id, manager.id);
      await revoked.deliver(...envelopes, { ...envelopes[0], sealed: contact });
      await problemOf(home.kiosk.client.lookUp.mutate({ account: home.account.number, serial: wrongSerial }));
      await problemOf(home.kiosk.client.lookUp.mutate({ account: nobodys, serial }));
      await home.kiosk.client.lookUp.mutate({ account: home.account.number, serial });

      const { kiosks, review: desk } = manager.client;
      for (const { id } of [review, ...waiting, ...held]) await kiosks.slip.mutate({ id });
      for (const { id } of waiting) await kiosks.settle.mutate({ id, note });
      await kiosks.takeIn.mutate({ id: held[0].id });
      await kiosks.settleHeld.mutate({ id: held[1].id, note });
      const reading = (await home.readings(meter)).find(({ state }) => state === 'review')?.id as string;
      const { seen } = await desk.open.mutate({ reading });
      await desk.refuse.mutate({ reading, seen, reason: 'So it is.' });
      home.server.clock.advance(typedKept);
      await sweepKiosks(home.server.services);

      const rows = await log();
      const actions = new Set<string>(rows.map(({ action }) => action));
      for (const noted of ['settle-slip', 'take-in-held-slip', 'view-slip', 'kiosk-proof-wrong', 'kiosk-look-up']) {
        assert.ok(actions.has(noted), noted);
      }
      for (const secret of [contact, serial, wrongSerial, nobodys, typed, note, 'Anna']) {
        const telling = rows.filter((row) => JSON.stringify(row).includes(secret));
        assert.deepEqual(telling, [], secret);
      }
    });
  });
});
