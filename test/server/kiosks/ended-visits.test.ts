import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount } from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { chosenAt, numberAt, pairedAt } from '../../support/kiosk-pairing.ts';
import { linkTo, moveIn, type TestResident } from '../../support/residents.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const over = { code: 'signed_out' } as const;

forEachEngine((engine) => {
  describe('what a kiosk shows of a resident is over', () => {
    let server: TestServer;
    let kiosk: TestKiosk;
    let dace: TestStaff;
    let anna: TestResident;
    let ivan: TestResident;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      dace = await hire(server, { role: 'administrator' });
    });
    beforeEach(async () => {
      // Every test has its own hour, so that none meets the limits of another.
      server.clock.advance(3_600_001);
      kiosk = await enrolKiosk(server);
      anna = await moveIn(server, 'Anna');
      ivan = await moveIn(server, 'Ivan');
    });

    const signIn = async ({ email, user }: TestResident) =>
      (await kiosk.client.signIn.mutate({ name: email, password: user.password })).visit.token;
    const holds = (visit: string) => kiosk.client.holds.query({ visit });
    async function isOver(visit: string): Promise<void> {
      const { client } = kiosk;
      assert.deepEqual(await problemOf(holds(visit)), over);
      assert.deepEqual(await problemOf(client.stay.mutate({ visit })), over);
      assert.deepEqual(await problemOf(client.bills.query({ visit })), over);
      assert.deepEqual(await problemOf(client.bill.query({ visit, bill: anna.meter.id })), over);
    }

    const ends: Readonly<Record<string, () => Promise<unknown>>> = {
      'when they change the password': () =>
        anna.device.client.profile.changePassword.mutate({
          current: anna.user.password,
          password: 'another password',
          endOthers: false,
        }),
      'when they set another password by a link': async () => {
        const token = await linkTo(server, { purpose: 'password', user: anna.user.id });
        const set = { token, password: 'another password', endOthers: false };
        await new TestDevice(server).client.registration.setPassword.mutate(set);
      },
      'when they sign the other devices out': () => anna.device.client.profile.endOtherDevices.mutate(),
      'when the office signs all devices out': () => dace.client.people.endDevices.mutate({ user: anna.user.id }),
      'when they turn out to be another user': async () => {
        const pair = { stays: ivan.user.id, goes: anna.user.id };
        const { seal } = await dace.client.people.previewMerge.query(pair);
        await dace.client.people.merge.mutate({ ...pair, seal });
      },
      'when they are removed': async () => {
        const user = anna.user.id;
        const { seal } = await dace.client.people.previewDeletion.query({ user });
        await dace.client.people.remove.mutate({ user, typed: 'Anna', seal });
      },
    };

    for (const [when, act] of Object.entries(ends)) {
      it(`${when}, and nobody else’s is`, async () => {
        const [signedIn, byPhone] = [await signIn(anna), await pairedAt(kiosk, anna)];
        const chosen = await chosenAt(kiosk, anna);
        const { code } = await kiosk.client.pair.mutate();
        await anna.device.client.accounts.meetKiosk.mutate({ code });
        await numberAt(kiosk, code);
        const his = await signIn(ivan);
        for (const visit of [signedIn, byPhone.visit.token, his]) await holds(visit);
        await act();
        await isOver(signedIn);
        await isOver(byPhone.visit.token);
        await holds(his);
        // Nor does anything begin that was under way.
        for (const waits of [chosen, code, byPhone.code]) {
          const told = await kiosk.client.paired.mutate({ code: waits }).catch(() => ({ state: 'refused' }));
          assert.equal(told.state, 'refused');
        }
      });
    }

    it('when the kiosk is revoked', async () => {
      const visit = await signIn(anna);
      await revokeKiosk(server.services, kiosk.id, 'test');
      await isOver(visit);
    });

    it('but not because somebody signs in elsewhere, or one device is signed out', async () => {
      const visit = await signIn(anna);
      await new TestDevice(server).signIn(anna.user, anna.email);
      await anna.other.client.auth.signOut.mutate();
      await holds(visit);
    });

    it('when it is of an account, and the account is gone', async () => {
      const { visits, db } = server.services;
      const account = await addAccount(server.services, { number: '77001' });
      const { token: visit } = visits.begin(kiosk.id, { account: account.id });
      await holds(visit);
      await db.write(async (tx) => {
        await tx.deleteFrom('account_versions').where('account_id', '=', account.id).execute();
        await tx.deleteFrom('accounts').where('id', '=', account.id).execute();
      });
      assert.deepEqual(await problemOf(holds(visit)), over);
      assert.deepEqual(await problemOf(kiosk.client.stay.mutate({ visit })), over);
    });
  });
});
