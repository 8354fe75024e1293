import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { limitRules } from '../../../server/limits/rules.ts';
import { forEachEngine } from '../../support/databases.ts';
import { enrolKiosk, type TestKiosk } from '../../support/kiosk.ts';
import { moveIn, type TestResident } from '../../support/residents.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('signing in at a kiosk', () => {
    let server: TestServer;
    let kiosk: TestKiosk;
    let anna: TestResident;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    });
    beforeEach(async () => {
      // Every test has its own hour, so that none meets the limits of another.
      server.clock.advance(3_600_001);
      kiosk = await enrolKiosk(server);
      anna = await moveIn(server, 'Anna');
    });
    const signIn = (name: string, password = anna.user.password) => kiosk.client.signIn.mutate({ name, password });
    const failed = { code: 'sign_in_failed' } as const;
    const newest = async () => {
      const { db } = server.services;
      const row = await db.reader.selectFrom('audit').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
      return [row.actor, row.action, row.subject, row.detail];
    };
    const count = async (table: 'sessions' | 'mails') => {
      const { db } = server.services;
      const { rows } = await db.reader
        .selectFrom(table)
        .select((row) => row.fn.countAll().as('rows'))
        .executeTakeFirstOrThrow();
      return Number(rows);
    };

    it('is refused alike for a wrong name and a wrong password, and that is noted with the kiosk', async () => {
      assert.deepEqual(await problemOf(signIn('nobody@example.lv')), failed);
      assert.deepEqual(await problemOf(signIn(anna.email, 'a guess')), failed);
      assert.deepEqual(await newest(), [kiosk.id, 'kiosk-sign-in-refused', '', '{}']);
    });

    it('has the limits of every sign-in, together with those', async () => {
      const { points } = limitRules['sign-in-name'];
      const elsewhere = new TestDevice(server).client.auth.signIn;
      for (let at = 0; at < points; at++) {
        const guess = { name: anna.email, password: `guess ${at}` };
        assert.deepEqual(
          await problemOf(at % 2 ? signIn(guess.name, guess.password) : elsewhere.mutate(guess)),
          failed,
        );
      }
      assert.equal((await problemOf(signIn(anna.email))).code, 'too_many');
    });

    it('counts wrong passwords by kiosk, and shuts nobody else out who is behind the same address', async () => {
      const { points } = limitRules['sign-in-address'];
      for (let at = 0; at < points; at++) {
        assert.deepEqual(await problemOf(signIn(`nobody-${at}@example.lv`, 'a guess')), failed);
      }
      assert.equal((await problemOf(signIn(anna.email))).code, 'too_many');
      const atHome = new TestDevice(server).client.auth.signIn;
      await atHome.mutate({ name: anna.email, password: anna.user.password });
      const other = await enrolKiosk(server);
      await other.client.signIn.mutate({ name: anna.email, password: anna.user.password });
    });

    it('leaves no session, no cookie and no letter, and does not make the tablet known', async () => {
      const before = [await count('sessions'), await count('mails')];
      const answer = await fetch(`${server.url}/kiosk/trpc/signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie: kiosk.cookie },
        body: JSON.stringify({ name: anna.email, password: anna.user.password }),
      });
      assert.equal(answer.status, 200);
      assert.deepEqual(answer.headers.getSetCookie(), []);
      assert.deepEqual([await count('sessions'), await count('mails')], before);
    });

    it('shows the accounts of the user by number or e-mail, and is noted with both', async () => {
      for (const name of [anna.email, anna.accounts[1].number, ` ${anna.email.toUpperCase()} `]) {
        const { accounts, language, visit } = await signIn(name);
        assert.deepEqual(
          accounts.map(({ id, number }) => ({ id, number })),
          anna.accounts,
        );
        assert.equal(language, null);
        assert.equal((await kiosk.client.bills.query({ visit: visit.token })).accounts.length, 2);
      }
      assert.deepEqual(await newest(), [kiosk.id, 'kiosk-sign-in', anna.user.id, '{}']);
    });
  });
});
