import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { mostWrong } from '../../../server/kiosks/tries.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, type KioskHome } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('accounts that were locked at one kiosk', () => {
    let home: KioskHome;
    let clerk: TestStaff;
    let manager: TestStaff;
    let kiosk: TestKiosk;
    let other: TestKiosk;
    before(async () => {
      home = await furnishWithKiosk(engine);
      clerk = await hire(home.server, { role: 'clerk' });
      manager = await hire(home.server, { role: 'manager', name: 'Ilze Kalna' });
      kiosk = await enrolKiosk(home.server);
      other = await enrolKiosk(home.server);
    });

    const guess = (at: TestKiosk, account: string) => problemOf(at.client.lookUp.mutate({ account, serial: v7() }));
    async function lock(at: TestKiosk, account: string): Promise<void> {
      for (let wrong = 0; wrong < mostWrong; wrong++) await guess(at, account);
    }
    const account = (number: string) => addAccount(home.server.services, { number });
    const lockers = async () =>
      Object.fromEntries((await clerk.client.kiosks.lockers.query()).map((one) => [one.kiosk.id, one.locks]));
    const release = (who: TestStaff, { id }: { id: string }) => who.client.kiosks.releaseAll.mutate({ kiosk: id });

    it('are released by no clerk, of no kiosk that there is not, and only where there are some', async () => {
      assert.deepEqual(await problemOf(release(clerk, kiosk)), { code: 'forbidden' });
      assert.deepEqual(await problemOf(release(manager, { id: v7() })), { code: 'not_found' });
      assert.deepEqual(await problemOf(release(manager, kiosk)), { code: 'changed_meanwhile' });
    });

    it('are counted, and released together, each noted for itself; those of other kiosks stay', async () => {
      const accounts = [await account('4001'), await account('4002')];
      const theirs = await account('4003');
      for (const number of ['4001', '4002', '499999']) await lock(kiosk, number);
      await lock(other, '4003');
      assert.deepEqual(await lockers(), { [kiosk.id]: 2, [other.id]: 1 });
      assert.deepEqual(await release(manager, kiosk), { released: 2 });
      assert.deepEqual(await lockers(), { [other.id]: 1 });
      const noted = (await home.audits(2)).map(({ actor, action, subject }) => [actor, action, subject]);
      assert.deepEqual(noted.sort(), accounts.map(({ id }) => [manager.id, 'kiosk-account-released', id]).sort());
      assert.deepEqual(await guess(kiosk, '4001'), { code: 'account_mismatch' });
      assert.deepEqual(await guess(kiosk, '499999'), { code: 'account_mismatch' });
      assert.deepEqual(await guess(other, '4003'), { code: 'kiosk_locked' });
      assert.ok(
        (await clerk.client.kiosks.locks.query({ after: null })).rows.every((one) => one.account.id === theirs.id),
      );
    });

    it('are released with what was counted of them, so that the next resident who mistypes is not shut out at once', async () => {
      await account('4004');
      await lock(kiosk, '4004');
      await release(manager, kiosk);
      for (let wrong = 1; wrong < mostWrong; wrong++) {
        assert.equal((await guess(other, '4004')).code, 'account_mismatch');
      }
      for (let wrong = 1; wrong < mostWrong; wrong++) {
        assert.equal((await guess(kiosk, '4004')).code, 'account_mismatch');
      }
    });

    it('are released once by two who do so at once', async () => {
      await account('4005');
      const fresh = await enrolKiosk(home.server);
      await lock(fresh, '4005');
      const ends = await Promise.allSettled([release(manager, fresh), release(manager, fresh)]);
      const released = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.released] : []));
      assert.equal(
        released.reduce((sum, one) => sum + one, 0),
        1,
      );
    });

    it('are seen to come: the kiosk’s row has the wrong proofs of the last 24 hours', async () => {
      home.server.clock.set('2017-07-21T09:00:00+03:00');
      const fresh = await enrolKiosk(home.server);
      await account('4006');
      const wrong = async () => (await clerk.client.kiosks.list.query()).find(({ id }) => id === fresh.id)?.wrongProofs;
      assert.equal(await wrong(), 0);
      for (let at = 0; at < 3; at++) await guess(fresh, '4006');
      assert.equal(await wrong(), 3);
      home.server.clock.set('2017-07-22T09:00:01+03:00');
      assert.equal(await wrong(), 0);
    });
  });
});
