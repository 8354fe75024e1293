import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import type { Delivery, DeliveryOutcome } from '../../../shared/kiosk-answers.ts';
import type { KioskEnvelope } from '../../../shared/kiosk-envelope.ts';
import type { KioskSlip } from '../../../shared/kiosk-slip.ts';
import { backUp } from '../../support/back-up.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter, lockPeriod, type TestAccount } from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { runCli } from '../cli/run-cli.ts';

const july = '2017-07' as const;
/** In the window of July. Meanwhile the kiosk has another credential than the backup knows. */
const days = {
  backup: '2017-07-20T09:00:00+03:00',
  lost: '2017-07-24T10:00:00+03:00',
  back: '2017-07-25T10:00:00+03:00',
};

/** What one resident left: the slip, and the envelope as the tablet keeps it after it was delivered. */
interface Left {
  slip: KioskSlip;
  envelope: KioskEnvelope;
}

forEachEngine((engine) => {
  describe('what kiosks had delivered to a server that was restored from a backup', () => {
    const names = ['in backup', 'lost', 'lost too', 'lost and late', 'lost of many', 'new', 'held'] as const;
    const left = {} as Record<(typeof names)[number], Left>;
    let account: TestAccount;
    let kiosk: TestKiosk;
    /** Before the backup it was in use no more. */
    let revoked: TestKiosk;
    let server: TestServer;
    let epochBefore: string;

    const outcomes = (deliveries: readonly Delivery[]): DeliveryOutcome[] => deliveries.map(({ outcome }) => outcome);
    const deliver = async (...which: (typeof names)[number][]) =>
      outcomes(await kiosk.deliver(...which.map((name) => left[name].envelope)));

    async function leave(name: (typeof names)[number], at = kiosk): Promise<void> {
      const serial = `M-700${names.indexOf(name)}`;
      const readings = [at.reading(serial, ['5'])];
      const slip = at.slip({ account: account.number, serial, period: july, readings });
      left[name] = { slip, envelope: await at.seal(slip) };
    }

    const readings = (name: (typeof names)[number]) =>
      server.services.db.reader
        .selectFrom('readings')
        .innerJoin('operations', 'operations.id', 'readings.id')
        .where('readings.id', '=', left[name].slip.readings[0]?.id ?? '')
        .select(['readings.state', 'captured_best', 'number'])
        .execute();

    before(async () => {
      const url = await engine.create();
      const serve = (database: string, now: string) => startTestServer(engine, { company: 'dgservic', now, database });
      server = await serve(url, days.backup);
      account = await addAccount(server.services, { number: '1001' });
      for (const at of names.keys()) await addMeter(server.services, account, { serial: `M-700${at}` });
      kiosk = await enrolKiosk(server);
      revoked = await enrolKiosk(server);
      await leave('in backup');
      await leave('held', revoked);
      assert.deepEqual(await deliver('in backup'), ['received']);
      await revokeKiosk(server.services, revoked.id, 'test');
      await server.stop();
      const backup = await backUp(engine, url);

      server = await serve(url, days.lost);
      kiosk.goTo(server);
      revoked.goTo(server);
      await kiosk.hello();
      server.clock.advance(3_600_000);
      await kiosk.hello();
      epochBefore = kiosk.greeting.epoch;
      for (const name of names.filter((one) => one.startsWith('lost'))) {
        await leave(name);
        assert.deepEqual(await deliver(name), ['received']);
      }
      assert.deepEqual(outcomes(await revoked.deliver(left.held.envelope)), ['held']);
      await server.stop();

      const env = { METERBOOK_COMPANY: 'dgservic', METERBOOK_DATABASE: backup };
      const restored = await runCli(['restored'], { env });
      assert.equal(restored.code, 0, restored.stderr);
      server = await serve(backup, days.back);
      kiosk.goTo(server);
      revoked.goTo(server);
    });

    it('is told by another epoch, in the greeting and in the answer to whoever hands in', async () => {
      assert.equal((await kiosk.hello()).status, 200);
      const { epoch } = server.services;
      assert.notEqual(epoch, epochBefore);
      assert.equal(kiosk.greeting.epoch, epoch);
      for (const { client } of [kiosk, revoked]) {
        assert.deepEqual(await client.deliver.mutate({ visit: null, envelopes: [] }), { epoch, results: [] });
      }
    });

    it('is entered once, also behind a later number of the stream; what the backup has is known (I2, I3)', async () => {
      await leave('new');
      assert.deepEqual(await deliver('new'), ['received']);
      assert.deepEqual(await deliver('in backup', 'lost', 'lost too'), ['duplicate', 'received', 'received']);
      assert.deepEqual(
        await deliver('in backup', 'lost', 'lost too', 'new'),
        names.slice(0, 4).map(() => 'duplicate'),
      );
      for (const name of ['in backup', 'lost', 'lost too', 'new'] as const) {
        const entered = (await readings(name)).map(({ state, number }) => [state, Number(number)]);
        assert.deepEqual(entered, [['accepted', left[name].slip.readings[0]?.number]], name);
      }
    });

    it('counts for the day on which it was left (C2, W4)', async () => {
      const [reading] = await readings('lost');
      assert.equal(reading?.captured_best, left.lost.slip.capture.wall);
      const row = await server.services.db.reader
        .selectFrom('kiosk_slips')
        .where('id', '=', left.lost.slip.id)
        .select(['state', 'saved_at', 'received_at'])
        .executeTakeFirstOrThrow();
      assert.deepEqual(row, {
        state: 'entered',
        saved_at: left.lost.slip.capture.wall,
        received_at: new Date(server.clock.now()).toISOString(),
      });
    });

    it('has one effect where it comes 20 times at once', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => deliver('lost of many')));
      assert.deepEqual(all.flat().sort(), [...Array.from({ length: 19 }, () => 'duplicate'), 'received']);
      assert.equal((await readings('lost of many')).length, 1);
    });

    it('is late where the month was given to billing meanwhile (W6)', async () => {
      server.clock.set('2017-08-03T10:00:00+03:00');
      await lockPeriod(server.services, july);
      assert.deepEqual(await deliver('lost and late'), ['received']);
      assert.deepEqual(
        (await readings('lost and late')).map(({ state }) => state),
        ['late'],
      );
    });

    it('is held again where it came from a kiosk that had been revoked', async () => {
      for (let at = 0; at < 2; at++) {
        assert.deepEqual(outcomes(await revoked.deliver(left.held.envelope)), ['held']);
      }
      assert.deepEqual(await readings('held'), []);
    });
  });
});
