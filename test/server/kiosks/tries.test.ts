import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { releaseAccount } from '../../../server/kiosks/release.ts';
import { mostWrong, mostWrongEverywhere, triesFadeDays } from '../../../server/kiosks/tries.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, type TestAccount } from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const dayMs = 86_400_000;
const serial = 'AB 12-3456';

forEachEngine((engine) => {
  describe('guessing serial numbers of one account at kiosks', () => {
    let server: TestServer;
    let kiosks: TestKiosk[];
    let account: TestAccount;
    let households = 0;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });
    beforeEach(async () => {
      // Every test has its own hour, so that none meets the limits of another.
      server.clock.advance(3_600_001);
      kiosks = await Promise.all(Array.from({ length: 4 }, () => enrolKiosk(server)));
      account = await addAccount(server.services, { number: String(10_000 + households++) });
      await addMeter(server.services, account, { serial });
    });

    const kiosk = (at: number) => kiosks[at] as TestKiosk;
    const lookUp = (at: number, typed = serial, number = account.number) =>
      kiosk(at).client.lookUp.mutate({ account: number, serial: typed });
    const answer = async (at: number, typed: string = v7(), number = account.number) =>
      (await problemOf(lookUp(at, typed, number))).code;
    const guess = async (at: number, times: number): Promise<void> => {
      for (let time = 0; time < times; time++) assert.equal(await answer(at), 'account_mismatch');
    };
    const release = () => releaseAccount(server.services, account.id, 'dace');
    const count = async (action: string): Promise<number> => {
      const { reader } = server.services.db;
      const rows = await reader.selectFrom('audit').where('subject', '=', account.id).select('action').execute();
      return rows.filter((row) => row.action === action).length;
    };

    it('locks it at that kiosk alone, so that nobody is shut out everywhere at one tablet', async () => {
      await guess(0, mostWrong);
      assert.equal(await answer(0, serial), 'kiosk_locked');
      await lookUp(1);
      assert.equal(await answer(0, serial), 'kiosk_locked', 'whoever proves it elsewhere opens no lock');
      assert.equal(await count('kiosk-account-locked'), 1);
      assert.equal(await count('kiosk-account-locked-everywhere'), 0);
    });

    it('locks it everywhere after ten, whatever the kiosks, also where nobody has guessed', async () => {
      await guess(0, 4);
      await guess(1, 4);
      await guess(2, 2);
      for (const at of kiosks.keys()) assert.equal(await answer(at, serial), 'kiosk_locked');
      assert.equal(await count('kiosk-account-locked-everywhere'), 1);
      assert.equal(await count('kiosk-account-locked'), 0);
      assert.equal(await count('kiosk-proof-wrong'), mostWrongEverywhere);
    });

    it('answers no more than ten of many at once, over several kiosks', async () => {
      const codes = await Promise.all(Array.from({ length: 80 }, (_, at) => answer(at % kiosks.length)));
      assert.ok(codes.every((code) => ['account_mismatch', 'kiosk_locked', 'too_many'].includes(code)));
      assert.equal(codes.filter((code) => code === 'account_mismatch').length, mostWrongEverywhere);
      assert.equal(await count('kiosk-proof-wrong'), mostWrongEverywhere);
      assert.equal(await count('kiosk-account-locked-everywhere'), 1);
      server.clock.advance(3_600_001);
      for (const at of kiosks.keys()) assert.equal(await answer(at, serial), 'kiosk_locked');
    });

    it('counts a wrong one that is the same as the one before once, however it is written', async () => {
      for (const typed of ['ZZ 9-1', 'ZZ 9-1', 'zz9-1', ' ZZ 9-1 ', 'zz 9-1', 'ZZ9-1']) {
        assert.equal(await answer(0, typed), 'account_mismatch');
      }
      await guess(0, mostWrong - 1);
      assert.equal(await answer(0), 'kiosk_locked');
    });

    it('says of the last one before the lock that it is, also once more, and alike of a number that nobody has', async () => {
      for (const number of [account.number, String(90_000 + households++)]) {
        const say = (at: number, typed: string = v7()) => problemOf(lookUp(at, typed, number));
        for (let time = 0; time < mostWrong - 2; time++) assert.deepEqual(await say(0), { code: 'account_mismatch' });
        for (let time = 0; time < 2; time++)
          assert.deepEqual(await say(0, 'ZZ 9-1'), { code: 'account_mismatch', last: true });
        assert.deepEqual(await say(0), { code: 'account_mismatch' });
        assert.deepEqual(await say(0), { code: 'kiosk_locked' });
        for (const at of [1, 1, 1]) assert.deepEqual(await say(at), { code: 'account_mismatch' });
        assert.deepEqual(await say(2), { code: 'account_mismatch', last: true }, 'of those at all kiosks');
        assert.deepEqual(await say(2), { code: 'account_mismatch' });
        assert.deepEqual(await say(3), { code: 'kiosk_locked' });
      }
    });

    it('counts two that are typed in turns', async () => {
      for (let time = 0; time < mostWrong; time++)
        assert.equal(await answer(0, `guess ${time % 2}`), 'account_mismatch');
      assert.equal(await answer(0), 'kiosk_locked');
    });

    it('keeps what was typed by a hash that is another one each time', async () => {
      await answer(0, '59537062');
      await answer(1, '59537062');
      const { reader } = server.services.db;
      const rows = await reader
        .selectFrom('kiosk_tries')
        .where('account_id', '=', account.id)
        .select('last_proof')
        .execute();
      const marks = rows.map(({ last_proof }) => last_proof);
      assert.equal(new Set(marks).size, 3 - 1, 'everywhere, and at two kiosks');
      assert.ok(!JSON.stringify(marks).includes('59537062'));
    });

    it('forgets wrong ones that locked nothing after thirty days without another', async () => {
      await guess(0, mostWrong - 1);
      server.clock.advance(triesFadeDays * dayMs - 3_600_000);
      await guess(1, 1);
      server.clock.advance(3_600_000);
      await guess(0, mostWrong - 1);
      assert.equal(await count('kiosk-account-locked'), 0);
      await guess(2, 1);
      assert.equal(
        await count('kiosk-account-locked-everywhere'),
        1,
        'of those in between none was thirty days before',
      );
    });

    it('does not forget a lock, at one kiosk or at all', async () => {
      await guess(0, mostWrong);
      server.clock.advance(400 * dayMs);
      assert.equal(await answer(0, serial), 'kiosk_locked');
      await guess(1, 4);
      await guess(2, 4);
      await guess(3, 2);
      server.clock.advance(400 * dayMs);
      assert.equal(await answer(1, serial), 'kiosk_locked');
    });

    it('is released with all that locks it, once, and counts anew', async () => {
      await guess(0, mostWrong);
      await guess(1, 2);
      const releases = await Promise.allSettled([release(), release()]);
      assert.deepEqual(releases.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      await guess(0, mostWrong - 1);
      await guess(1, mostWrong - 1);
      await lookUp(0);
      await guess(2, mostWrong);
      await release();
      for (const at of kiosks.keys()) await lookUp(at);
    });

    it('locks a number that nobody has in the same way', async () => {
      const none = String(90_000 + households++);
      for (const at of [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]) assert.equal(await answer(at, v7(), none), 'account_mismatch');
      for (const at of kiosks.keys()) assert.equal(await answer(at, v7(), none), 'kiosk_locked');
    });
  });
});
