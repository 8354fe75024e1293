import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { ProblemError } from '../../../server/errors.ts';
import { enterHeld } from '../../../server/kiosks/enter-held.ts';
import { revokeKiosk } from '../../../server/kiosks/manage.ts';
import { mostHeld } from '../../../server/kiosks/slip-limits.ts';
import { toInstant } from '../../../shared/instant.ts';
import { mostEnvelopes } from '../../../shared/kiosk-envelope.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('a kiosk that was revoked', () => {
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

    const revoke = () => revokeKiosk(home.server.services, kiosk.id, dace.id);
    const slipOf = ({ serial }: MeterOnWall, typed: string) =>
      kiosk.slip({
        account: home.account.number,
        serial,
        period: july,
        readings: [kiosk.reading(serial, [typed])],
        contact: '+371 2912 3456',
      });
    const takeIn = (id: string) => enterHeld(home.server.services, id, dace.id);

    it('opens nothing any more, and seals to no newer key', async () => {
      await revoke();
      assert.equal((await kiosk.hello()).status, 401);
      const call = kiosk.client.lookUp.mutate({ account: home.account.number, serial: '1' });
      assert.deepEqual(await problemOf(call), { code: 'signed_out' });
    });

    it('has what it sealed kept for the office, and nothing of it entered', async () => {
      const meter = await home.hang();
      const slip = slipOf(meter, '5');
      const envelope = await kiosk.seal(slip);
      await revoke();
      const before = await home.head();
      for (let at = 0; at < 2; at++) {
        const [result] = await kiosk.deliver(envelope);
        assert.deepEqual(result, { envelope: slip.id, outcome: 'held', problem: null, readings: null });
      }
      assert.deepEqual(await home.readings(meter), []);
      assert.equal(await home.ledger(slip.readings[0]?.id as string), undefined);
      assert.equal(await home.head(), before);
      const kept = await home.slipRow(slip.id);
      assert.deepEqual([kept?.state, kept?.account_id], ['held', home.account.id]);
      assert.deepEqual(JSON.parse(kept?.content ?? ''), slip);
    });

    it('is still refused what it did not seal', async () => {
      const envelope = await kiosk.seal(slipOf(await home.hang(), '5'));
      await revoke();
      const [result] = await kiosk.deliver({
        ...envelope,
        sealed: envelope.sealed.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
      });
      assert.deepEqual([result?.outcome, result?.problem], ['refused', { code: 'malformed', path: 'sealed' }]);
    });

    it('is held no more than there may be, and the rest waits on the tablet', async () => {
      const meter = await home.hang();
      const slips = Array.from({ length: mostHeld + 1 }, () => slipOf(meter, '5'));
      const envelopes = await Promise.all(slips.map((slip) => kiosk.seal(slip)));
      await revoke();
      const results = [];
      for (let at = 0; at < envelopes.length; at += mostEnvelopes) {
        results.push(...(await kiosk.deliver(...envelopes.slice(at, at + mostEnvelopes))));
      }
      const last = results.pop();
      assert.ok(results.every(({ outcome }) => outcome === 'held'));
      assert.deepEqual([last?.outcome, last?.problem], ['retry', { code: 'too_many', seconds: 3600 }]);
      assert.equal(await home.slipRow(slips.at(-1)?.id as string), undefined);
    });

    it('has a slip taken in by the office as if it had come in time, once', async () => {
      const meter = await home.hang();
      const slip = slipOf(meter, '5');
      const envelope = await kiosk.seal(slip);
      await revoke();
      await kiosk.deliver(envelope);
      const came = toInstant(home.server.clock.now());
      home.server.clock.set('2017-08-03T09:00:00+03:00');
      assert.equal((await takeIn(slip.id)).state, 'entered');
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'accepted' });
      const reading = await home.server.services.db.reader
        .selectFrom('readings')
        .where('meter_id', '=', meter.id)
        .select(['received_at', 'captured_latest', 'source', 'stream'])
        .executeTakeFirstOrThrow();
      assert.deepEqual(reading, { received_at: came, captured_latest: came, source: 'kiosk', stream: kiosk.id });
      const [noted] = await home.audits(1);
      const detail = JSON.stringify({ slip: slip.id, state: 'entered' });
      assert.deepEqual(noted, { actor: dace.id, action: 'take-in-held-slip', subject: kiosk.id, detail });
      await assert.rejects(
        takeIn(slip.id),
        (error) => error instanceof ProblemError && error.problem.code === 'changed_meanwhile',
      );
      assert.equal((await kiosk.deliver(envelope))[0]?.outcome, 'duplicate');
    });

    it('has a slip that proves nothing left to the office, also when it is taken in; that is no try', async () => {
      const meter = await home.hang();
      const slip = { ...slipOf(meter, '5'), serial: 'no such meter 1' };
      const envelope = await kiosk.seal(slip);
      await revoke();
      await kiosk.deliver(envelope);
      assert.equal((await takeIn(slip.id)).state, 'office');
      assert.deepEqual(
        (await home.results(slip.id)).map(({ problems }) => problems),
        [[{ code: 'account_mismatch' }]],
      );
      assert.deepEqual(await home.server.services.db.reader.selectFrom('kiosk_tries').selectAll().execute(), []);
    });

    it('has no slip taken in that is none', async () => {
      await assert.rejects(
        takeIn(v7()),
        (error) => error instanceof ProblemError && error.problem.code === 'not_found',
      );
    });
  });
});
