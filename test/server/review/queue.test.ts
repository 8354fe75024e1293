import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { rowsPerList } from '../../../shared/page.ts';
import type { ReviewKind } from '../../../shared/review.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, addReading, lockPeriod, type TestMeter } from '../../support/household.ts';
import { july, openDesk, type ReviewDesk, refusal } from '../../support/review.ts';
import type { TestDevice } from '../../support/test-device.ts';

const all = { after: null, kind: null, service: null, building: null, period: null, mine: false } as const;

forEachEngine((engine) => {
  describe('the queue of readings that wait', () => {
    let desk: ReviewDesk;
    before(async () => {
      desk = await openDesk(engine);
    });

    /** What a reading that one device hands in waits for. */
    async function kindsAfter(
      push: (device: TestDevice, meter: TestMeter) => Promise<{ id: string }>,
    ): Promise<ReviewKind[] | undefined> {
      const meter = await desk.readMeter(5_000);
      const { id } = await push(await desk.device(), meter);
      const { rows } = await desk.clerk.client.review.list.query(all);
      return rows.find((row) => row.id === id)?.kinds;
    }
    const hand = async (device: TestDevice, ...operation: Parameters<TestDevice['reading']>) => {
      const sealed = device.reading(...operation);
      await device.push(sealed);
      return sealed;
    };

    it('refuses a place in it that is none', async () => {
      const call = desk.clerk.client.review.list.query({ ...all, after: 'yesterday' });
      assert.deepEqual(await refusal(call), { code: 'bad_input', path: 'after' });
    });

    it('names a pass through zero that is unlikely (M5)', async () => {
      const kinds = await kindsAfter(async (device, meter) => ({ id: await desk.waiting(device, meter, 100) }));
      assert.deepEqual(kinds, ['rollover']);
    });

    it('names an impossible use (U2), also where it is unusual as well (U1)', async () => {
      const kinds = await kindsAfter((device, meter) =>
        hand(device, meter, { period: july, values: { B: 90_000_000 } }),
      );
      assert.deepEqual(kinds, ['impossible']);
    });

    it('names an unusual use that nobody confirmed (U1)', async () => {
      const kinds = await kindsAfter(async (device, meter) => {
        for (const [period, value] of [
          ['2017-02', 1_000],
          ['2017-03', 2_000],
          ['2017-04', 3_000],
          ['2017-05', 4_000],
        ] as const) {
          await addReading(desk.server.services, meter, { period, values: { B: value } });
        }
        return hand(device, meter, { period: july, values: { B: 9_000 } });
      });
      assert.deepEqual(kinds, ['unusual']);
    });

    it('names a time that is not sure (C3)', async () => {
      const kinds = await kindsAfter((device, meter) => {
        const capture = { wall: '2017-07-01T09:00:00.000Z', offset: 0, beacon: null };
        return hand(device, meter, { period: july, values: { B: 5_100 } }, { capture });
      });
      assert.deepEqual(kinds, ['time']);
    });

    it('names two readings of which nobody knows the later (C4)', async () => {
      const kinds = await kindsAfter(async (device, meter) => {
        await hand(await desk.device(), meter, { period: july, values: { B: 5_100 } });
        return hand(device, meter, { period: july, values: { B: 5_200 } });
      });
      assert.deepEqual(kinds, ['conflict']);
    });

    it('names a meter that is said to have been replaced (M4)', async () => {
      const claims = { rollover: [], confirmed: [], replaced: true };
      const kinds = await kindsAfter((device, meter) =>
        hand(device, meter, { period: july, values: { B: 100 }, claims }),
      );
      assert.deepEqual(kinds, ['replaced']);
    });

    it('names the correction of what was taken back meanwhile (W7)', async () => {
      const kinds = await kindsAfter(async (device, meter) => {
        const other = await desk.device();
        const first = await hand(other, meter, { period: july, values: { B: 5_100 } });
        await other.push(other.withdrawal(first));
        return hand(device, meter, { period: july, values: { B: 5_200 }, supersedes: first.id });
      });
      assert.deepEqual(kinds, ['withdrawn']);
    });

    it('names what was read at a kiosk, and what waits for no reason that has a name', async () => {
      const { services } = desk.server;
      const meter = await desk.readMeter(5_000);
      const state = 'review';
      const kiosk = await addReading(services, meter, { period: july, values: { B: 1 }, source: 'kiosk', state });
      const other = await addReading(services, meter, { period: july, values: { B: 2 }, state });
      const { rows } = await desk.clerk.client.review.list.query(all);
      const kindsOf = (id: string) => rows.find((row) => row.id === id)?.kinds;
      assert.deepEqual([kindsOf(kiosk), kindsOf(other)], [['kiosk'], ['other']]);
    });

    it('counts by kind what it lists, and lists what is chosen', async () => {
      const { review } = desk.clerk.client;
      const { rows } = await review.list.query(all);
      const summary = await review.summary.query();
      assert.equal(summary.total, rows.length);
      for (const [kind, count] of Object.entries(summary.kinds)) {
        const chosen = await review.list.query({ ...all, kind: kind as ReviewKind });
        assert.equal(chosen.rows.length, count, kind);
      }
      assert.deepEqual((await review.list.query({ ...all, service: 'gas' })).rows, []);
      assert.deepEqual((await review.list.query({ ...all, building: 'nowhere' })).rows, []);
      const [building = ''] = summary.buildings;
      assert.equal((await review.list.query({ ...all, building, period: july })).rows.length, rows.length);
    });

    it('names what came after the lock (W6), the oldest first, page by page, each once', async () => {
      const { server, clerk } = desk;
      await lockPeriod(server.services, july);
      const kinds = await kindsAfter((device, meter) => hand(device, meter, { period: july, values: { B: 5_100 } }));
      assert.deepEqual(kinds, ['late']);
      const account = await addAccount(server.services, { number: v7(), building: 'Mira 5' });
      const meter = await addMeter(server.services, account, { serial: v7(), service: 'gas' });
      // Of one instant, so that the id has to tell them apart.
      const at = '2017-07-01T00:00:00.000Z';
      const added = new Set<string>();
      for (let more = 0; more < rowsPerList + 5; more++) {
        added.add(await addReading(server.services, meter, { period: july, values: { B: more }, state: 'late', at }));
      }
      const listed: string[] = [];
      for (let after: string | null = null, pages = 0; pages < 5; pages++) {
        const page: { rows: { id: string }[]; next: string | null } = await clerk.client.review.list.query({
          ...all,
          service: 'gas',
          after,
        });
        listed.push(...page.rows.map(({ id }) => id));
        after = page.next;
        if (after === null) break;
      }
      assert.deepEqual([...listed].sort(), [...added].sort());
      assert.equal(new Set(listed).size, listed.length);
      const [first] = (await clerk.client.review.list.query(all)).rows;
      assert.equal(first?.receivedAt, at);
    });
  });
});
