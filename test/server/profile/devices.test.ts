import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annaForEachTest, assertTrace } from '../../support/anna.ts';
import { forEachEngine } from '../../support/databases.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { addUser, type TestAccount, type TestUser } from '../../support/household.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import type { TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('a resident’s own profile, its devices', () => {
    let server: TestServer;
    let account: TestAccount;
    let anna: TestUser;
    annaForEachTest(engine, (home) => {
      ({ server, account, anna } = home);
    });

    const device = () => new TestDevice(server);
    const signedIn = (user = anna) => device().signIn(user, account.number);

    describe('devices', () => {
      const others = async (one: TestDevice) =>
        (await one.client.profile.read.query()).devices.filter(({ own }) => !own).map(({ id }) => id);

      it('of somebody else, unknown or malformed, are not ended', async () => {
        const phone = await signedIn();
        const zane = await signedIn(await addUser(server.services, { name: 'Zane', accounts: [account] }));
        const [zanes] = (await zane.client.profile.read.query()).devices;
        for (const id of [zanes?.id ?? '', '0'.repeat(64)]) {
          assert.deepEqual(await problemOf(phone.client.profile.endDevice.mutate({ id })), { code: 'not_found' });
        }
        for (const id of ['', 'x', ...hostileTexts]) {
          assert.deepEqual(await problemOf(phone.client.profile.endDevice.mutate({ id })), {
            code: 'bad_input',
            path: 'id',
          });
        }
        await zane.pull();
      });

      it('are ended one by one: the ended one is out at its next request', async () => {
        const [phone, tablet, laptop] = [await signedIn(), await signedIn(), await signedIn()];
        const left = await others(phone);
        assert.equal(left.length, 2);
        await phone.client.profile.endDevice.mutate({ id: left[0] ?? '' });
        const out = await Promise.all(
          [tablet, laptop].map((one) =>
            one.pull().then(
              () => '',
              (error) => error.data.problem.code as string,
            ),
          ),
        );
        assert.deepEqual(out.sort(), ['', 'signed_out']);
        assert.deepEqual(await others(phone), left.slice(1));
        assert.deepEqual(await problemOf(phone.client.profile.endDevice.mutate({ id: left[0] ?? '' })), {
          code: 'not_found',
        });
      });

      it('are ended all but this one', async () => {
        const [phone, tablet] = [await signedIn(), await signedIn()];
        const zane = await signedIn(await addUser(server.services, { name: 'Zane', accounts: [account] }));
        assert.deepEqual(await phone.client.profile.endOtherDevices.mutate(), { ended: 1 });
        assert.deepEqual(await problemOf(tablet.pull()), { code: 'signed_out' });
        assert.deepEqual(await phone.client.profile.endOtherDevices.mutate(), { ended: 0 });
        await phone.pull();
        await zane.pull();
      });

      it('may end themselves, and forget their cookie', async () => {
        const phone = await signedIn();
        const own = (await phone.client.profile.read.query()).devices.find((one) => one.own);
        await phone.client.profile.endDevice.mutate({ id: own?.id ?? '' });
        assert.doesNotMatch(phone.cookie, /meterbook=[0-9a-f]/);
        assert.deepEqual(await problemOf(phone.pull()), { code: 'signed_out' });
      });
    });

    it('leaves a chained trace of every change, without names, addresses and numbers', () =>
      assertTrace(server, ['end-device', 'end-other-devices'], /@|Anna|Zane|\+371|\b1\d{4}\b|password of/));
  });
});
