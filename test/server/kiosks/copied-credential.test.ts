import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { followedAfterMs, manyUnclaimed, mostUnclaimed, writtenAfterMs } from '../../../server/kiosks/rotation.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, kioskClient, type TestKiosk, typeCode } from '../../support/kiosk.ts';
import { credentialStates, greetWith, rotate } from '../../support/kiosk-credentials.ts';
import { furnishWithKiosk, july, type KioskHome } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('whoever has a copy of a kiosk’s credential', () => {
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
    const greet = (cookie: string) => greetWith(home.server, cookie);
    const states = () => credentialStates(home.server, kiosk);
    const reusedAt = async () =>
      (await dace.client.kiosks.list.query()).find(({ id }) => id === kiosk.id)?.reusedAt ?? null;
    const noted = async (what: string) =>
      (await home.audits(300)).filter(({ action, subject }) => action === what && subject === kiosk.id).length;
    const sealed = () =>
      kiosk.seal(kiosk.slip({ account: '1', serial: '1', period: july, readings: [kiosk.reading('1', ['1'])] }));
    const handIn = async (cookie: string, ...envelopes: unknown[]) => {
      const { results } = await kioskClient(home.server.url, cookie).deliver.mutate({ visit: null, envelopes });
      return results.map(({ outcome }) => outcome);
    };
    /** `had`: the cookie of the tablet at which it is typed; none at another one. */
    async function typeNewCode(had = ''): Promise<void> {
      const { code } = await dace.client.kiosks.renewCode.mutate({ id: kiosk.id });
      kiosk = await typeCode(home.server, { ...kiosk, code }, had);
    }

    it('is met also by only handing in, which is noted now and then', async () => {
      const copy = await rotate(home.server, kiosk);
      const { points } = limitRules['kiosk-credential-reused'];
      for (let at = 0; at < points + 3; at++) await handIn(copy);
      assert.equal(await noted('kiosk-credential-reused'), points);
      assert.notEqual(await reusedAt(), null);
    });

    it('hands in nothing any more once another code was typed, and nothing of it is lost', async () => {
      const copy = await rotate(home.server, kiosk);
      await greet(copy);
      const envelope = await sealed();
      await typeNewCode(kiosk.cookie);
      assert.deepEqual(await problemOf(handIn(copy, envelope)), { code: 'signed_out' });
      assert.equal(await home.slipRow(envelope.envelope), undefined);
      assert.equal((await greet(copy)).status, 401);
      assert.equal(await reusedAt(), null, 'it can do no harm any more');
      assert.deepEqual(await handIn(kiosk.cookie, envelope), ['received']);
    });

    it('hands in nothing any more, either, where that was the one who had taken the next one on', async () => {
      const former = kiosk.cookie;
      pass(followedAfterMs);
      const { cookie } = await greet(former);
      pass(writtenAfterMs);
      const taken = (await greet(cookie ?? '')).cookie ?? '';
      assert.equal((await kiosk.hello()).status, 401);
      await typeNewCode(former);
      assert.deepEqual(await problemOf(handIn(taken, await sealed())), { code: 'signed_out' });
    });

    it('is none where nobody came with one: what was replaced hands in, and so does what was before a copy', async () => {
      const first = kiosk.cookie;
      await typeNewCode();
      const former = await rotate(home.server, kiosk);
      const [one, two] = [await sealed(), await sealed()];
      await typeNewCode();
      assert.deepEqual(await handIn(former, one), ['held']);
      await typeNewCode();
      assert.deepEqual(await handIn(first, two), ['held'], 'of the tablet before');
    });

    it('takes no credential from the tablet by greeting all the time, and is met once that has taken its own', async () => {
      const copy = kiosk.cookie;
      for (let day = 0; day < 3; day++) {
        pass(followedAfterMs);
        for (let at = 0; at < 6; at++) {
          await greet(copy);
          pass(1_000);
          await kiosk.hello();
          pass(300_000);
        }
      }
      assert.notEqual(kiosk.cookie, copy);
      assert.equal((await greet(copy)).status, 401);
      assert.equal((await kiosk.hello()).status, 200);
      assert.deepEqual([...new Set(await states())].sort(), ['current', 'rotated']);
      assert.equal((await states()).filter((state) => state === 'current').length, 1);
      assert.notEqual(await reusedAt(), null);
    });

    it('is noted, once, where nobody takes on what is given again and again, of which some are kept', async () => {
      const unclaimed = 'kiosk-credential-unclaimed';
      pass(followedAfterMs);
      for (let at = 0; at < manyUnclaimed; at++) await greet(kiosk.cookie);
      assert.deepEqual([await noted(unclaimed), await reusedAt()], [0, null]);
      pass(1);
      const given: (string | null)[] = [];
      for (let at = 0; at < mostUnclaimed; at++) given.push((await greet(kiosk.cookie)).cookie);
      assert.equal(await noted(unclaimed), 1);
      assert.notEqual(await reusedAt(), null);
      assert.deepEqual((await states()).sort(), ['current', ...Array.from({ length: mostUnclaimed }, () => 'next')]);
      pass(writtenAfterMs);
      assert.equal((await greet(given[0] ?? '')).status, 200, 'the newest are those that are kept');
      assert.deepEqual(
        (await states()).filter((state) => state !== 'rotated'),
        ['current'],
      );
    });
  });
});
