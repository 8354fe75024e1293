import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addUser, type TestUser } from '../../support/household.ts';
import { problemOf, TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

forEachEngine((engine) => {
  describe('signing in', () => {
    let server: TestServer;
    let anna: TestUser;
    before(async () => {
      server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(server.services, { number: '12345' });
      anna = await addUser(server.services, { name: 'Anna', accounts: [account], email: 'anna@example.lv' });
    });
    const attempt = (name: string, password: string) =>
      new TestDevice(server).client.auth.signIn.mutate({ name, password });

    it('fails the same for a wrong password, an unknown account number and an unknown e-mail', async () => {
      for (const [name, password] of [
        ['12345', 'wrong'],
        ['99999', anna.password],
        ['nobody@example.lv', anna.password],
        ['12345', `${anna.password} `],
      ] as const) {
        assert.deepEqual(await problemOf(attempt(name, password)), { code: 'sign_in_failed' });
      }
    });

    it('fails for a user who has not set a password yet', async () => {
      const account = await addAccount(server.services, { number: '77777' });
      const { id } = await addUser(server.services, { name: 'Zane', accounts: [account] });
      await server.services.db.write(async (tx) => {
        await tx.updateTable('users').set({ password_hash: null }).where('id', '=', id).execute();
      });
      assert.deepEqual(await problemOf(attempt('77777', '')), { code: 'bad_input', path: 'password' });
      assert.deepEqual(await problemOf(attempt('77777', 'anything')), { code: 'sign_in_failed' });
    });

    it('succeeds by account number and by e-mail, however it is written', async () => {
      for (const name of ['12345', ' 12345 ', 'anna@example.lv', 'Anna@Example.LV']) {
        const { user, accounts } = await attempt(name, anna.password);
        assert.deepEqual(user, { id: anna.id, name: 'Anna' });
        assert.equal(accounts[0]?.number, '12345');
      }
    });

    it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
      const answer = await fetch(`${server.url}/trpc/auth.signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1' },
        body: JSON.stringify({ name: '12345', password: anna.password }),
      });
      const cookie = answer.headers.get('set-cookie') ?? '';
      assert.match(cookie, /HttpOnly/);
      assert.match(cookie, /SameSite=Strict/i);
      assert.match(cookie, /Path=\//);
    });

    it('stores only a hash of the cookie’s value', async () => {
      const device = await new TestDevice(server).signIn(anna, '12345');
      const value = server.services.sessions.read(device.cookie) ?? '';
      assert.match(value, /^[0-9a-f]{40}$/);
      const stored = await server.services.db.reader.selectFrom('sessions').selectAll().execute();
      assert.ok(stored.length > 0);
      assert.ok(!JSON.stringify(stored).includes(value));
    });

    it('ends with signing out, on the server too', async () => {
      const device = await new TestDevice(server).signIn(anna, '12345');
      const { cookie } = device;
      await device.client.auth.signOut.mutate();
      device.cookie = cookie;
      assert.deepEqual(await problemOf(device.push()), { code: 'signed_out' });
    });

    it('leaves a chained trace of successes and refusals, without names and numbers', async () => {
      const rows = await server.services.db.reader.selectFrom('audit').selectAll().orderBy('seq').execute();
      const told = new Set(rows.map(({ action, actor, subject }) => `${action} of ${subject} by ${actor}`));
      assert.deepEqual(
        [...told].filter((line) => line.startsWith('sign-')).sort(),
        [
          'sign-in-refused of  by anybody',
          `sign-in of ${anna.id} by ${anna.id}`,
          `sign-out of ${anna.id} by ${anna.id}`,
        ].sort(),
      );
      for (const [at, row] of rows.entries()) assert.equal(row.previous_hash, rows[at - 1]?.hash ?? '');
      assert.doesNotMatch(JSON.stringify(rows), /\b12345\b|Anna|password/);
    });
  });
});
