import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createPasswords, type Passwords } from '../../../server/auth/passwords.ts';
import { createSessions } from '../../../server/auth/sessions.ts';
import { signIn } from '../../../server/auth/sign-in.ts';
import type { Database } from '../../../server/db/database.ts';
import { ProblemError } from '../../../server/errors.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addUser } from '../../support/household.ts';
import { startTestServer } from '../../support/test-server.ts';

describe('hashing passwords', () => {
  it('refuses callers beyond those that run and wait, so that guessing starves nobody', async () => {
    const passwords = createPasswords({ mostAtOnce: 1, mostWaiting: 1 });
    const [runs, waits, refused] = [passwords.hash('one'), passwords.hash('two'), passwords.hash('three')];
    await assert.rejects(refused, (error) => error instanceof ProblemError && error.problem.code === 'too_many');
    assert.match(await runs, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.match(await waits, /^\$argon2id\$/);
  });

  it('asks for a new hash where the stored one is weaker', async () => {
    const passwords = createPasswords();
    assert.equal(passwords.needsRehash('$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$x'), true);
    assert.equal(passwords.needsRehash(await passwords.hash('a password')), false);
  });
});

forEachEngine((engine) => {
  describe('sessions', () => {
    let db: Database;
    let user: string;
    before(async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      ({ db } = server.services);
      const account = await addAccount(server.services, { number: '12345' });
      user = (await addUser(server.services, { accounts: [account] })).id;
    });

    it('end a year after they began, however often they were used', async () => {
      const sessions = createSessions(db, { secure: false });
      const { cookie } = await sessions.start(user, 'browser');
      const token = sessions.read(cookie.split(';')[0] ?? '');
      assert.equal((await sessions.validate(token))?.user.id, user);
      const longAgo = new Date(Date.now() - 366 * 86_400_000).toISOString();
      await db.write(async (tx) => void (await tx.updateTable('sessions').set({ created_at: longAgo }).execute()));
      assert.equal(await sessions.validate(token), null);
    });

    it('end after 90 days without a visit', async () => {
      const sessions = createSessions(db, { secure: false });
      const { cookie } = await sessions.start(user, 'browser');
      const token = sessions.read(cookie.split(';')[0] ?? '');
      const yesterday = new Date(Date.now() - 86_400_000).toISOString();
      await db.write(async (tx) => void (await tx.updateTable('sessions').set({ expires_at: yesterday }).execute()));
      assert.equal(await sessions.validate(token), null);
    });

    it('have a __Host- cookie that travels over HTTPS only, in production', async () => {
      const { cookie } = await createSessions(db, { secure: true }).start(user, 'browser');
      assert.match(cookie, /^__Host-meterbook=/);
      assert.match(cookie, /; Secure/);
      assert.match(cookie, /; Path=\//);
      assert.doesNotMatch(cookie, /Domain/);
    });
  });

  describe('signing in', () => {
    it('hashes as often for an unknown name as for a wrong password', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(server.services, { number: '12345' });
      await addUser(server.services, { accounts: [account] });
      let verified = 0;
      const passwords: Passwords = {
        ...server.services.passwords,
        verify(stored, password) {
          verified++;
          return server.services.passwords.verify(stored, password);
        },
      };
      const attempt = (name: string) =>
        assert.rejects(
          signIn({ ...server.services, passwords }, { name, password: 'wrong', device: '' }),
          ProblemError,
        );
      await attempt('12345');
      const forKnown = verified;
      await attempt('99999');
      assert.equal(verified - forKnown, forKnown);
      assert.ok(forKnown > 0);
    });

    it('ends the session that the browser had before', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(server.services, { number: '12345' });
      const anna = await addUser(server.services, { accounts: [account] });
      const enter = (cookie: string) =>
        fetch(`${server.url}/trpc/auth.signIn`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-meterbook': '1', cookie },
          body: JSON.stringify({ name: '12345', password: anna.password }),
        });
      const first = (await enter('')).headers.get('set-cookie')?.split(';')[0] ?? '';
      await enter(first);
      const { sessions } = server.services;
      assert.equal(await sessions.validate(sessions.read(first)), null);
    });
  });
});
