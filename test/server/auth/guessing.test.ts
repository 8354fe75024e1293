import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Passwords } from '../../../server/auth/passwords.ts';
import { limitKey } from '../../../server/limits/limit-key.ts';
import { type LimitRule, limitRules } from '../../../server/limits/rules.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addUser, type TestUser } from '../../support/household.ts';
import { TestDevice } from '../../support/test-device.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const quarter = 15 * 60_000;

forEachEngine((engine) => {
  describe('guessing passwords', () => {
    let server: TestServer;
    let anna: TestUser;
    let hashes = 0;
    before(async () => {
      server = await startTestServer(engine, {
        company: 'ddzksu',
        now: '2026-11-28T09:00:00+02:00',
        behindProxy: true,
      });
      const account = await addAccount(server.services, { number: '12345' });
      anna = await addUser(server.services, { name: 'Anna', accounts: [account], email: 'anna@example.lv' });
      const { passwords } = server.services;
      const counting: Passwords = {
        ...passwords,
        verify(...given) {
          hashes++;
          return passwords.verify(...given);
        },
      };
      server.services.passwords = counting;
    });
    beforeEach(() => {
      server.clock.advance(quarter);
      hashes = 0;
    });

    let addresses = 0;
    /** One that nobody had before. */
    const address = () => {
      const n = addresses++;
      return `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
    };
    /** Null for whoever gets in. */
    async function attempt(
      password: string,
      { name = '12345', from = address(), cookie = '' } = {},
    ): Promise<Problem | null> {
      const answer = await fetch(`${server.url}/trpc/auth.signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meterbook': '1', 'x-forwarded-for': from, cookie },
        body: JSON.stringify({ name, password }),
      });
      const body = await answer.json();
      return answer.status === 200 ? null : body.error.data.problem;
    }
    const wrong = { code: 'sign_in_failed' };
    const tooMany = { code: 'too_many', seconds: 900 };
    /** The browser in which this user has signed in before. */
    const knownTo = async (user: TestUser, name: string) => (await new TestDevice(server).signIn(user, name)).cookie;
    async function exhaust(rule: LimitRule, text: string): Promise<void> {
      const row = { key: limitKey(rule, text), expires_at: server.clock.now() + quarter };
      await server.services.db.write(async (tx) => {
        await tx.deleteFrom('rate_limits').where('key', '=', row.key).execute();
        await tx
          .insertInto('rate_limits')
          .values({ ...row, points: limitRules[rule].points })
          .execute();
      });
    }

    it('ten thousand times from ten thousand addresses opens nothing, costs little, and keeps nobody out for good', async () => {
      const cookie = await knownTo(anna, '12345');
      hashes = 0;
      const told = new Map<string, number>();
      async function batch(size: number, first: number): Promise<void> {
        const answers = Array.from({ length: size }, (_, n) => attempt(`guess ${first + n}`));
        for (const problem of await Promise.all(answers)) {
          const code = problem?.code ?? 'in';
          told.set(code, (told.get(code) ?? 0) + 1);
        }
      }
      /** In bytes, after so many guesses. */
      const heapAfter = new Map<number, number>();
      for (let first = 0; first < 10_000; first += 200) {
        const guessing = batch(200, first);
        if (first === 5_000) {
          // In the middle of it: at once in the browser that is known, not elsewhere.
          assert.equal(await attempt(anna.password, { cookie }), null);
          assert.deepEqual(await attempt(anna.password), tooMany);
        }
        await guessing;
        const done = first + 200;
        if (done === 2_000 || done === 10_000) heapAfter.set(done, await heapInUse());
      }
      assert.deepEqual(Object.fromEntries(told), { sign_in_failed: 10, too_many: 9_990 });
      assert.equal(hashes, 4 * (10 + 1), 'ten guesses, and the resident');
      const grown = (heapAfter.get(10_000) ?? Number.NaN) - (heapAfter.get(2_000) ?? Number.NaN);
      assert.ok(grown < 8 * 2 ** 20, `the heap grew by ${grown / 2 ** 20} MiB in 8000 guesses`);
      const counted = await server.services.db.reader
        .selectFrom('rate_limits')
        .where('expires_at', '>', server.clock.now())
        .where('points', '>', 0)
        .select('points')
        .execute();
      assert.deepEqual(
        counted.map(({ points }) => points).sort(),
        [...Array(10).fill(1), 10, 10],
        'addresses, name, total',
      );

      server.clock.advance(quarter - 1);
      assert.deepEqual(await attempt(anna.password), { code: 'too_many', seconds: 1 });
      server.clock.advance(1);
      assert.equal(await attempt(anna.password), null);
    });

    it('is refused by the e-mail address too, however it is written', async () => {
      for (let times = 0; times < 10; times++) {
        assert.deepEqual(await attempt('guess', { name: times % 2 ? 'anna@example.lv' : ' Anna@Example.LV ' }), wrong);
      }
      assert.deepEqual(await attempt(anna.password, { name: 'ANNA@example.lv' }), tooMany);
    });

    it('is refused for names that nobody has as for those that somebody has', async () => {
      const tries = (name: string) => Promise.all(Array.from({ length: 12 }, () => attempt('guess', { name })));
      for (const name of ['12345', '99999', 'nobody@example.lv']) {
        const codes = (await tries(name)).map((problem) => problem?.code).sort();
        assert.deepEqual(codes, [...Array(10).fill('sign_in_failed'), 'too_many', 'too_many'], name);
      }
    });

    it('from one address is refused after thirty, whatever the names; an IPv6 network counts as one', async () => {
      for (const from of [() => '192.0.2.7', () => `2001:db8:7:7::${(addresses++).toString(16)}`]) {
        for (let n = 0; n < 30; n++) assert.deepEqual(await attempt('guess', { name: `1${n}`, from: from() }), wrong);
        assert.deepEqual(await attempt('guess', { name: '77777', from: from() }), tooMany);
        assert.deepEqual(await attempt(anna.password, { from: from() }), tooMany);
      }
      assert.equal(await attempt(anna.password), null);
    });

    it('costs those who know their password nothing, however often they sign in', async () => {
      for (let times = 0; times < 12; times++) {
        assert.equal(await attempt(anna.password, { from: '192.0.2.8' }), null);
      }
    });

    it('of everybody together is bounded; browsers that are known get in all the same', async () => {
      const cookie = await knownTo(anna, '12345');
      await exhaust('sign-in-total', '');
      hashes = 0;
      assert.deepEqual(await attempt(anna.password), tooMany);
      assert.equal(hashes, 0);
      assert.equal(await attempt(anna.password, { cookie }), null);
    });

    it('in a known browser is bounded as well, and that browser’s affair alone', async () => {
      const cookie = await knownTo(anna, '12345');
      const other = await knownTo(anna, '12345');
      for (let times = 0; times < 10; times++) assert.deepEqual(await attempt('guess', { cookie }), wrong);
      assert.deepEqual(await attempt(anna.password, { cookie }), tooMany);
      assert.equal(await attempt(anna.password, { cookie: other }), null);
      assert.equal(await attempt(anna.password), null);
    });

    it('is not helped by a browser that is known to somebody else, nor by a cookie of one’s own making', async () => {
      const account = await addAccount(server.services, { number: '20002' });
      const ivan = await addUser(server.services, { name: 'Ivan', accounts: [account] });
      const his = await knownTo(ivan, '20002');
      await exhaust('sign-in-name', '12345');
      const forged = his.replace(/(meterbook-known=)[^.]+/, `$1${anna.id}`);
      for (const cookie of [his, forged, `meterbook-known=${anna.id}..`]) {
        assert.deepEqual(await attempt(anna.password, { cookie }), tooMany, cookie);
      }
      assert.equal(await attempt(ivan.password, { name: '20002', cookie: his }), null);
    });

    it('of those who share the account is bounded as a stranger’s, however often they sign in between', async () => {
      const account = await addAccount(server.services, { number: '20003' });
      const zane = await addUser(server.services, { name: 'Zane', accounts: [account] });
      const guest = await addUser(server.services, { name: 'Guest', accounts: [account], email: 'guest@example.lv' });
      const hers = await knownTo(zane, '20003');
      const verified: (string | null)[] = [];
      const { passwords } = server.services;
      server.services.passwords = {
        ...passwords,
        verify: (stored, ...rest) => {
          verified.push(stored);
          return passwords.verify(stored, ...rest);
        },
      };
      for (let round = 0; round < 3; round++) {
        const his = await knownTo(guest, 'guest@example.lv');
        for (let n = 0; n < 9; n++) {
          assert.deepEqual(await attempt('guess', { name: '20003', cookie: his, from: '192.0.2.9' }), wrong);
        }
      }
      server.services.passwords = passwords;
      const { password_hash: hash } = await server.services.db.reader
        .selectFrom('users')
        .where('id', '=', zane.id)
        .select('password_hash')
        .executeTakeFirstOrThrow();
      assert.equal(verified.filter((stored) => stored === hash).length, 10);
      assert.equal(verified.length, 4 * 30, 'the same work for each');
      // Neither of the two is kept out where they are known.
      const his = await knownTo(guest, 'guest@example.lv');
      assert.equal(await attempt(guest.password, { name: '20003', cookie: his }), null);
      assert.equal(await attempt(zane.password, { name: '20003', cookie: hers }), null);
      assert.deepEqual(await attempt(zane.password, { name: '20003', cookie: his }), wrong);
      assert.deepEqual(await attempt(zane.password, { name: '20003' }), tooMany);
    });

    it('lets another of the household in on a browser that knows one of them', async () => {
      const account = await addAccount(server.services, { number: '20004' });
      const zane = await addUser(server.services, { name: 'Zane', accounts: [account] });
      const karlis = await addUser(server.services, { name: 'Karlis', accounts: [account] });
      const cookie = await knownTo(zane, '20004');
      assert.equal(await attempt(karlis.password, { name: '20004', cookie }), null);
    });

    it('in all known browsers of one user together is bounded: each sign-in makes another', async () => {
      const account = await addAccount(server.services, { number: '20005' });
      const guest = await addUser(server.services, { name: 'Guest', accounts: [account] });
      const cookies: string[] = [];
      for (let n = 0; n < 4; n++) cookies.push(await knownTo(guest, '20005'));
      for (const cookie of cookies.slice(0, 3)) {
        for (let n = 0; n < 10; n++) assert.deepEqual(await attempt('guess', { name: '20005', cookie }), wrong);
      }
      assert.deepEqual(await attempt(guest.password, { name: '20005', cookie: cookies[3] ?? '' }), tooMany);
      assert.equal(await attempt(guest.password, { name: '20005' }), null);
    });

    it('waits behind a resident whose browser is known, when hashes queue', async () => {
      const cookie = await knownTo(anna, '12345');
      const order: string[] = [];
      const guesses = Array.from({ length: 60 }, (_, n) =>
        attempt('guess', { name: `name-${n}` }).then(() => order.push('guess')),
      );
      // The first of them is being verified.
      while (hashes === 0) await new Promise(setImmediate);
      assert.equal(await attempt(anna.password, { cookie }), null);
      order.push('Anna');
      await Promise.all(guesses);
      assert.ok(order.indexOf('Anna') < 30, `${order.indexOf('Anna')} guesses were done before`);
    });
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * What is really held: what has finalizers (each answer of `fetch` has) is let go of a turn after it was found, and what it
 * held only by the collection after that. So it is collected until there is no less.
 */
async function heapInUse(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (;;) {
    collectGarbage();
    const { heapUsed } = process.memoryUsage();
    if (heapUsed > least - 2 ** 16) return Math.min(least, heapUsed);
    least = heapUsed;
    await nextTurn();
  }
}
