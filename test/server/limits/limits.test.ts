import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { Database } from '../../../server/db/database.ts';
import { ProblemError } from '../../../server/errors.ts';
import { limitKey } from '../../../server/limits/limit-key.ts';
import { createLimits, type Limits } from '../../../server/limits/limits.ts';
import { type LimitRule, limitRules } from '../../../server/limits/rules.ts';
import type { Problem } from '../../../shared/problem.ts';
import { forEachEngine } from '../../support/databases.ts';
import { type TestClock, testClock } from '../../support/test-clock.ts';

describe('the key of a limit', () => {
  const alike = (rule: LimitRule, ...texts: [string, ...string[]]) =>
    assert.equal(new Set(texts.map((text) => limitKey(rule, text))).size, 1, texts.join(' | '));
  const apart = (rule: LimitRule, ...texts: [string, ...string[]]) =>
    assert.equal(new Set(texts.map((text) => limitKey(rule, text))).size, texts.length, texts.join(' | '));

  it('is the same however a name is typed', () => {
    alike('sign-in-name', 'Anna@Example.lv', ' anna@example.lv', 'ANNA@EXAMPLE.LV ');
    alike('registration-account', '12345', '12 345', '\t12345\n');
    alike('registration-email', 'jānis@example.lv'.normalize('NFC'), 'jānis@example.lv'.normalize('NFD'));
    apart('sign-in-name', '12345', '12346', '');
  });

  it('is that of the network, for an IPv6 address: whoever has one has all of its /64', () => {
    alike(
      'sign-in-address',
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff:ffff:ffff:ffff',
      '2001:0db8:0001:0002::',
      '2001:DB8:1:2::5',
    );
    alike('sign-in-address', '2001:db8::1', '2001:db8:0:0:1::', '2001:db8::7.7.7.7', '2001:db8::1:2:3:4');
    alike('sign-in-address', 'fe80::1%eth0', 'fe80::2%eth1', 'fe80::3');
    alike('sign-in-address', '::1', '::', '0:0:0:0:5:6:7:8');
    apart('sign-in-address', '2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:2:2::1', '::1', '1::');
    apart('sign-in-address', '192.0.2.1', '192.0.2.2', '');
  });

  it('is one for all where everybody counts, and another for each rule', () => {
    alike('sign-in-total', '', 'anything');
    const rules = Object.keys(limitRules) as LimitRule[];
    assert.equal(new Set(rules.map((rule) => limitKey(rule, '192.0.2.1'))).size, rules.length);
  });
});

