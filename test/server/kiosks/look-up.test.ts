import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import { checkProof } from '../../../server/kiosks/look-up.ts';
import { releaseAccount } from '../../../server/kiosks/release.ts';
import { mostWrong } from '../../../server/kiosks/tries.ts';
import { limitRules } from '../../../server/limits/rules.ts';
import { visitMinutes } from '../../../shared/kiosk-answers.ts';
import { forEachEngine } from '../../support/databases.ts';
import {
  addAccount,
  addBilledReading,
  addMeter,
  addReading,
  type TestAccount,
  type TestMeter,
} from '../../support/household.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('looking an account up at a kiosk', () => {
    let server: TestServer;
    let kiosk: TestKiosk;
    let account: TestAccount;
    let meter: TestMeter;
    let households = 0;
    const serial = 'AB 12-3456';
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });
    beforeEach(async () => {
      // Every test has its own hour, so that none meets the limits of another.
      server.clock.advance(3_600_001);
      kiosk = await enrolKiosk(server);
      const number = String(10_000 + households++);
      account = await addAccount(server.services, { number, holder: 'Anna Bērziņa', building: 'Rīgas iela 7' });
      meter = await addMeter(server.services, account, { serial });
    });

    const lookUp = (typed: { account?: string; serial?: string } = {}, at = kiosk) =>
      at.client.lookUp.mutate({ account: account.number, serial, ...typed });
    const guess = (of = account.number, at = kiosk) => problemOf(lookUp({ account: of, serial: v7() }, at));
    const mismatch = { code: 'account_mismatch' } as const;
    const locked = { code: 'kiosk_locked' } as const;
    const unknown = () => String(90_000 + households++);

    const audits = async () => {
      const rows = await server.services.db.reader.selectFrom('audit').selectAll().orderBy('seq').execute();
      return rows.filter(({ actor }) => actor === kiosk.id).map(({ action, subject }) => `${action} ${subject}`);
    };

    it('is refused for a number of no form of the company’s, and that counts for nothing', async () => {
      for (const wrong of ['1', '123456', 'ABCDE', '1234a', '１２３４５']) {
        assert.deepEqual(await problemOf(lookUp({ account: wrong })), { code: 'bad_input', path: 'account' });
      }
      assert.ok(!(await audits()).some((row) => row.includes('proof')));
    });

    it('answers an unknown account and a wrong serial number alike', async () => {
      assert.deepEqual(await guess(unknown()), mismatch);
      assert.deepEqual(await guess(), mismatch);
      assert.deepEqual(await problemOf(lookUp({ account: unknown() })), mismatch);
    });

    it('does as much for an unknown account as for a wrong serial number', async () => {
      const asked = async (typed: { account: string; serial: string }) => {
        const { db } = server.services;
        let queries = 0;
        const reader = new Proxy(db.reader, {
          get(target, key) {
            if (key === 'selectFrom') queries++;
            const value = Reflect.get(target, key) as unknown;
            return typeof value === 'function' ? value.bind(target) : value;
          },
        });
        assert.equal((await checkProof(reader, typed)).isRight, false);
        return queries;
      };
      assert.equal(
        await asked({ account: unknown(), serial: v7() }),
        await asked({ account: account.number, serial: v7() }),
      );
    });

    it('takes no serial number of another account, nor of a meter that was taken out', async () => {
      const other = await addAccount(server.services, { number: unknown() });
      await addMeter(server.services, other, { serial: 'other' });
      await addMeter(server.services, account, { serial: 'retired', service: 'gas', retired_on: '2026-11-27' });
      assert.deepEqual(await problemOf(lookUp({ serial: 'other' })), mismatch);
      assert.deepEqual(await problemOf(lookUp({ serial: 'retired' })), mismatch);
    });

    it('takes no number that stands on many meters for a proof, and answers as for a wrong one', async () => {
      for (const [at, placeholder] of ['б/н', '-', '0', 'нет', '00000', 'bez numura'].entries()) {
        const number = String(50_000 + at);
        const bare = await addAccount(server.services, { number });
        await addMeter(server.services, bare, { serial: placeholder });
        assert.deepEqual(await problemOf(lookUp({ account: number, serial: placeholder })), mismatch);
        assert.deepEqual((await audits()).slice(-1), [`kiosk-proof-wrong ${bare.id}`]);
      }
    });

    it('lets nobody lock an account by numbers that can never be right', async () => {
      for (let at = 0; at < 2 * mostWrong; at++) {
        assert.deepEqual(await problemOf(lookUp({ serial: '-'.repeat(at + 1) })), mismatch);
      }
      await lookUp();
    });

    it('notes each wrong proof without what was typed', async () => {
      const typed = v7();
      await problemOf(lookUp({ serial: typed }));
      const none = unknown();
      await guess(none);
      assert.deepEqual((await audits()).slice(-2), [`kiosk-proof-wrong ${account.id}`, 'kiosk-proof-wrong ']);
      const rows = await server.services.db.reader.selectFrom('audit').selectAll().execute();
      const tries = await server.services.db.reader.selectFrom('kiosk_tries').selectAll().execute();
      const kept = JSON.stringify([rows.map(({ detail, subject }) => [detail, subject]), tries]);
      for (const secret of [typed, `"${none}"`, `"${account.number}"`]) assert.ok(!kept.includes(secret));
    });

    it('is locked after five wrong proofs, to the right one too, and that is noted once', async () => {
      for (let at = 0; at < mostWrong; at++) assert.equal((await guess()).code, mismatch.code);
      assert.deepEqual(await guess(), locked);
      assert.deepEqual(await problemOf(lookUp()), locked);
      assert.deepEqual((await audits()).slice(1), [
        ...Array<string>(mostWrong).fill(`kiosk-proof-wrong ${account.id}`),
        `kiosk-account-locked ${account.id}`,
        `kiosk-look-up-refused ${account.id}`,
        `kiosk-look-up-refused ${account.id}`,
      ]);
    });

    it('is locked alike for a number that nobody has, so that a lock tells nothing', async () => {
      const none = unknown();
      for (let at = 0; at < mostWrong; at++) assert.equal((await guess(none)).code, mismatch.code);
      assert.deepEqual(await guess(none), locked);
    });

    it('is not unlocked by time, nor by how the number is typed', async () => {
      for (let at = 0; at < mostWrong; at++) {
        await guess(at % 2 ? ` ${account.number} ` : account.number);
        server.clock.advance(86_400_000);
      }
      server.clock.advance(30 * 86_400_000);
      assert.deepEqual(await problemOf(lookUp()), locked);
    });

    for (const most of [20, 50]) {
      it(`lets no more than five of ${most} guesses at once have an answer`, async () => {
        const found = await Promise.all(Array.from({ length: most }, () => guess()));
        const codes = found.map(({ code }) => code);
        assert.equal(codes.filter((code) => code === 'account_mismatch').length, mostWrong);
        assert.ok(codes.every((code) => ['account_mismatch', 'kiosk_locked', 'too_many'].includes(code)));
        server.clock.advance(3_600_001);
        assert.deepEqual(await problemOf(lookUp()), locked);
        const rows = await server.services.db.reader
          .selectFrom('audit')
          .where('subject', '=', account.id)
          .select('action')
          .execute();
        const count = (action: string) => rows.filter((row) => row.action === action).length;
        assert.equal(count('kiosk-proof-wrong'), mostWrong);
        assert.equal(count('kiosk-account-locked'), 1);
      });
    }

    it('may be wrong so often at a kiosk, whatever the accounts', async () => {
      const { points } = limitRules['kiosk-look-up-kiosk'];
      for (let at = 0; at < points; at++) {
        if (at < 2) await lookUp();
        assert.deepEqual(await guess(unknown()), mismatch);
      }
      assert.equal((await problemOf(lookUp())).code, 'too_many');
      await lookUp({}, await enrolKiosk(server));
    });

    it('is released by a clerk, who is noted, and nobody else', async () => {
      for (let at = 0; at < mostWrong; at++) await guess();
      await releaseAccount(server.services, account.id, 'dace');
      await lookUp();
      const [last] = await server.services.db.reader
        .selectFrom('audit')
        .where('actor', '=', 'dace')
        .selectAll()
        .execute()
        .then((rows) => rows.slice(-1));
      assert.deepEqual([last?.action, last?.subject], ['kiosk-account-released', account.id]);
      const again = releaseAccount(server.services, account.id, 'dace');
      await assert.rejects(again, (error: { message: string }) => error.message === 'changed_meanwhile');
      const none = releaseAccount(server.services, v7(), 'dace');
      await assert.rejects(none, (error: { message: string }) => error.message === 'not_found');
    });

    it('is released as well where it was locked before there was such an account', async () => {
      const number = unknown();
      for (let at = 0; at < mostWrong; at++) await guess(number);
      const later = await addAccount(server.services, { number });
      await addMeter(server.services, later, { serial });
      assert.deepEqual(await problemOf(lookUp({ account: number })), locked);
      await releaseAccount(server.services, later.id, 'dace');
      await lookUp({ account: number });
    });

    it('counts anew after a right proof', async () => {
      for (let round = 0; round < 2; round++) {
        for (let at = 1; at < mostWrong; at++) assert.equal((await guess()).code, mismatch.code);
        await lookUp();
      }
    });

    it('answers with the meters, and only a mask of whose they are', async () => {
      await addBilledReading(server.services, meter, { period: '2026-09', values: { B: 1_000 } });
      await addReading(server.services, meter, { period: '2026-10', values: { B: 2_000 } });
      await addReading(server.services, meter, { period: '2026-10', values: { B: 1_900 }, state: 'superseded' });
      await addReading(server.services, meter, { period: '2026-11', values: { B: 9 }, state: 'review' });
      const out = await addMeter(server.services, account, {
        serial: 'out',
        service: 'gas',
        retired_on: '2026-10-31',
      });
      const thisMonth = await addMeter(server.services, account, {
        serial: 'this month',
        service: 'electricity',
        retired_on: '2026-11-01',
      });
      server.clock.set('2026-11-28T12:00:00+02:00');
      const answer = await lookUp({ account: ` ${account.number} `, serial: 'ab12-3456' });
      const { holder, address, meters, exceptions, locked, visit } = answer;
      assert.deepEqual({ holder, address }, { holder: 'A••• B•••', address: 'Rīgas iela 7-••' });
      assert.deepEqual(
        meters.map((one) => [one.meter.id, one.building, one.readings.map(({ values }) => values.B)]),
        [
          [meter.id, 'Rīgas iela 7', [9, 2_000, 1_000]],
          [thisMonth.id, 'Rīgas iela 7', []],
        ],
        'M7',
      );
      assert.ok(!JSON.stringify(answer).includes(out.id));
      assert.deepEqual({ exceptions, locked }, { exceptions: [], locked: [] });
      assert.equal(visit.until, new Date(server.clock.now() + visitMinutes * 60_000).toISOString());
      assert.ok(!JSON.stringify(answer).includes('Bērziņa'));
      assert.deepEqual((await audits()).slice(-1), [`kiosk-look-up ${account.id}`]);
    });

    it('tells of a reading what the rules need, and neither whose it is nor what was noticed and decided', async () => {
      const reading = await addReading(server.services, meter, { period: '2026-08', values: { B: 500 } });
      const { db } = server.services;
      await db.write((tx) => tx.updateTable('readings').set({ reason: 'Called.' }).where('id', '=', reading).execute());
      const answer = await lookUp();
      const [first] = answer.meters;
      const told = first?.readings.find(({ period }) => period === '2026-08');
      assert.deepEqual(Object.keys(told ?? {}).sort(), [
        'capturedAt',
        'kind',
        'period',
        'receivedAt',
        'rollover',
        'source',
        'state',
        'values',
      ]);
      assert.ok(first && !('account' in first.meter) && !('replaces' in first.meter));
      for (const secret of [account.id, reading, 'Called.', 'problems']) {
        const { visit, ...rest } = answer;
        assert.ok(!JSON.stringify(rest).includes(secret), `${secret} ${visit.until}`);
      }
    });

    it('answers with the exceptions of its house and of all, and the months that are locked', async () => {
      const { db } = server.services;
      const at = '2026-11-01T00:00:00.000Z';
      const row = { service: null, opens_on: '2026-11-20', closes_on: '2026-11-30', reason: 'Svētki' } as const;
      await db.write(async (tx) => {
        for (const building of [null, 'Rīgas iela 7', 'Rīgas iela 8']) {
          await tx
            .insertInto('window_exceptions')
            .values({
              id: v7(),
              period: '2026-11',
              building,
              ...row,
              created_at: at,
              created_by: 'test',
              ended_at: null,
            })
            .execute();
        }
        for (const period of ['2026-09', '2026-10'] as const) {
          await tx.insertInto('period_locks').values({ period, locked_at: at, batch_id: null, reason: '' }).execute();
        }
      });
      server.clock.set('2026-11-28T14:00:00+02:00');
      const { exceptions, locked } = await lookUp();
      assert.deepEqual(exceptions.map(({ building }) => building).sort(), ['Rīgas iela 7', null].sort());
      assert.deepEqual(locked, ['2026-10', '2026-09']);
    });
  });
});
