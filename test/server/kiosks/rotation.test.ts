import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { followedAfterMs, writtenAfterMs } from '../../../server/kiosks/rotation.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { handInDays } from '../../../shared/kiosk.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, kioskClient, type TestKiosk, typeCode } from '../../support/kiosk.ts';
import { credentialStates, greetWith, rotate as rotateCredential } from '../../support/kiosk-credentials.ts';
import { furnishWithKiosk, july, type KioskHome } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('the credential of a kiosk', () => {
    let home: KioskHome;
    let dace: TestStaff;
    let kiosk: TestKiosk;
    before(async () => {
      home = await furnishWithKiosk(engine);
      dace = await hire(home.server, { role: 'manager' });
    });
    beforeEach(async () => {
      home.server.clock.set('2017-07-20T09:00:00+03:00');
      kiosk = await enrolKiosk(home.server);
    });

    const pass = (ms: number) => home.server.clock.advance(ms);
    const greet = (cookie: string, said: object = {}) => greetWith(home.server, cookie, said);
    const states = () => credentialStates(home.server, kiosk);
    const rotate = () => rotateCredential(home.server, kiosk);
    const listed = async () => (await dace.client.kiosks.list.query()).find(({ id }) => id === kiosk.id);
    const reuses = async () =>
      (await home.audits(100)).filter(
        ({ action, subject }) => action === 'kiosk-credential-reused' && subject === kiosk.id,
      );

    it('that was followed opens nothing any more: whoever has copied it is told so, and that is noted', async () => {
      const copied = await rotate();
      assert.equal((await greet(copied)).status, 401);
      const call = kioskClient(home.server.url, copied).lookUp.mutate({ account: home.account.number, serial: '1' });
      assert.deepEqual(await problemOf(call), { code: 'signed_out' });
      assert.deepEqual(
        (await reuses()).map(({ actor }) => actor),
        [kiosk.id, kiosk.id],
      );
      const at = (await listed())?.reusedAt;
      assert.equal(at, new Date(home.server.clock.now()).toISOString());
      assert.equal((await kiosk.hello()).status, 200, 'the tablet itself goes on');
    });

    it('that was copied and taken on by whoever copied it shuts the tablet out, and that is noted as well', async () => {
      const thief = await greet(kiosk.cookie);
      pass(followedAfterMs);
      const { cookie } = await greet(thief.cookie ?? '');
      pass(writtenAfterMs);
      assert.equal((await greet(cookie ?? '')).status, 200);
      assert.equal((await kiosk.hello()).status, 401);
      assert.equal((await reuses()).length, 1);
      const { code } = await dace.client.kiosks.renewCode.mutate({ id: kiosk.id });
      kiosk = await typeCode(home.server, { ...kiosk, code }, kiosk.cookie);
      assert.equal((await greet(cookie ?? '')).status, 401, 'a new code shuts out whoever took it');
      assert.equal((await listed())?.reusedAt, null);
    });

    it('that was followed is noted only now and then, however often somebody comes with it', async () => {
      const copied = await rotate();
      const { points, seconds } = limitRules['kiosk-credential-reused'];
      for (let at = 0; at < points + 5; at++) assert.equal((await greet(copied)).status, 401);
      assert.equal((await reuses()).length, points);
      pass(seconds * 1_000);
      await greet(copied);
      assert.equal((await reuses()).length, points + 1);
      pass(handInDays * 86_400_000);
      assert.deepEqual(await greet(copied), { status: 401, cookie: 'meterbook-kiosk=' });
      assert.equal((await reuses()).length, points + 2, 'also when it is good for nothing any more');
    });

    it('that was followed still hands in, for the office to look at', async () => {
      const meter = await home.hang();
      const copied = await rotate();
      const slip = kiosk.slip({
        account: home.account.number,
        serial: meter.serial,
        period: july,
        readings: [kiosk.reading(meter.serial, ['5'])],
      });
      const envelopes = [await kiosk.seal(slip)];
      const { results } = await kioskClient(home.server.url, copied).deliver.mutate({ visit: null, envelopes });
      assert.equal(results[0]?.outcome, 'held');
      assert.deepEqual(await home.readings(meter), []);
    });

    it('that was followed tells nothing of the tablet that goes on', async () => {
      const copied = await rotate();
      await kiosk.hello({ waiting: 2 });
      await greet(copied, { waiting: 99, refused: 9 });
      const { waiting, refused } = (await listed()) ?? {};
      assert.deepEqual([waiting, refused], [2, 0]);
    });

    it('is the same for a day, and another one after it', async () => {
      const first = kiosk.cookie;
      pass(followedAfterMs - 1);
      await kiosk.hello();
      assert.equal(kiosk.cookie, first);
      pass(1);
      await kiosk.hello();
      assert.match(kiosk.cookie, /^meterbook-kiosk=[0-9a-f]{64}\.[0-9a-f]{64}$/);
      assert.equal(kiosk.cookie.split('.')[1], first.split('=')[1]);
      assert.deepEqual(await states(), ['current', 'next']);
      pass(writtenAfterMs);
      await kiosk.hello();
      assert.deepEqual(await states(), ['rotated', 'current']);
      await rotate();
      assert.deepEqual(await states(), ['rotated', 'rotated', 'current']);
    });

    it('goes on where the answer with the next one was lost, and another is given at the next greeting', async () => {
      pass(followedAfterMs);
      const first = kiosk.cookie;
      await greet(first);
      pass(writtenAfterMs);
      await kiosk.hello();
      assert.notEqual(kiosk.cookie, first);
      pass(writtenAfterMs);
      await kiosk.hello();
      assert.deepEqual(await states(), ['rotated', 'rotated', 'current']);
      assert.equal((await kiosk.hello()).status, 200);
    });

    it('goes on where the browser was killed before it wrote the next one down, although that was used already', async () => {
      pass(followedAfterMs);
      const first = kiosk.cookie;
      await kiosk.hello();
      pass(writtenAfterMs - 1);
      assert.equal((await kiosk.hello()).status, 200);
      await kiosk.client.pair.mutate();
      kiosk.cookie = first;
      pass(60_000);
      assert.equal((await kiosk.hello()).status, 200);
      assert.deepEqual(await states(), ['current', 'next', 'next']);
      assert.deepEqual(await reuses(), []);
    });

    it('is one in the end, however many greetings come at once', async () => {
      pass(followedAfterMs);
      const first = kiosk.cookie;
      const given = await Promise.all(Array.from({ length: 8 }, () => greet(first)));
      assert.ok(given.every(({ status }) => status === 200));
      // The browser keeps the one that came last, whichever that is.
      const another = given.map(({ cookie }) => cookie);
      assert.equal(new Set(another).size, 8);
      pass(writtenAfterMs);
      const all = await Promise.all(Array.from({ length: 8 }, () => greet(another[3] ?? '')));
      assert.ok(all.every(({ status }) => status === 200));
      assert.deepEqual(new Set(await states()), new Set(['rotated', 'current']));
      assert.equal((await states()).filter((state) => state === 'current').length, 1);
    });

    it('is known by the one before it where the database comes from a backup that is older', async () => {
      await rotate();
      const [newest] = kiosk.cookie.split('.');
      // As it was before the rotation.
      await home.server.services.db.write(async (tx) => {
        const own = tx.selectFrom('kiosk_credentials').where('kiosk_id', '=', kiosk.id);
        const { hash } = await own.where('state', '=', 'current').select('hash').executeTakeFirstOrThrow();
        await tx.deleteFrom('kiosk_credentials').where('hash', '=', hash).execute();
        await tx
          .updateTable('kiosk_credentials')
          .set({ state: 'current', ended_at: null })
          .where('kiosk_id', '=', kiosk.id)
          .execute();
      });
      assert.equal((await kiosk.hello()).status, 200);
      assert.notEqual(kiosk.cookie.split('.')[0], newest);
      assert.equal((await greet(newest ?? '')).status, 401, 'not by what the backup does not have');
    });

    it('is forgotten when no browser can have it any more', async () => {
      await rotate();
      pass(400 * 86_400_000);
      await rotate();
      assert.deepEqual(await states(), ['rotated', 'current']);
    });
  });
});
