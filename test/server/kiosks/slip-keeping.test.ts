import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { typedKept } from '../../../server/kiosks/slip-keeping.ts';
import { sweepKiosks } from '../../../server/kiosks/sweep.ts';
import type { KioskReading, KioskSlip } from '../../../shared/kiosk-slip.ts';
import { noClaims } from '../../../shared/reading.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';

const contact = '+371 2912 3456';
const inWindow = '2017-07-20T09:00:00+03:00';

forEachEngine((engine) => {
  describe('of what a resident leaves at a kiosk', () => {
    let home: KioskHome;
    let dace: TestStaff;
    let manager: TestStaff;
    before(async () => {
      home = await furnishWithKiosk(engine);
      dace = await hire(home.server, { role: 'clerk' });
      manager = await hire(home.server, { role: 'manager' });
    });

    const row = async (id: string) => {
      const found = await home.slipRow(id);
      assert.ok(found);
      return found;
    };
    const kept = async ({ id }: Pick<KioskSlip, 'id'>): Promise<KioskSlip> => JSON.parse((await row(id)).content);
    const contactOf = async (slip: KioskSlip) => (await kept(slip)).contact;
    const sweep = () => sweepKiosks(home.server.services);
    const settle = (id: string) => manager.client.kiosks.settle.mutate({ id, note: 'Called.' });

    /** It waits in the review, because the meter is said to be another one. */
    const inReview = ({ serial }: MeterOnWall, typed = '5'): KioskReading =>
      home.kiosk.reading(serial, [typed], { claims: { ...noClaims, replaced: true } });
    const unreadable = ({ serial }: MeterOnWall): KioskReading => home.kiosk.reading(serial, ['x']);
    const plain = ({ serial }: MeterOnWall, typed = '5'): KioskReading => home.kiosk.reading(serial, [typed]);

    async function leave(...readings: KioskReading[]): Promise<KioskSlip> {
      home.server.clock.set(inWindow);
      const slip = home.kiosk.slip({
        account: home.account.number,
        serial: readings[0]?.serial ?? '',
        period: july,
        readings,
        contact,
      });
      const [result] = await home.hand(slip);
      assert.equal(result?.outcome, 'received');
      return slip;
    }
    async function decide(reading: KioskReading | undefined, how: 'accept' | 'refuse' | 'correct'): Promise<void> {
      const { review } = dace.client;
      const id = reading?.id as string;
      const { seen } = await review.open.mutate({ reading: id });
      const reason = 'So it is.';
      const made = { reading: id, seen, override: true, reason };
      const decided =
        how === 'refuse'
          ? await review.refuse.mutate({ reading: id, seen, reason })
          : how === 'accept'
            ? await review.accept.mutate({ ...made, rollover: null })
            : await review.correct.mutate({ ...made, values: { B: 6_000 }, rollover: false });
      assert.ok(decided.done);
    }

    async function enter({ id }: MeterOnWall, from?: { slip: string; reading: string }): Promise<void> {
      const { review } = dace.client;
      const { seen } = await review.entryBasis.query({ meter: id, period: july });
      const entered = await review.enter.mutate({
        meter: id,
        period: july,
        seen,
        values: { B: 6_000 },
        takenOn: '2017-07-19',
        rollover: false,
        override: true,
        reason: 'Read anew.',
        ...(from && { from }),
      });
      assert.ok(entered.done);
    }

    it('how to reach them is kept as long as the office has not settled what could not be entered', async () => {
      const meter = await home.hang();
      const slip = await leave(plain(meter), unreadable(await home.hang()));
      home.server.clock.advance(2 * typedKept);
      await sweep();
      assert.deepEqual(await kept(slip), slip);
      assert.equal((await row(slip.id)).done_at, null);
      await settle(slip.id);
      assert.deepEqual(await kept(slip), { ...slip, contact: null });
    });

    it('how to reach them is kept as long as what a revoked kiosk brought is held, and goes when it is taken in', async () => {
      home.server.clock.set(inWindow);
      const kiosk = await enrolKiosk(home.server);
      const meter = await home.hang();
      const slip = kiosk.slip({
        account: home.account.number,
        serial: meter.serial,
        period: july,
        readings: [kiosk.reading(meter.serial, ['5'])],
        contact,
      });
      const envelope = await kiosk.seal(slip);
      await revokeKiosk(home.server.services, kiosk.id, manager.id);
      assert.equal((await kiosk.deliver(envelope))[0]?.outcome, 'held');
      await sweep();
      assert.deepEqual(await kept(slip), slip);
      await manager.client.kiosks.takeIn.mutate({ id: slip.id });
      assert.deepEqual(await kept(slip), { ...slip, contact: null });
    });

    it('how to reach them is not kept at all where everything is entered at once', async () => {
      const slip = await leave(plain(await home.hang()));
      const { state, done_at, received_at } = await row(slip.id);
      assert.deepEqual([state, done_at], ['entered', received_at]);
      assert.deepEqual(await kept(slip), { ...slip, contact: null });
    });

    for (const how of ['accept', 'refuse', 'correct'] as const) {
      it(`how to reach them goes when the last reading in review is decided: ${how}`, async () => {
        const slip = await leave(inReview(await home.hang()), inReview(await home.hang()));
        await sweep();
        assert.equal((await row(slip.id)).state, 'entered');
        assert.equal(await contactOf(slip), contact);
        await decide(slip.readings[0], how);
        assert.equal(await contactOf(slip), contact);
        await decide(slip.readings[1], how);
        assert.equal(await contactOf(slip), null);
      });
    }

    it('how to reach them goes when the office enters another reading in the place of the one in review', async () => {
      const meter = await home.hang();
      const slip = await leave(inReview(meter));
      await enter(meter);
      assert.equal(await contactOf(slip), null);
    });

    it('how to reach them goes when the office has entered by hand what could not be entered', async () => {
      const meter = await home.hang();
      const slip = await leave(plain(await home.hang()), unreadable(meter));
      assert.equal(await contactOf(slip), contact);
      await enter(meter, { slip: slip.id, reading: slip.readings[1]?.id as string });
      assert.equal((await row(slip.id)).state, 'entered');
      assert.equal(await contactOf(slip), null);
    });

    it('how to reach them outlives the settling of the rest, and the decision about the rest', async () => {
      const slips = [
        await leave(inReview(await home.hang()), unreadable(await home.hang())),
        await leave(inReview(await home.hang()), unreadable(await home.hang())),
      ] as const;
      await settle(slips[0].id);
      await decide(slips[1].readings[0], 'accept');
      await sweep();
      for (const slip of slips) assert.equal(await contactOf(slip), contact);
      await decide(slips[0].readings[0], 'accept');
      await settle(slips[1].id);
      for (const slip of slips) assert.equal(await contactOf(slip), null);
    });

    it('how to reach them goes with the next sweep where the resident has handed in anew', async () => {
      const meter = await home.hang();
      const slip = await leave(inReview(meter, '5'));
      const device = await home.device();
      const again = device.reading(meter, {
        period: july,
        values: { B: 7_000 },
        supersedes: slip.readings[0]?.id ?? null,
      });
      const [result] = await device.push(again);
      assert.equal(result?.outcome, 'applied');
      assert.equal(await contactOf(slip), contact);
      await sweep();
      assert.equal(await contactOf(slip), null);
    });

    it('what was typed goes after 90 days, and not before; what is needed to enter it once stays', async () => {
      const slip = await leave(plain(await home.hang()));
      const envelope = await home.kiosk.seal(slip);
      const before = await row(slip.id);
      home.server.clock.advance(typedKept - 1);
      await sweep();
      assert.deepEqual(await row(slip.id), before);
      home.server.clock.advance(1);
      await sweep();
      const { content, emptied_at, ...rest } = await row(slip.id);
      const { content: _content, emptied_at: _never, ...same } = before;
      assert.deepEqual(rest, same);
      assert.equal(emptied_at, new Date(home.server.clock.now()).toISOString());
      const readings = slip.readings.map((reading) => ({ ...reading, serial: '', typed: [] }));
      assert.deepEqual(JSON.parse(content), { ...slip, account: '', serial: '', contact: null, readings });
      // Another envelope of the same slip has another hash, as has every sealing.
      assert.equal((await home.kiosk.deliver(envelope))[0]?.problem?.code, 'id_reused');
    });

    it('the same envelope is a duplicate still, and says what became of it, after what was typed has gone', async () => {
      home.server.clock.set(inWindow);
      const meter = await home.hang();
      const slip = home.slipOf(meter, ['5'], { contact });
      const envelope = await home.kiosk.seal(slip);
      const deliver = async () => {
        const visit = home.server.services.visits.begin(home.kiosk.id, { account: home.account.id }).token;
        return (await home.kiosk.client.deliver.mutate({ visit, envelopes: [envelope] })).results[0];
      };
      const first = await deliver();
      home.server.clock.advance(typedKept);
      await sweep();
      assert.notEqual((await row(slip.id)).emptied_at, null);
      const second = await deliver();
      assert.deepEqual(second, { ...first, outcome: 'duplicate' });
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'accepted' });
    });

    it('what was typed for no account goes as well, 90 days after it was settled', async () => {
      home.server.clock.set(inWindow);
      const slip = home.kiosk.slip({
        account: '99999',
        serial: '77123',
        period: july,
        readings: [home.kiosk.reading('77123', ['1'])],
        contact,
      });
      await home.hand(slip);
      home.server.clock.advance(typedKept);
      await sweep();
      assert.deepEqual(await kept(slip), slip);
      await settle(slip.id);
      assert.deepEqual(await kept(slip), { ...slip, contact: null });
      home.server.clock.advance(typedKept);
      await sweep();
      const { content, state, note, account_id } = await row(slip.id);
      for (const typed of ['99999', '77123', contact]) assert.ok(!content.includes(typed), typed);
      assert.deepEqual([state, note, account_id], ['settled', 'Called.', null]);
    });

    it('the office is shown what is left, and that the rest is not kept', async () => {
      const meter = await home.hang();
      const slip = await leave(plain(meter), unreadable(await home.hang()));
      const open = () => dace.client.kiosks.slip.mutate({ id: slip.id });
      assert.deepEqual([(await open()).kept, (await open()).contact], ['all', contact]);
      await settle(slip.id);
      const settled = await open();
      assert.deepEqual([settled.kept, settled.contact, settled.serial], ['typed', null, meter.serial]);
      home.server.clock.advance(typedKept);
      await sweep();
      const emptied = await open();
      assert.deepEqual([emptied.kept, emptied.typedAccount, emptied.serial], ['nothing', '', '']);
      assert.deepEqual(
        emptied.readings.map(({ typed, outcome }) => [typed, outcome]),
        [
          [[], 'accepted'],
          [[], 'office'],
        ],
      );
      const { rows } = await dace.client.kiosks.slips.query({ state: 'all', after: null });
      assert.ok(rows.some(({ id, typedAccount }) => id === slip.id && typedAccount === ''));
    });
  });
});
