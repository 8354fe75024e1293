import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { forEachEngine } from '../support/databases.ts';
import { FakeStripe } from '../support/fake-stripe.ts';
import { noMailServer } from '../support/mail-intents.ts';
import {
  call,
  deviceId,
  differences,
  everyRow,
  moveIn,
  procedures,
  properInputs,
  rowsOf,
  type TestResident,
} from '../support/residents.ts';
import { answers, type Scene, tries } from '../support/strangers.ts';
import { problemOf, TestDevice } from '../support/test-device.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

describe('the procedures', () => {
  it('have all been tried by strangers: a new one needs an entry here, and what its owner would send', () => {
    assert.deepEqual(Object.keys(tries).sort(), [...procedures].sort());
    assert.deepEqual(Object.keys(properInputs).sort(), [...procedures].sort());
  });
});

forEachEngine((engine) => {
  describe('strangers', () => {
    let server: TestServer;
    let anna: TestResident;
    let ivan: TestResident;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        smtp: noMailServer,
        payments: (await FakeStripe.start(engine)).provider(),
      });
    });
    beforeEach(async () => {
      server.clock.advance(3_600_001);
      anna = await moveIn(server, 'Anna');
      ivan = await moveIn(server, 'Ivan');
    });
    const sceneOf = (procedure: string): Scene => ({
      server,
      anna,
      ivan,
      asIvan: (input) => call(server, procedure, { input, cookie: ivan.device.cookie }),
      asNobody: (input) => call(server, procedure, { input }),
    });
    /** Anna is signed in on both devices, and with the password and the e-mail that she had. */
    async function annaIsWell(): Promise<void> {
      for (const device of [anna.device, anna.other]) assert.equal((await device.pull()).length, 2);
      await new TestDevice(server).signIn(anna.user, anna.email);
    }

    for (const [procedure, { nobody, another, addsForHer }] of Object.entries(tries)) {
      it(`do nothing by ${procedure} when nobody is signed in`, async () => {
        const before = await rowsOf(server, anna);
        if (nobody) {
          await nobody(sceneOf(procedure));
        } else {
          const input = await properInputs[procedure]?.(server, anna);
          const everything = await everyRow(server);
          for (const cookie of [
            '',
            'meterbook=',
            `meterbook=${'0'.repeat(40)}`,
            `meterbook=${deviceId(server, anna.device)}`,
          ]) {
            await answers(call(server, procedure, { input, cookie }), { code: 'signed_out' });
          }
          assert.deepEqual(differences(everything, await everyRow(server)), []);
        }
        assert.deepEqual(differences(before, await rowsOf(server, anna)), []);
        await annaIsWell();
      });

      it(`reach nothing of another resident by ${procedure}`, async () => {
        const before = await rowsOf(server, anna);
        await another(sceneOf(procedure));
        if (!addsForHer) assert.deepEqual(differences(before, await rowsOf(server, anna)), []);
        await annaIsWell();
      });
    }

    it('who were signed in once are out', async () => {
      const { cookie } = ivan.device;
      await ivan.device.client.auth.signOut.mutate();
      ivan.device.cookie = cookie;
      assert.deepEqual(await problemOf(ivan.device.pull()), { code: 'signed_out' });
      assert.deepEqual((await call(server, 'accounts.remove', { input: { account: v7() }, cookie })).problem, {
        code: 'signed_out',
      });
    });
  });
});
