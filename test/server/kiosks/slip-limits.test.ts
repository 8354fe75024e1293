import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { kioskCredentialHash } from '../../../server/kiosks/codes.ts';
import { mostHeld } from '../../../server/kiosks/slip-limits.ts';
import { insertSlip } from '../../../server/kiosks/slip-queries.ts';
import { type LimitRule, limitRules } from '../../../server/limits/rules.ts';
import type { Delivery } from '../../../shared/kiosk-answers.ts';
import { type KioskEnvelope, mostEnvelopes } from '../../../shared/kiosk-envelope.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { enrolKiosk, kioskClient, type TestKiosk } from '../../support/kiosk.ts';
import { rotate } from '../../support/kiosk-credentials.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire } from '../../support/staff.ts';

forEachEngine((engine) => {
  describe('slips beyond what residents leave', () => {
    let home: KioskHome;
    let kiosk: TestKiosk;
    let meter: MeterOnWall;
    before(async () => {
      home = await furnishWithKiosk(engine);
      meter = await home.hang();
    });
    beforeEach(async () => {
      home.server.clock.set('2017-07-20T09:00:00+03:00');
      kiosk = await enrolKiosk(home.server);
    });

    const sealed = (at: TestKiosk, account = home.account.number, serial = meter.serial) =>
      at.seal(at.slip({ account, serial, period: july, readings: [at.reading(serial, ['1'])] }));
    const by = async (cookie: string, envelopes: KioskEnvelope[], visit: string | null = null) =>
      (await kioskClient(home.server.url, cookie).deliver.mutate({ visit, envelopes })).results;
    const account = (number: string) => addAccount(home.server.services, { number });
    const visitOf = (account: string) => home.server.services.visits.begin(kiosk.id, { account }).token;
    const told = (results: readonly Delivery[]) =>
      results.map(({ outcome, problem }) => (problem ? `${outcome} ${problem.code}` : outcome));
    /** All points but so many are taken. */
    async function leavePoints(rule: LimitRule, key: string, left: number): Promise<void> {
      const { limits } = home.server.services;
      for (let taken = left; taken < limitRules[rule].points; taken++) await limits.consume(rule, key);
    }
    /** What the tablet had before it was given another one, and under what it counts. */
    async function rotated(): Promise<{ copy: string; key: string }> {
      const copy = await rotate(home.server, kiosk);
      return { copy, key: kioskCredentialHash(copy.split('=')[1] as string) };
    }
    /** So many that are held already. */
    async function fill(brought: { kiosk: string; by: string | null }, count = mostHeld): Promise<void> {
      const slips = Array.from({ length: count }, () =>
        kiosk.slip({ account: '1', serial: '1', period: july, readings: [] }),
      );
      await home.server.services.db.write(async (tx) => {
        for (const slip of slips) {
          await insertSlip(tx, {
            ...{ id: slip.id, kiosk_id: brought.kiosk, brought_by: brought.by, hash: slip.id, state: 'held' as const },
            ...{ account_id: null, content: JSON.stringify(slip), results: '[]', settled_at: null, settled_by: null },
            ...{ saved_at: slip.capture.wall, received_at: slip.capture.wall, note: null, done_at: null },
            emptied_at: null,
          });
        }
      });
    }

    it('are bounded for other accounts also in a visit, which gives leave for its own account alone', async () => {
      await leavePoints('kiosk-slip', kiosk.id, 1);
      const visit = visitOf(home.account.id);
      const strangers = [await sealed(kiosk, '70001', 'WRONG-1'), await sealed(kiosk, '70002', 'WRONG-2')];
      assert.deepEqual(told(await by(kiosk.cookie, strangers, visit)), ['received', 'retry too_many']);
      assert.deepEqual(told(await by(kiosk.cookie, [await sealed(kiosk)], visit)), ['received'], 'the own account');
    });

    it('are bounded for the account of a visit as well, each account by itself', async () => {
      const [one, other] = [await account('70010'), await account('70011')];
      await leavePoints('kiosk-slip-visited', one.id, 1);
      const left = [await sealed(kiosk, one.number), await sealed(kiosk, one.number)];
      assert.deepEqual(told(await by(kiosk.cookie, left, visitOf(one.id))), ['received', 'retry too_many']);
      const theirs = [await sealed(kiosk, other.number)];
      assert.deepEqual(told(await by(kiosk.cookie, theirs, visitOf(other.id))), ['received']);
    });

    it('take nothing from the tablet in use where they come by a credential that has ended', async () => {
      const { copy, key } = await rotated();
      await leavePoints('kiosk-slip', kiosk.id, 1);
      await leavePoints('kiosk-slip-ended', key, 2);
      const made = [await sealed(kiosk), await sealed(kiosk), await sealed(kiosk)];
      assert.deepEqual(told(await by(copy, made)), ['held', 'held', 'retry too_many']);
      assert.deepEqual(told(await kiosk.deliver(await sealed(kiosk))), ['received']);
    });

    it('nor do those that are refused', async () => {
      const { copy } = await rotated();
      const { points } = limitRules['kiosk-envelope-refused'];
      const bad = (count: number) => Array.from({ length: count }, () => null as unknown as KioskEnvelope);
      for (let sent = 0; sent < points; sent += mostEnvelopes) await by(copy, bad(mostEnvelopes));
      assert.deepEqual(told(await by(copy, bad(1))), ['retry too_many']);
      assert.deepEqual(told(await kiosk.deliver(null)), ['refused malformed']);
    });

    it('cost no point where there is no place to hold them', async () => {
      const { copy, key } = await rotated();
      await fill({ kiosk: kiosk.id, by: null });
      await leavePoints('kiosk-slip-ended', key, 1);
      const envelope = await sealed(kiosk);
      for (let time = 0; time < 3; time++) {
        const [late] = await by(copy, [envelope]);
        assert.deepEqual([late?.outcome, late?.problem], ['retry', { code: 'too_many', seconds: 3600 }]);
      }
      const { db } = home.server.services;
      await db.write((tx) => tx.deleteFrom('kiosk_slips').where('kiosk_id', '=', kiosk.id).execute());
      assert.deepEqual(told(await by(copy, [envelope])), ['held']);
    });

    it('wait on the tablet where another kiosk sealed them and its credential has ended, until it is enrolled anew', async () => {
      const { copy } = await rotated();
      const other = await enrolKiosk(home.server);
      const theirs = await sealed(other);
      const nobodys = { ...theirs, kiosk: v7(), envelope: v7() };
      assert.deepEqual(told(await by(copy, [theirs, nobodys])), ['retry signed_out', 'retry signed_out']);
      assert.equal(await home.slipRow(theirs.envelope), undefined);
      assert.ok((await home.audits(10)).every(({ action }) => action !== 'kiosk-envelope-refused'));
      assert.deepEqual(told(await kiosk.deliver(theirs)), ['held'], 'a tablet in use brings it');
    });

    it('are held with whose tablet brought them, and take its places and not those of whoever sealed them', async () => {
      const other = await enrolKiosk(home.server);
      const [first, second, third] = [await sealed(other), await sealed(other), await sealed(other)];
      assert.deepEqual(told(await kiosk.deliver(first)), ['held']);
      const row = await home.slipRow(first.envelope);
      assert.deepEqual([row?.kiosk_id, row?.brought_by], [other.id, kiosk.id]);
      await fill({ kiosk: other.id, by: kiosk.id }, mostHeld - 1);
      assert.deepEqual(told(await kiosk.deliver(second)), ['retry too_many']);
      const theirs = await enrolKiosk(home.server);
      assert.deepEqual(told(await theirs.deliver(third)), ['held'], 'another bringer has places of its own');
      const own = await sealed(other);
      assert.deepEqual(told(await other.deliver(own)), ['received']);
      assert.equal((await home.slipRow(own.envelope))?.brought_by, null);
    });

    it('count for whoever brings them', async () => {
      const other = await enrolKiosk(home.server);
      await leavePoints('kiosk-slip', kiosk.id, 1);
      const theirs = [await sealed(other), await sealed(other)];
      assert.deepEqual(told(await kiosk.deliver(...theirs)), ['held', 'retry too_many']);
      assert.deepEqual(told(await other.deliver(await sealed(other))), ['received']);
    });

    it('are taken in where two kiosks bring what the other one sealed, all at once', async () => {
      const other = await enrolKiosk(home.server);
      const of = (at: TestKiosk) => Promise.all(Array.from({ length: 10 }, () => sealed(at)));
      const [mine, theirs] = [await of(kiosk), await of(other)];
      const all = await Promise.all([
        ...mine.map((envelope) => other.deliver(envelope)),
        ...theirs.map((envelope) => kiosk.deliver(envelope)),
      ]);
      assert.deepEqual(new Set(told(all.flat())), new Set(['held']));
    });

    it('are seen by the office with whose tablet brought them', async () => {
      const vera = await hire(home.server, { role: 'clerk' });
      const other = await enrolKiosk(home.server);
      const envelope = await sealed(other);
      await kiosk.deliver(envelope);
      const opened = await vera.client.kiosks.slip.mutate({ id: envelope.envelope });
      assert.deepEqual(opened.broughtBy, { id: kiosk.id, name: kiosk.name });
      assert.deepEqual(opened.kiosk, { id: other.id, name: other.name });
    });
  });
});
