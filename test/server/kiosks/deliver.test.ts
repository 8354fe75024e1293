import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { v7 } from 'uuid';
import type { Database } from '../../../server/db/database.ts';
import { kioskCredentialHash } from '../../../server/kiosks/codes.ts';
import { deliver } from '../../../server/kiosks/deliver.ts';
import { rotateKioskKey } from '../../../server/kiosks/keys.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { visitMinutes } from '../../../shared/kiosk-answers.ts';
import { mostEnvelopes } from '../../../shared/kiosk-envelope.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, kioskClient, type TestKiosk } from '../../support/kiosk.ts';
import { furnishWithKiosk, july, type KioskHome, type MeterOnWall } from '../../support/kiosk-home.ts';
import { hire } from '../../support/staff.ts';
import { problemOf } from '../../support/test-device.ts';

forEachEngine((engine) => {
  describe('what a kiosk hands in', () => {
    let home: KioskHome;
    let kiosk: TestKiosk;
    before(async () => {
      home = await furnishWithKiosk(engine);
      ({ kiosk } = home);
    });

    const caller = () => ({
      kiosk: { id: kiosk.id, name: kiosk.name },
      credentialHash: kioskCredentialHash(kiosk.cookie.split('=')[1] as string),
      may: 'all' as const,
    });
    /** Calls the server’s function with a database that fails as it is told. */
    const deliverWith = async (write: Database['write'], ...envelopes: unknown[]) => {
      const { services } = home.server;
      const db = { ...services.db, write };
      return deliver({ ...services, db }, caller(), { visit: null, envelopes });
    };
    const outcomes = (results: readonly { outcome: string }[]) => results.map(({ outcome }) => outcome);

    it('is refused whole from whoever is no kiosk', async () => {
      const envelope = await kiosk.seal(home.slipOf(await home.hang(), ['1']));
      const dace = await hire(home.server, { role: 'administrator' });
      const anna = await home.device();
      const cookies = [undefined, dace.cookie, anna.cookie, 'meterbook-kiosk=', `meterbook-kiosk=${'0'.repeat(64)}`];
      for (const cookie of cookies) {
        const call = kioskClient(home.server.url, cookie).deliver.mutate({ visit: null, envelopes: [envelope] });
        assert.deepEqual(await problemOf(call), { code: 'signed_out' });
      }
      assert.equal(await home.slipRow(envelope.envelope), undefined);
    });

    it('is refused whole where it is more than there may be', async () => {
      const problem = await problemOf(kiosk.deliver(...Array.from({ length: mostEnvelopes + 1 }, () => null)));
      assert.deepEqual(problem, { code: 'bad_input', path: 'envelopes' });
    });

    it('is refused where no kiosk of ours sealed it, and that is noted without a word of what is in it', async () => {
      const slip = home.slipOf(await home.hang(), ['1'], { contact: 'anna@example.lv' });
      const [result] = await kiosk.deliver(await kiosk.seal(slip, { kiosk: v7() }));
      assert.deepEqual(result, {
        envelope: slip.id,
        outcome: 'refused',
        problem: { code: 'malformed', path: 'kiosk' },
        readings: null,
      });
      const [noted] = await home.audits(1);
      const detail = JSON.stringify({ envelope: slip.id, why: 'kiosk' });
      assert.deepEqual(noted, { actor: kiosk.id, action: 'kiosk-envelope-refused', subject: kiosk.id, detail });
    });

    it('lets no bad envelope block a good one', async () => {
      const good = home.slipOf(await home.hang(), ['1']);
      const bad = { ...(await kiosk.seal(home.slipOf(await home.hang(), ['1']))), key: v7() };
      const results = await kiosk.deliver(null, 1, [[]], {}, { envelope: 'x' }, bad, await kiosk.seal(good));
      assert.deepEqual(outcomes(results), [...Array.from({ length: 6 }, () => 'refused'), 'received']);
      assert.deepEqual(
        results.map(({ envelope }) => envelope),
        ['', '', '', '', '', bad.envelope, good.id],
      );
      assert.equal((await home.slipRow(good.id))?.state, 'entered');
    });

    it('is a reading, a row of the ledger, a version and the slip together (I1)', async () => {
      const meter = await home.hang();
      const slip = home.slipOf(meter, ['00126,5'], { contact: '+371 2912 3456' });
      const [result] = await home.hand(slip);
      assert.deepEqual(result, { envelope: slip.id, outcome: 'received', problem: null, readings: null });
      const [id] = slip.readings.map((reading) => reading.id);
      const { reader } = home.server.services.db;
      const reading = await reader
        .selectFrom('readings')
        .where('meter_id', '=', meter.id)
        .selectAll()
        .executeTakeFirstOrThrow();
      const { register_values, source, state, stream, stream_number } = reading;
      assert.deepEqual(
        { id: reading.id, register_values, source, state, stream, number: Number(stream_number) },
        {
          id,
          register_values: '{"B":126500}',
          source: 'kiosk',
          state: 'accepted',
          stream: kiosk.id,
          number: slip.readings[0]?.number,
        },
      );
      const entry = await reader
        .selectFrom('operations')
        .where('id', '=', id as string)
        .selectAll()
        .executeTakeFirstOrThrow();
      assert.deepEqual([entry.user_id, entry.stream, entry.outcome], [kiosk.id, kiosk.id, 'applied']);
      assert.equal(Number(entry.version), await home.head());
      const kept = await home.slipRow(slip.id);
      assert.deepEqual(JSON.parse(kept?.content ?? ''), { ...slip, contact: null });
      assert.deepEqual(
        [kept?.state, kept?.kiosk_id, kept?.account_id, kept?.saved_at],
        ['entered', kiosk.id, home.account.id, slip.capture.wall],
      );
      assert.deepEqual(await home.results(slip.id), [{ id, outcome: 'accepted', problems: [] }]);
    });

    it('has one effect where the answer was lost: the same again is told what became of it', async () => {
      const meter = await home.hang();
      const slip = home.slipOf(meter, ['5']);
      const envelope = await kiosk.seal(slip);
      const lost: Database['write'] = async (work) => {
        await home.server.services.db.write(work);
        throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
      };
      assert.deepEqual(outcomes(await deliverWith(lost, envelope)), ['retry']);
      const visit = home.server.services.visits.begin(kiosk.id, { account: home.account.id }).token;
      const { results } = await kiosk.client.deliver.mutate({ visit, envelopes: [envelope] });
      const readings = [{ id: slip.readings[0]?.id, outcome: 'accepted', problems: [] }];
      assert.deepEqual(results, [{ envelope: slip.id, outcome: 'duplicate', problem: null, readings }]);
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'accepted' });
    });

    it('leaves nothing behind where the server stops before the commit, and can be handed in again', async () => {
      const [meter, another] = [await home.hang(), await home.hang()];
      const slip = home.slipOf(meter, ['5']);
      const [first, second] = [await kiosk.seal(slip), await kiosk.seal(home.slipOf(another, ['6']))];
      let writes = 0;
      const stopped: Database['write'] = (work) =>
        home.server.services.db.write(async (tx) => {
          const result = await work(tx);
          if (++writes === 1) throw Object.assign(new Error('terminating'), { code: '57P01' });
          return result;
        });
      assert.deepEqual(outcomes(await deliverWith(stopped, first, second)), ['retry', 'received']);
      assert.deepEqual(await home.readings(meter), []);
      assert.equal(await home.ledger(slip.readings[0]?.id as string), undefined);
      assert.equal(await home.slipRow(slip.id), undefined);
      assert.deepEqual(outcomes(await kiosk.deliver(first, second)), ['received', 'duplicate']);
    });

    it('has one effect where it is sent 20 times at once (I2, I3)', async () => {
      const meter = await home.hang();
      const envelope = await kiosk.seal(home.slipOf(meter, ['5']));
      const all = await Promise.all(Array.from({ length: 20 }, () => kiosk.deliver(envelope)));
      const expected = [...Array.from({ length: 19 }, () => 'duplicate'), 'received'];
      assert.deepEqual(outcomes(all.flat()).sort(), expected);
      assert.equal((await home.readings(meter)).length, 1);
    });

    it('has one effect, too, where another server enters it in this very moment (I3)', async () => {
      const envelope = await kiosk.seal(home.slipOf(await home.hang(), ['5']));
      let writes = 0;
      const overtaken: Database['write'] = async (work) => {
        if (++writes > 1) return home.server.services.db.write(work);
        await kiosk.deliver(envelope);
        throw Object.assign(new Error('there is one'), { code: '23505' });
      };
      assert.deepEqual(outcomes(await deliverWith(overtaken, envelope)), ['duplicate']);
    });

    it('gives no two of one account the same version, however many kiosks and devices come at once (I4)', async () => {
      const kiosks = await Promise.all(Array.from({ length: 8 }, () => enrolKiosk(home.server)));
      const device = await home.device();
      const meters = await Promise.all(Array.from({ length: 2 * kiosks.length }, () => home.hang()));
      const before = await home.head();
      const all = kiosks.map(async (one, at) => {
        const { serial } = meters[at] as MeterOnWall;
        const readings = [one.reading(serial, ['1'])];
        const slip = one.slip({ account: home.account.number, serial, period: july, readings });
        const [result] = await one.deliver(await one.seal(slip));
        assert.equal(result?.outcome, 'received');
        return readings[0]?.id as string;
      });
      const pushed = meters.slice(kiosks.length).map(async (meter) => {
        const operation = device.reading(meter, { period: july, values: { B: 1_000 } });
        await device.push(operation);
        return operation.id;
      });
      const entries = await Promise.all((await Promise.all([...all, ...pushed])).map((id) => home.ledger(id)));
      assert.deepEqual(
        entries.map((entry) => Number(entry?.version)).sort((a, b) => a - b),
        meters.map((_, at) => before + at + 1),
      );
      assert.equal(await home.head(), before + meters.length);
    });

    it('is refused under the id of another one, whichever of them came first', async () => {
      const meter = await home.hang();
      const slip = home.slipOf(meter, ['5']);
      await home.hand(slip);
      const [result] = await home.hand({ ...home.slipOf(meter, ['6']), id: slip.id });
      assert.deepEqual([result?.outcome, result?.problem], ['refused', { code: 'id_reused' }]);
      assert.equal((await home.audits(1))[0]?.action, 'kiosk-envelope-refused');
      assert.deepEqual(JSON.parse((await home.slipRow(slip.id))?.content ?? ''), slip);
      assert.deepEqual(await home.states(meter), { '{"B":5000}': 'accepted' });
    });

    it('is opened by the key to which it was sealed, after others have come', async () => {
      const envelope = await kiosk.seal(home.slipOf(await home.hang(), ['5']));
      const { id } = await rotateKioskKey(home.server.services, 'test');
      await kiosk.hello();
      assert.equal(kiosk.greeting.key.id, id);
      const later = await kiosk.seal(home.slipOf(await home.hang(), ['5']));
      assert.deepEqual(outcomes(await kiosk.deliver(envelope, later)), ['received', 'received']);
    });

    it('is told of to those alone who proved to be of the account; all others hear the same, whatever was right', async () => {
      const meter = await home.hang();
      const { id: account } = home.account;
      const right = await home.hand(home.slipOf(meter, ['1']));
      const wrong = await home.hand({ ...home.slipOf(meter, ['1']), serial: 'no such meter' });
      const unknown = await home.hand(home.slipOf(meter, ['1'], { account: '9999' }));
      const another = await home.hand(home.slipOf(meter, ['1']), { account: v7() });
      for (const [result] of [right, wrong, unknown, another]) {
        assert.deepEqual(
          { ...result, envelope: '' },
          { envelope: '', outcome: 'received', problem: null, readings: null },
        );
      }
      const [shown] = await home.hand(home.slipOf(meter, ['1']), { account });
      assert.deepEqual(
        shown?.readings?.map(({ outcome }) => outcome),
        ['accepted'],
      );
      const old = home.server.services.visits.begin(kiosk.id, { account }).token;
      home.server.clock.advance(visitMinutes * 60_000);
      const envelopes = [await kiosk.seal(home.slipOf(meter, ['1']))];
      for (const visit of [old, 'nonsense']) {
        const [result] = (await kiosk.client.deliver.mutate({ visit, envelopes })).results;
        assert.equal(result?.readings, null, 'a visit that is over tells nothing, and keeps nothing out');
      }
    });

    it('is put off where refusals never end: the log does not grow by them, and good ones are taken in', async () => {
      const { points, seconds } = limitRules['kiosk-envelope-refused'];
      const flooding = await enrolKiosk(home.server);
      const refusals = async () => {
        const noted = await home.audits(2 * points);
        return noted.filter(({ actor, action }) => actor === flooding.id && action === 'kiosk-envelope-refused').length;
      };
      for (let sent = 0; sent < points; sent += mostEnvelopes) {
        await flooding.deliver(...Array.from({ length: Math.min(mostEnvelopes, points - sent) }, () => null));
      }
      assert.equal(await refusals(), points);
      const good = await flooding.seal(
        flooding.slip({ account: '9999', serial: '1', period: july, readings: [flooding.reading('1', ['1'])] }),
      );
      const [late, taken] = await flooding.deliver(null, good);
      assert.deepEqual([late?.outcome, late?.problem?.code, taken?.outcome], ['retry', 'too_many', 'received']);
      assert.equal(await refusals(), points);
      home.server.clock.advance(seconds * 1_000);
      assert.deepEqual(outcomes(await flooding.deliver(null)), ['refused']);
    });

    it('is put off, and not lost, where one kiosk hands in more than residents leave at it', async () => {
      const { points, seconds } = limitRules['kiosk-slip'];
      const flooding = await enrolKiosk(home.server);
      for (let taken = 0; taken < points; taken++) await home.server.services.limits.consume('kiosk-slip', flooding.id);
      const envelope = await flooding.seal(
        flooding.slip({ account: '9999', serial: '1', period: july, readings: [flooding.reading('1', ['1'])] }),
      );
      const [late] = await flooding.deliver(envelope);
      assert.deepEqual([late?.outcome, late?.problem?.code], ['retry', 'too_many']);
      home.server.clock.advance(seconds * 1_000);
      assert.deepEqual(outcomes(await flooding.deliver(envelope)), ['received']);
    });
  });
});
