import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { receiptNumber } from '../../../shared/kiosk-slip.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addBilledReading, addMeter, addReading, lockPeriod } from '../../support/household.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';

const contact = '+371 2912 3456';

forEachEngine((engine) => {
  describe('a reading from a kiosk that waits', () => {
    let home: KioskHome;
    let dace: TestStaff;
    before(async () => {
      home = await furnishWithKiosk(engine);
      dace = await hire(home.server, { role: 'manager' });
    });
    beforeEach(() => home.server.clock.set('2017-07-20T09:00:00+03:00'));

    const open = (reading: string) => dace.client.review.open.mutate({ reading });
    /** Far above what can be used (U2). */
    async function hang(): Promise<MeterOnWall> {
      const meter = await home.hang();
      await addBilledReading(home.server.services, meter, { period: '2017-06', values: { B: 1_000 } });
      return meter;
    }
    const impossible = ['90000'];

    it('is the only one with a slip: one that came another way has none', async () => {
      const meter = await hang();
      const waits = { period: july, values: { B: 9 }, state: 'review' } as const;
      const reading = await addReading(home.server.services, meter, waits);
      assert.equal((await open(reading)).slip, null);
    });

    it('shows the contact that was left, the language, and the slip', async () => {
      const slip = { ...home.slipOf(await hang(), impossible, { contact }), language: 'ru' as const };
      const [{ outcome } = {}] = await home.hand(slip);
      assert.equal(outcome, 'received');
      assert.equal((await home.slipRow(slip.id))?.state, 'entered');
      const shown = await open(slip.readings[0]?.id as string);
      assert.deepEqual(shown.slip, { id: slip.id, contact, language: 'ru' });
      assert.ok(shown.kinds.includes('kiosk'));
      assert.equal((await home.slipRow(slip.id))?.receipt, receiptNumber(slip.id));
    });

    it('is told as waiting at its slip, with what the resident has confirmed, until it is decided', async () => {
      const meter = await hang();
      const slip = home.slipOf(meter, impossible);
      const [reading] = slip.readings;
      if (reading) reading.claims = { ...reading.claims, confirmed: ['B'] };
      await home.hand(slip);
      const look = async () => {
        const opened = await dace.client.kiosks.slip.mutate({ id: slip.id });
        const { rows } = await dace.client.kiosks.slips.query({ state: 'all', after: null });
        const row = rows.find(({ id }) => id === slip.id);
        const [one] = opened.readings;
        return [opened.state, opened.inReview, row?.inReview, one?.outcome, one?.inReview, one?.confirmed];
      };
      assert.deepEqual(await look(), ['entered', true, true, 'review', true, ['B']]);
      const { seen } = await open(reading?.id as string);
      await dace.client.review.refuse.mutate({ reading: reading?.id as string, seen, reason: 'Misread.' });
      assert.deepEqual(await look(), ['entered', false, false, 'review', false, ['B']]);
    });

    it('shows them where nothing was left, and where it came late', async () => {
      const slip = home.slipOf(await hang(), impossible);
      await home.hand(slip);
      assert.deepEqual((await open(slip.readings[0]?.id as string)).slip, {
        id: slip.id,
        contact: null,
        language: 'lv',
      });
    });

    it('shows them of what a revoked kiosk brought, once it is taken in', async () => {
      const meter = await hang();
      const kiosk = await enrolKiosk(home.server);
      const slip = kiosk.slip({
        account: home.account.number,
        serial: meter.serial,
        period: july,
        readings: [kiosk.reading(meter.serial, impossible)],
        contact,
      });
      const envelope = await kiosk.seal(slip);
      await revokeKiosk(home.server.services, kiosk.id, dace.id);
      await kiosk.deliver(envelope);
      await dace.client.kiosks.takeIn.mutate({ id: slip.id });
      assert.equal((await open(slip.readings[0]?.id as string)).slip?.contact, contact);
    });

    it('belongs to the slip that brought it, whatever another one says later', async () => {
      const meter = await hang();
      const first = home.slipOf(meter, impossible, { contact });
      await home.hand(first);
      const [reading] = first.readings;
      assert.ok(reading);
      const second = home.slipOf(meter, impossible, { readings: [reading], contact: 'somebody else' });
      await home.hand(second);
      assert.deepEqual((await open(reading.id)).slip, { id: first.id, contact, language: 'lv' });
    });

    it('says whether anybody of the account uses the portal, and how it can be reached', async () => {
      const { services } = home.server;
      const slip = home.slipOf(await hang(), impossible, { contact });
      await home.hand(slip);
      assert.equal((await open(slip.readings[0]?.id as string)).isRead, true);
      const account = await addAccount(services, { number: '7007' });
      await services.db.write((tx) =>
        tx.updateTable('accounts').set({ phone: '+371 6540 0000' }).where('id', '=', account.id).execute(),
      );
      const meter = { ...(await addMeter(services, account, { serial: 'N-7007' })), serial: 'N-7007' };
      await addBilledReading(services, meter, { period: '2017-06', values: { B: 1_000 } });
      const nobodys = home.slipOf(meter, impossible, { account: '7007' });
      await home.hand(nobodys);
      const shown = await open(nobodys.readings[0]?.id as string);
      assert.deepEqual([shown.isRead, shown.account.phone, shown.account.email], [false, '+371 6540 0000', null]);
    });

    it('shows them where it came after the lock (W6)', async () => {
      await lockPeriod(home.server.services, july);
      const slip = home.slipOf(await hang(), ['5'], { contact });
      await home.hand(slip);
      const shown = await open(slip.readings[0]?.id as string);
      assert.deepEqual([shown.reading.state, shown.slip?.contact], ['late', contact]);
    });
  });
});