forEachEngine((engine) => {
  describe('limits', () => {
    let db: Database;
    let clock: TestClock;
    let limits: Limits;
    /** Another one in each test. */
    let name: string;
    let tests = 0;
    before(async () => {
      db = await engine.open();
      clock = testClock('2026-11-28T09:00:00Z');
      limits = createLimits(db, clock);
    });
    beforeEach(() => {
      name = `name-${tests++}@example.lv`;
    });
    const rule = 'sign-in-name';
    const { points, seconds } = limitRules[rule];
    const problem = (call: Promise<unknown>): Promise<Problem | null> =>
      call.then(
        () => null,
        (error: unknown) => {
          if (error instanceof ProblemError) return error.problem;
          throw error;
        },
      );
    /** How many of so many tries at the same time were let through. */
    async function letThrough(times: number, by: Limits = limits): Promise<number> {
      const answers = await Promise.all(Array.from({ length: times }, () => problem(by.consume(rule, name))));
      return answers.filter((one) => one === null).length;
    }
    const rows = () => db.reader.selectFrom('rate_limits').selectAll().orderBy('key').execute();
    const pointsOf = async (of: LimitRule, text: string) =>
      (await rows()).find(({ key }) => key === limitKey(of, text))?.points ?? 0;

    it('let no more through than there are points, however many try at the same time', async () => {
      assert.equal(await letThrough(4 * points), points);
      assert.equal(await letThrough(1), 0);
    });

    it('are shared by all instances over a database', async () => {
      const another = createLimits(db, clock);
      const [here, there] = await Promise.all([letThrough(points), letThrough(points, another)]);
      assert.equal(here + there, points);
    });

    it('say in how many seconds the window ends, and let through again when it has', async () => {
      await letThrough(points);
      clock.advance(100_500);
      assert.deepEqual(await problem(limits.consume(rule, name)), { code: 'too_many', seconds: seconds - 100 });
      clock.advance((seconds - 101) * 1000);
      assert.deepEqual(await problem(limits.consume(rule, name)), { code: 'too_many', seconds: 1 });
      clock.advance(500);
      assert.equal(await letThrough(2 * points), points);
    });

    it('give points back, never more than were taken, and not to a window that has ended', async () => {
      await letThrough(points);
      await limits.reward(rule, name);
      assert.equal(await letThrough(2), 1);
      for (let times = 0; times < points + 5; times++) await limits.reward(rule, name);
      assert.equal(await pointsOf(rule, name), 0);
      assert.equal(await letThrough(points + 1), points);
      clock.advance(seconds * 1000);
      await limits.reward(rule, name);
      assert.equal(await letThrough(points + 1), points);
      await limits.reward(rule, 'nobody who ever tried');
      assert.equal(await pointsOf(rule, 'nobody who ever tried'), 0);
    });

    it('take a point of each rule or of none: who is refused by one uses up no other', async () => {
      const address = `192.0.2.${tests}`;
      const keys = { [rule]: name, 'sign-in-address': address };
      await letThrough(points);
      const answers = await Promise.all(Array.from({ length: 20 }, () => problem(limits.consumeAll(keys))));
      assert.equal(answers.filter((one) => one?.code === 'too_many').length, 20);
      assert.equal(await pointsOf('sign-in-address', address), 0);
      await limits.reward(rule, name);
      const race = await Promise.all(Array.from({ length: 20 }, () => problem(limits.consumeAll(keys))));
      assert.equal(race.filter((one) => one === null).length, 1);
      assert.equal(await pointsOf('sign-in-address', address), 1);
      await limits.rewardAll(keys);
      assert.deepEqual([await pointsOf(rule, name), await pointsOf('sign-in-address', address)], [points - 1, 0]);
    });

    it('write nothing for those who have no points left', async () => {
      await letThrough(points);
      const stored = await rows();
      let written = 0;
      const counting: Database = {
        ...db,
        reader: db.reader,
        write(work) {
          written++;
          return db.write(work);
        },
      };
      assert.equal(await letThrough(500, createLimits(counting, clock)), 0);
      assert.equal(written, 0);
      assert.deepEqual(await rows(), stored);
    });

    it('audit that a limit was reached, once, by its rule and without a name', async () => {
      const reached = () => db.reader.selectFrom('audit').where('action', '=', 'limit-reached').selectAll().execute();
      const before = (await reached()).length;
      await letThrough(3 * points);
      await letThrough(points);
      const told = (await reached()).slice(before);
      assert.deepEqual(
        told.map(({ actor, subject, detail }) => ({ actor, subject, detail })),
        [{ actor: 'anybody', subject: '', detail: `{"rule":"${rule}"}` }],
      );
    });

    it('keep no names, addresses or numbers', async () => {
      await letThrough(1);
      for (const { key } of await rows()) assert.match(key, /^[\w-]{43}$/);
    });

    it('do not outlive a clock that was set back', async () => {
      clock.advance(10 * 86_400_000);
      await letThrough(points);
      clock.advance(-10 * 86_400_000);
      assert.equal(await letThrough(points + 1), points);
    });

    it('are swept away when their window has ended, and no others', async () => {
      await letThrough(1);
      clock.advance(seconds * 1000 - 1);
      await limits.sweep();
      assert.equal(await pointsOf(rule, name), 1);
      clock.advance(1);
      await limits.sweep();
      assert.equal(await pointsOf(rule, name), 0);
      assert.equal((await rows()).filter(({ expires_at }) => (expires_at ?? 0) <= clock.now()).length, 0);
    });

    it('pass on what the database says when it fails, and do not let through', async () => {
      const broken: Database = { ...db, reader: db.reader, write: () => Promise.reject(new Error('the disk is full')) };
      await assert.rejects(createLimits(broken, clock).consume(rule, name), /the disk is full/);
    });
  });
});
