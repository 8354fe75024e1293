import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { mostAccounts, serialHours } from '../../../server/kiosks/serial-tries.ts';
import { mostWrong } from '../../../server/kiosks/tries.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, type TestAccount } from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, type KioskHome } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('one serial number tried against many accounts', () => {
    let home: KioskHome;
    let other: TestKiosk;
    let vera: TestStaff;
    let ilze: TestStaff;
    let serial: string;
    let numbers = 10_000;
    before(async () => {
      home = await furnishWithKiosk(engine);
      other = await enrolKiosk(home.server);
      vera = await hire(home.server, { role: 'clerk' });
      ilze = await hire(home.server, { role: 'manager' });
    });
    beforeEach(() => {
      // Every test has its own hour, so that none meets the limits of another.
      home.server.clock.advance(3_600_001);
      serial = `S-${v7()}`;
    });

    const next = () => String(numbers++);
    const answer = async (account: string, typed = serial, at = home.kiosk) =>
      (await problemOf(at.client.lookUp.mutate({ account, serial: typed }))).code;
    /** So many accounts for which it is wrong. */
    async function spread(count: number): Promise<string[]> {
      const accounts = Array.from({ length: count }, next);
      for (const account of accounts) assert.equal(await answer(account), 'account_mismatch');
      return accounts;
    }
    async function liveWithSerial(): Promise<TestAccount> {
      const account = await addAccount(home.server.services, { number: next() });
      await addMeter(home.server.services, account, { serial });
      return account;
    }
    const slipFor = (account: string) => home.slipOf({ id: v7(), account: v7(), serial }, ['1'], { account });
    const problemsOf = async (slip: string) =>
      (await home.results(slip)).flatMap(({ problems }) => problems.map(({ code }) => code));

    it('is not answered for a sixth account that day, at whatever kiosk and however it is written, and that is noted', async () => {
      const { number, id } = await liveWithSerial();
      await spread(mostAccounts);
      assert.equal(await answer(number), 'too_many', 'not even where it is right');
      const [noted] = await home.audits(1);
      assert.deepEqual(noted, { actor: home.kiosk.id, action: 'kiosk-serial-refused', subject: id, detail: '{}' });
      assert.equal(await answer(next(), ` ${serial.toUpperCase()} `, other), 'too_many');
      assert.equal(await answer(next(), `S-${v7()}`), 'account_mismatch', 'another number is');
    });

    it('is answered again for accounts that it was tried for, and for others the day after', async () => {
      const [first = ''] = await spread(mostAccounts);
      assert.equal(await answer(first), 'account_mismatch');
      home.server.clock.advance(serialHours * 3_600_000 - 1);
      assert.equal(await answer(next()), 'too_many');
      home.server.clock.advance(1);
      const { number } = await liveWithSerial();
      await home.kiosk.client.lookUp.mutate({ account: number, serial });
    });

    it('counts for the account only where it had an answer', async () => {
      await spread(mostAccounts);
      const account = next();
      for (let time = 0; time < 10; time++) assert.equal(await answer(account), 'too_many');
      assert.equal(await answer(account, `S-${v7()}`), 'account_mismatch');
    });

    it('is bounded of many at once, over several kiosks', async () => {
      const codes = await Promise.all(
        Array.from({ length: 40 }, (_, at) => answer(next(), serial, at % 2 ? other : home.kiosk)),
      );
      assert.equal(codes.filter((code) => code === 'account_mismatch').length, mostAccounts);
    });

    it('leaves nothing where it was right, and never the number itself', async () => {
      const { number } = await liveWithSerial();
      const rows = () => home.server.services.db.reader.selectFrom('kiosk_serial_tries').selectAll().execute();
      const before = await rows();
      await home.kiosk.client.lookUp.mutate({ account: number, serial });
      assert.deepEqual(await rows(), before);
      const [account = ''] = await spread(1);
      const kept = JSON.stringify(await rows());
      for (const secret of [serial, `"${account}"`]) assert.ok(!kept.includes(secret));
    });

    it('is answered again once a clerk has released the account, by which nobody is locked', async () => {
      const { number, id } = await liveWithSerial();
      const release = () => vera.client.kiosks.release.mutate({ account: id });
      assert.deepEqual(await problemOf(release()), { code: 'changed_meanwhile' });
      await spread(mostAccounts);
      const slip = slipFor(number);
      await home.hand(slip);
      const shutOut = async () => (await vera.client.kiosks.slip.mutate({ id: slip.id })).shutOut;
      assert.equal(await shutOut(), true);
      await release();
      const [noted] = await home.audits(1);
      assert.deepEqual(noted, { actor: vera.id, action: 'kiosk-account-released', subject: id, detail: '{}' });
      assert.equal(await shutOut(), false);
      assert.deepEqual(await problemOf(release()), { code: 'changed_meanwhile' });
      await home.kiosk.client.lookUp.mutate({ account: number, serial });
    });

    it('is answered again with the account, where that was locked as well, one by one or all of a kiosk', async () => {
      for (const ending of ['one', 'all'] as const) {
        serial = `S-${v7()}`;
        home.server.clock.advance(3_600_001);
        const { number, id } = await liveWithSerial();
        await spread(mostAccounts);
        for (let wrong = 0; wrong < mostWrong; wrong++) await answer(number, `S-${v7()}`);
        assert.equal(await answer(number), 'kiosk_locked');
        if (ending === 'one') await vera.client.kiosks.release.mutate({ account: id });
        else await ilze.client.kiosks.releaseAll.mutate({ kiosk: home.kiosk.id });
        await home.kiosk.client.lookUp.mutate({ account: number, serial });
      }
    });

    it('counts in slips as well, and one that comes after waits for the office', async () => {
      for (let at = 0; at < mostAccounts; at++) await home.hand(slipFor(next()));
      const { number, id } = await liveWithSerial();
      assert.equal(await answer(number), 'too_many');
      const late = slipFor(number);
      await home.hand(late);
      assert.deepEqual(await problemsOf(late.id), ['serial_spread']);
      const row = await home.slipRow(late.id);
      assert.deepEqual([row?.state, row?.account_id], ['office', id]);
      home.server.clock.advance(serialHours * 3_600_000);
      const nextDay = slipFor(number);
      await home.hand(nextDay);
      assert.deepEqual(await problemsOf(nextDay.id), []);
    });
  });
});
