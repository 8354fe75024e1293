import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { v7 } from 'uuid';
import type { KioskSignedIn } from '../../../shared/kiosk-answers.ts';
import { longestVisitMinutes, visitMinutes } from '../../../shared/kiosk-answers.ts';
import { addMonths, type Period } from '../../../shared/period.ts';
import { addLedgerMonth, addPayment, addStatement } from '../../support/bills.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { visitAt } from '../../support/kiosk-tries.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { problemOf } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('bills at a kiosk', () => {
    let server: TestServer;
    let kiosk: TestKiosk;
    let anna: TestResident;
    let ivan: TestResident;
    let visit: string;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      kiosk = await enrolKiosk(server);
    });
    beforeEach(async () => {
      server.clock.set('2026-11-28T09:00:00+02:00');
      anna = await moveIn(server, 'Anna');
      ivan = await moveIn(server, 'Ivan');
      visit = await visitAt({ server, kiosk, anna }, 'user');
    });
    const bills = (token = visit): Promise<KioskSignedIn> => kiosk.client.bills.query({ visit: token });
    const bill = (id: string) => kiosk.client.bill.query({ visit, bill: id });

    it('are not told of another resident, nor of an account that is the user’s no more', async () => {
      const his = await addStatement(server.services, ivan.accounts[0], { period: '2026-10' });
      const hers = await addStatement(server.services, anna.accounts[1], { period: '2026-10' });
      assert.deepEqual(await problemOf(bill(his)), { code: 'not_found' });
      assert.deepEqual(await problemOf(bill(v7())), { code: 'not_found' });
      const text = JSON.stringify(await bills());
      for (const secret of [his, ivan.accounts[0].id, `"${ivan.accounts[0].number}"`])
        assert.ok(!text.includes(secret));
      await bill(hers);
      await anna.device.client.accounts.remove.mutate({ account: anna.accounts[1].id });
      assert.deepEqual(await problemOf(bill(hers)), { code: 'not_found' });
      assert.deepEqual(
        (await bills()).accounts.map(({ id }) => id),
        [anna.accounts[0].id],
      );
    });

    it('are not told of a user who is no more', async () => {
      for (const change of [{ deleted_at: '2026-11-28T06:00:00.000Z' }, { merged_into: ivan.user.id }]) {
        await server.services.db.write(async (tx) => {
          await tx.updateTable('users').set(change).where('id', '=', anna.user.id).execute();
        });
        assert.deepEqual(await problemOf(bills()), { code: 'signed_out' });
        await server.services.db.write(async (tx) => {
          const none = { deleted_at: null, merged_into: null };
          await tx.updateTable('users').set(none).where('id', '=', anna.user.id).execute();
        });
      }
      await bills();
    });

    it('are told as long as whoever stands there goes on, and never longer than half an hour', async () => {
      const begun = server.clock.now();
      let token = visit;
      while (server.clock.now() + visitMinutes * 60_000 <= begun + longestVisitMinutes * 60_000) {
        server.clock.advance(visitMinutes * 60_000 - 1);
        token = (await bills(token)).visit.token;
      }
      server.clock.set(new Date(begun + longestVisitMinutes * 60_000).toISOString());
      assert.deepEqual(await problemOf(bills(token)), { code: 'signed_out' });
    });

    it('have no balance where there is no ledger', async () => {
      const id = await addStatement(server.services, anna.accounts[0], { period: '2026-10', total: 12_34 });
      const [first] = (await bills()).accounts;
      assert.equal(first?.balance, null);
      assert.deepEqual(
        first?.bills.map(({ id, total, state, left }) => ({ id, total, state, left })),
        [{ id, total: 12_34, state: 'unknown', left: 12_34 }],
      );
    });

    it('have the balance of today, and each what became of it (B3, B6)', async () => {
      const [account] = anna.accounts;
      const total = { opening: 0, charged: 10_00, paid: 0, recalculated: 0, closing: 10_00 };
      await addLedgerMonth(server.services, account, { period: '2026-09', services: [], total });
      const [september, october, november] = [
        await addStatement(server.services, account, { period: '2026-09', total: 10_00, due: '2026-10-31' }),
        await addStatement(server.services, account, { period: '2026-10', total: 20_00, due: '2026-11-27' }),
        await addStatement(server.services, account, { period: '2026-11', total: 5_00, due: '2026-12-31' }),
      ];
      await addPayment(server.services, account, { date: '2026-10-15', amount: 12_00, number: '1' });
      const [first, second] = (await bills()).accounts;
      assert.equal(first?.balance, 23_00);
      assert.deepEqual(
        first?.bills.map(({ id, state, left }) => ({ id, state, left })),
        [
          { id: november, state: 'open', left: 5_00 },
          { id: october, state: 'overdue', left: 18_00 },
          { id: september, state: 'paid', left: 0 },
        ],
      );
      assert.deepEqual(second, {
        id: anna.accounts[1].id,
        number: anna.accounts[1].number,
        address: `Rīgas iela 1-${anna.accounts[1].number}`,
        balance: null,
        bills: [],
      });
    });

    it('are the newest twelve of each account, newest first', async () => {
      const periods = Array.from({ length: 14 }, (_, at) => addMonths('2026-10' as Period, -at));
      for (const period of [...periods].reverse()) await addStatement(server.services, anna.accounts[0], { period });
      const [first] = (await bills()).accounts;
      assert.deepEqual(
        first?.bills.map(({ period }) => period),
        periods.slice(0, 12),
      );
    });

    it('are shown whole, with the one of an earlier month before it', async () => {
      const [account] = anna.accounts;
      const june = await addStatement(server.services, account, { period: '2026-06', number: 'june' });
      const first = await addStatement(server.services, account, { period: '2026-10', number: 'a' });
      const second = await addStatement(server.services, account, { period: '2026-10', number: 'b' });
      const shown = await bill(second);
      assert.deepEqual([shown.statement.id, shown.previous?.id], [second, june]);
      assert.equal(shown.statement.lines.length, 1);
      assert.equal((await bill(first)).previous?.id, june);
      assert.equal((await bill(june)).previous, null);
    });
  });
});
