import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { hash } from '@node-rs/argon2';
import { createPasswords, type Passwords } from '../../../server/auth/passwords.ts';
import { deleteSessionsOf, sessionsOf, setPasswordHash } from '../../../server/auth/queries.ts';
import { createSessions, type Sessions } from '../../../server/auth/sessions.ts';
import { signIn } from '../../../server/auth/sign-in.ts';
import type { Browser, Services } from '../../../server/context.ts';
import type { Database } from '../../../server/db/database.ts';
import { ProblemError } from '../../../server/errors.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addUser } from '../../support/household.ts';
import { startTestServer } from '../../support/test-server.ts';
import { untilSomebodyWaits } from '../../support/waiting.ts';

/** One that was never here. */
const browser: Browser = {
  device: '',
  sessionToken: null,
  staffToken: null,
  knownDevice: null,
  kioskCredential: null,
  address: '192.0.2.1',
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

describe('hashing passwords', () => {
  it('fits no password to a user who has none, not even the one that stands in for it', async () => {
    const passwords = createPasswords();
    for (const typed of ['a password that nobody has', '', 'null']) {
      assert.equal(await passwords.verify(null, typed), false);
    }
  });

  it('refuses callers beyond those that run and wait, so that guessing starves nobody', async () => {
    const passwords = createPasswords({ mostAtOnce: 1, mostWaiting: 1 });
    const [runs, waits, refused] = [passwords.hash('one'), passwords.hash('two'), passwords.hash('three')];
    await assert.rejects(refused, (error) => error instanceof ProblemError && error.problem.code === 'too_many');
    assert.match(await runs, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.match(await waits, /^\$argon2id\$/);
  });

  it('takes those first who are known, however many wait', async () => {
    const passwords = createPasswords({ mostAtOnce: 1, mostWaiting: 2 });
    const order: string[] = [];
    const verify = (who: string, first: boolean) => passwords.verify(null, 'x', { first }).then(() => order.push(who));
    await Promise.all([
      verify('runs', false),
      verify('waits', false),
      verify('waits longer', false),
      verify('known', true),
      verify('known too', true),
    ]);
    assert.deepEqual(order, ['runs', 'known', 'known too', 'waits', 'waits longer']);
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

    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const start = (sessions: Sessions) => db.write((tx) => sessions.start(tx, user, 'browser'));
    /** A session that ends in so many days; answers with its token. */
    async function sessionUntil(days: number): Promise<string> {
      const sessions = createSessions(db, { secure: false });
      const token = sessions.read((await start(sessions)).cookie.split(';')[0] ?? '') ?? '';
      const change = { expires_at: inDays(days) };
      await db.write((tx) => tx.updateTable('sessions').set(change).where('id_hash', '=', hashOf(token)).execute());
      return token;
    }
    async function daysLeft(token: string): Promise<number | null> {
      const session = await db.reader
        .selectFrom('sessions')
        .where('id_hash', '=', hashOf(token))
        .select('expires_at')
        .executeTakeFirst();
      return session ? Math.round((Date.parse(session.expires_at) - Date.now()) / 86_400_000) : null;
    }

    it('are ended one by one: the other phone stays signed in', async () => {
      const sessions = createSessions(db, { secure: false });
      const [mine, other] = [await sessionUntil(90), await sessionUntil(90)];
      assert.match((await db.write((tx) => sessions.end(tx, mine))).cookie, /^meterbook=; .*Max-Age=0/);
      assert.equal(await sessions.validate(mine), null);
      assert.equal((await sessions.validate(other))?.user.id, user);
    });

    it('are swept away when they have expired, and no others', async () => {
      const [expired, living] = [await sessionUntil(-1), await sessionUntil(1)];
      await createSessions(db, { secure: false }).sweep();
      assert.deepEqual([await daysLeft(expired), await daysLeft(living)], [null, 1]);
    });

    it('are prolonged to 90 days by a visit when half of them are over, and the browser hears it', async () => {
      const sessions = createSessions(db, { secure: false });
      const [visited, other, young] = [await sessionUntil(40), await sessionUntil(40), await sessionUntil(50)];
      assert.match((await sessions.validate(visited))?.cookie ?? '', new RegExp(`^meterbook=${visited}; `));
      assert.equal((await sessions.validate(young))?.cookie, null);
      assert.deepEqual([await daysLeft(visited), await daysLeft(other), await daysLeft(young)], [90, 40, 50]);
    });

    it('end a year after they began, however often they were used', async () => {
      const sessions = createSessions(db, { secure: false });
      const { cookie } = await start(sessions);
      const token = sessions.read(cookie.split(';')[0] ?? '');
      assert.equal((await sessions.validate(token))?.user.id, user);
      const longAgo = new Date(Date.now() - 366 * 86_400_000).toISOString();
      await db.write(async (tx) => void (await tx.updateTable('sessions').set({ created_at: longAgo }).execute()));
      assert.equal(await sessions.validate(token), null);
    });

    it('end after 90 days without a visit', async () => {
      const sessions = createSessions(db, { secure: false });
      const { cookie } = await start(sessions);
      const token = sessions.read(cookie.split(';')[0] ?? '');
      const yesterday = new Date(Date.now() - 86_400_000).toISOString();
      await db.write(async (tx) => void (await tx.updateTable('sessions').set({ expires_at: yesterday }).execute()));
      assert.equal(await sessions.validate(token), null);
    });

    it('have a __Host- cookie that travels over HTTPS only, in production', async () => {
      const { cookie } = await start(createSessions(db, { secure: true }));
      assert.match(cookie, /^__Host-meterbook=/);
      assert.match(cookie, /; Secure/);
      assert.match(cookie, /; Path=\//);
      assert.doesNotMatch(cookie, /Domain/);
    });
  });

  describe('signing in', () => {
    it('verifies four passwords, whoever there is: nobody, one user, three, five, and also for the right password', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const households = {
        '10001': ['Anna'],
        '10003': ['Berta', 'Carlis', 'Daina'],
        '10005': ['E', 'F', 'G', 'H', 'I'],
      };
      for (const [number, names] of Object.entries(households)) {
        const account = await addAccount(server.services, { number });
        for (const name of names) await addUser(server.services, { name, accounts: [account] });
      }
      let verified = 0;
      const passwords: Passwords = {
        ...server.services.passwords,
        verify(stored, password) {
          verified++;
          return server.services.passwords.verify(stored, password);
        },
      };
      const attempt = async (name: string, password: string) => {
        verified = 0;
        const outcome = await signIn({ ...server.services, passwords }, { name, password }, browser).then(
          ({ user }) => user.name,
          (error: ProblemError) => error.problem.code,
        );
        return [outcome, verified];
      };
      for (const name of ['99999', ...Object.keys(households)]) {
        assert.deepEqual(await attempt(name, 'wrong'), ['sign_in_failed', 4], name);
      }
      assert.deepEqual(await attempt('10001', 'password of Anna'), ['Anna', 4]);
      for (const name of households['10003'])
        assert.deepEqual(await attempt('10003', `password of ${name}`), [name, 4]);
    });

    it('lets the fifth user of an account in by e-mail', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(server.services, { number: '12345' });
      for (const name of ['A', 'B', 'C', 'D']) await addUser(server.services, { name, accounts: [account] });
      const email = 'emma@example.lv';
      const { id, password } = await addUser(server.services, { name: 'Emma', accounts: [account], email });
      const attempt = async (name: string) => (await signIn(server.services, { name, password }, browser)).user.id;
      await assert.rejects(attempt('12345'), ProblemError);
      assert.equal(await attempt(email), id);
    });

    /** A household with a password of long ago, whose hash is due to be renewed, and the means to set another one. */
    async function olderHousehold() {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const { services } = server;
      const account = await addAccount(services, { number: '12345' });
      const { id, password } = await addUser(services, { accounts: [account] });
      const weak = await hash(password, { memoryCost: 4_096, timeCost: 2, parallelism: 1 });
      await services.db.write((tx) => setPasswordHash(tx, id, weak));
      const setAnother = async () => {
        const another = await services.passwords.hash('another password');
        return services.db.write(async (tx) => {
          await setPasswordHash(tx, id, another);
          return { sessions: await deleteSessionsOf(tx, id) };
        });
      };
      const enter = (change: Partial<Services>, typed = password) =>
        signIn({ ...services, ...change }, { name: '12345', password: typed }, browser);
      const sessionsLeft = async () => (await sessionsOf(services.db.reader, id)).length;
      return { services, setAnother, enter, sessionsLeft };
    }

    it('is refused with a password that is set anew while it is verified, and the new one stays', async () => {
      const { services, setAnother, enter, sessionsLeft } = await olderHousehold();
      const passwords: Passwords = {
        ...services.passwords,
        async verify(stored, password) {
          const right = await services.passwords.verify(stored, password);
          if (right) await setAnother();
          return right;
        },
      };
      const problem = (error: unknown) => error instanceof ProblemError && error.problem.code === 'sign_in_failed';
      await assert.rejects(enter({ passwords }), problem);
      assert.equal(await sessionsLeft(), 0);
      await assert.rejects(enter({}), problem);
      assert.equal((await enter({}, 'another password')).user.name, 'Anna');
    });

    it('leaves no session where a password is set anew while the session starts', async () => {
      const { services, setAnother, enter, sessionsLeft } = await olderHousehold();
      let setting: Promise<unknown> | undefined;
      const sessions: Sessions = {
        ...services.sessions,
        async start(...session) {
          setting = setAnother();
          await Promise.race([setting, untilSomebodyWaits(services.db)]);
          return services.sessions.start(...session);
        },
      };
      await enter({ sessions });
      assert.deepEqual(await setting, { sessions: 1 });
      assert.equal(await sessionsLeft(), 0);
    });

    it('renews a hash that is weaker than those of today', async () => {
      const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
      const account = await addAccount(server.services, { number: '12345' });
      const { id, password } = await addUser(server.services, { accounts: [account] });
      const weak = await hash(password, { memoryCost: 4_096, timeCost: 2, parallelism: 1 });
      await server.services.db.write(
        async (tx) => void (await tx.updateTable('users').set({ password_hash: weak }).where('id', '=', id).execute()),
      );
      const enter = () => signIn(server.services, { name: '12345', password }, browser);
      await enter();
      const { password_hash: stored } = await server.services.db.reader
        .selectFrom('users')
        .where('id', '=', id)
        .select('password_hash')
        .executeTakeFirstOrThrow();
      assert.equal(server.services.passwords.needsRehash(stored ?? ''), false);
      assert.equal((await enter()).user.id, id);
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
