import '../../support/temporal.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createPasswords } from '../../../server/auth/passwords.ts';
import { loadCompany } from '../../../server/companies.ts';
import type { Database } from '../../../server/db/database.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { demoNow } from '../../../server/demo/demo-clock.ts';
import { demoCompanies, demoPassword, householdsOf } from '../../../server/demo/demo-companies.ts';
import type { Households } from '../../../server/demo/demo-households.ts';
import { demoStaffOf } from '../../../server/demo/demo-staff.ts';
import { unlinkedAccounts } from '../../../server/demo/queries.ts';
import { seedDemo } from '../../../server/demo/seed-demo.ts';
import { seedLetters } from '../../../server/demo/seed-letters.ts';
import { toPastReading } from '../../../server/readings/rows.ts';
import { staffByEmail } from '../../../server/staff/queries.ts';
import { listConversations } from '../../../server/support/read-inbox.ts';
import { consumptions } from '../../../shared/consumption.ts';
import type { Register } from '../../../shared/meter.ts';
import { formatQuantity } from '../../../shared/quantity.ts';
import { windowAt } from '../../../shared/window.ts';
import { vectors } from '../../support/vectors.ts';
import { runCli, startCli, temporaryFolder } from './run-cli.ts';

async function seeded(company: (typeof demoCompanies)[number], days: readonly string[]): Promise<Database> {
  const db = openDatabase(join(await temporaryFolder(), 'demo.db'));
  await migrate(db);
  for (const day of days) {
    await seedDemo({ db, company: loadCompany(company), households: householdsOf(company), now: Date.parse(day) });
  }
  return db;
}

const readingsIn = (db: Database) =>
  db.reader
    .selectFrom('readings')
    .innerJoin('meters', 'meters.id', 'readings.meter_id')
    .selectAll('readings')
    .select(['serial', 'retired_on'])
    .orderBy('serial')
    .orderBy('period')
    .execute();

describe('the demo’s clock', () => {
  const ruleOf = (company: string) => {
    const [rule] = loadCompany(company).windows;
    assert.ok(rule);
    return rule;
  };

  test('stands inside the window on every day of a year, in both companies', () => {
    for (const company of demoCompanies) {
      const rule = ruleOf(company);
      for (let day = 0; day < 365; day++) {
        const now = Date.UTC(2026, 0, 1, 21, 30) + day * 86_400_000;
        const at = demoNow(rule, now, null);
        const state = windowAt(rule, at);
        assert.ok(state.open, `${company} ${new Date(now).toISOString()}`);
        assert.ok(at === now || state.window.closesAt - at > 12 * 3_600_000);
        assert.equal(at === now, windowAt(rule, now).open);
      }
    }
  });

  test('does not go back behind what was written in the same window', () => {
    const rule = ruleOf('ddzksu');
    const now = Date.parse('2026-11-21T10:00:00Z');
    const first = demoNow(rule, now, null);
    assert.equal(demoNow(rule, now, first + 5000), first + 5000);
    assert.equal(demoNow(rule, now, Date.parse('2026-11-01T00:00:00Z')), first);
  });
});

describe('the demo’s history', () => {
  test('is 18 months up to last month, plausible, and breaks no rule', async () => {
    for (const company of demoCompanies) {
      const db = await seeded(company, ['2026-11-28T10:00:00Z']);
      const readings = (await readingsIn(db)).filter(({ period }) => period > '2018');
      const findings = readings.filter(({ findings: text }) => text !== '[]');
      assert.deepEqual(findings, []);
      assert.equal(
        readings
          .map(({ period }) => period)
          .sort()
          .at(-1),
        company === 'ddzksu' ? '2026-10' : '2026-11',
      );
      const standing = new Set(readings.map(({ serial, period }) => `${serial} ${period}`));
      assert.equal(standing.size, readings.length);
      const [first] = readings.filter(({ retired_on }) => retired_on === null);
      assert.equal(readings.filter(({ serial }) => serial === first?.serial).length, 18);
      await db.close();
    }
  });

  test('started again it stays as it is; a month later the missing month is added and nothing else changes', async () => {
    const day = '2026-11-28T10:00:00Z';
    const once = await seeded('ddzksu', [day]);
    const twice = await seeded('ddzksu', [day, '2026-11-29T10:00:00Z']);
    const later = await seeded('ddzksu', [day, '2027-01-28T10:00:00Z']);
    const facts = async (db: Database, before = '9') =>
      (await readingsIn(db))
        .filter(({ period }) => period < before)
        .map(({ serial, period, register_values, kind }) => [serial, period, register_values, kind]);
    assert.deepEqual(await facts(twice), await facts(once));
    assert.deepEqual(await facts(later, '2026-11'), await facts(once));
    const added = (await readingsIn(later)).filter(({ period }) => period >= '2026-11');
    assert.deepEqual([...new Set(added.map(({ period }) => period))].sort(), ['2026-11', '2026-12']);
    assert.equal(
      added.some(({ retired_on }) => retired_on !== null),
      false,
    );
    for (const db of [once, twice, later]) await db.close();
  });

  test('a household that a newer version invented comes to a demo that was made before, with its history', async () => {
    for (const company of demoCompanies) {
      const { accounts, ...others } = householdsOf(company);
      const [before, after] = ['2026-11-28T10:00:00Z', '2027-01-28T10:00:00Z'].map(Date.parse);
      const db = openDatabase(join(await temporaryFolder(), 'demo.db'));
      await migrate(db);
      const seed = (households: Households, now = 0) =>
        seedDemo({ db, company: loadCompany(company), households, now });
      await seed({ accounts: accounts.slice(0, -1), ...others }, before);
      assert.deepEqual(await unlinkedAccounts(db.reader), []);
      const old = await readingsIn(db);
      await seed({ accounts, ...others }, after);
      const added = accounts.at(-1);
      assert.deepEqual(await unlinkedAccounts(db.reader), [{ number: added?.number, holder: added?.holder }]);
      const readings = await readingsIn(db);
      for (const { serial } of added?.meters ?? []) {
        assert.ok(readings.filter((reading) => reading.serial === serial).length >= 18, serial);
      }
      const ids = new Set(readings.map(({ id }) => id));
      assert.ok(old.every(({ id }) => ids.has(id)));
      await db.close();
    }
  });

  test('its people have the demo’s password, also where an earlier start was cut off before they had one', async () => {
    const db = await seeded('ddzksu', ['2026-11-28T10:00:00Z']);
    const passwords = createPasswords();
    const opens = async () => {
      const users = await db.reader.selectFrom('users').select(['id', 'password_hash']).orderBy('email').execute();
      for (const { password_hash } of users) assert.ok(await passwords.verify(password_hash, demoPassword));
      return users.map(({ id }) => id);
    };
    const users = await opens();
    assert.equal(users.length, householdsOf('ddzksu').users.length);
    await db.write(async (tx) => {
      await tx.updateTable('users').set({ password_hash: null }).execute();
      await tx.deleteFrom('meta').where('key', '=', 'demo-seeded').execute();
    });
    const demo = { db, company: loadCompany('ddzksu'), households: householdsOf('ddzksu') };
    await seedDemo({ ...demo, now: Date.parse('2026-11-28T10:05:00Z') });
    assert.deepEqual(await opens(), users);
    await db.close();
  });

  test('letters wait for the office in both: one about a reading, one that was answered before; they come once', async () => {
    for (const company of demoCompanies) {
      const day = '2026-11-28T10:00:00Z';
      const db = await seeded(company, [day]);
      const [person] = demoStaffOf(company);
      const clerk = await staffByEmail(db.reader, person?.email ?? '');
      assert.ok(clerk);
      const { letters } = householdsOf(company);
      const demo = { db, company: loadCompany(company), now: Date.parse(day) };
      for (let start = 0; start < 2; start++) await seedLetters(demo, letters, clerk.email);
      const page = await listConversations(
        { db },
        { ...clerk, language: null },
        { state: 'open', assigned: 'all', topic: null, after: null },
      );
      assert.deepEqual(
        page.rows.map(({ topic, assigned, last }) => [topic, assigned?.id ?? null, last?.author]),
        [
          ['readings', null, 'resident'],
          ['bill', clerk.id, 'resident'],
          ['meter', null, 'resident'],
        ],
      );
      await db.close();
    }
    const names = demoStaffOf('dgservic').map(({ name }) => name);
    assert.ok(names.every((name) => /^[А-Яа-яё ]+$/.test(name)));
  });

  test('the golden account shows previous, current and difference to the digit', async () => {
    const { registers } = vectors<{
      registers: {
        serial: string;
        register: Register['code'];
        previous: string;
        current: string;
        difference: string;
        retiredOn: string | null;
      }[];
    }>('golden-meters-2017-06');
    const shipped = new URL('../../../../server/demo/golden/meters-2017-06.json', import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(shipped, 'utf8')), vectors('golden-meters-2017-06'));
    const db = await seeded('dgservic', ['2017-07-20T10:00:00Z']);
    const rows = await readingsIn(db);
    for (const golden of registers) {
      const register = await db.reader
        .selectFrom('registers')
        .innerJoin('meters', 'meters.id', 'registers.meter_id')
        .select(['code', 'digits', 'decimals', 'initial', 'retired_on'])
        .where('serial', '=', golden.serial)
        .where('code', '=', golden.register)
        .executeTakeFirstOrThrow();
      const history = rows.filter(({ serial }) => serial === golden.serial);
      assert.deepEqual(
        history.map(({ period }) => period),
        ['2017-05', '2017-06'],
      );
      const [previous, current] = history.map(toPastReading);
      const shown = (value: number | null | undefined) => formatQuantity(value ?? Number.NaN, register.decimals);
      assert.equal(shown(previous?.values[golden.register]), golden.previous);
      assert.equal(shown(current?.values[golden.register]), golden.current);
      const [use] = consumptions(history.map(toPastReading), register);
      assert.equal(shown(use?.use), golden.difference);
      assert.equal(register.retired_on, golden.retiredOn);
    }
    await db.close();
  });
});

describe('meterbook demo', () => {
  test('serves, prints the address and the sign-ins, and stops when told to', async () => {
    const data = await temporaryFolder();
    const args = ['demo', '--company', 'dgservic', '--port', '0', '--data', data, '--clock', '2017-07-20T09:00:00Z'];
    const { output, stop } = await startCli(args, /679-30 .*[\s\S]*703-02 .*\n[\s\S]*mailbox\.\n/);
    const url = /http:\/\/localhost:\d+/.exec(output)?.[0];
    assert.ok(url);
    assert.match(output, /clock is set: for the server it is 2017-07-20T09:00/);
    assert.match(output, /for an account that nobody has yet, .*:\n {2}704-19 {2}Соловьёва Н\.М\.\n/);
    assert.ok(output.includes(`Letters to residents arrive at ${url}/mailbox.\n`), output);
    const company = (await (await fetch(`${url}/company.json`)).json()) as {
      demo: { clockAhead: number; signIns: { accountNumber: string }[] };
    };
    assert.ok(Math.abs(Date.now() + company.demo.clockAhead - Date.parse('2017-07-20T09:00:00Z')) < 120_000);
    assert.deepEqual(
      company.demo.signIns.map(({ accountNumber }) => accountNumber),
      ['679-30', '701-12', '702-07', '702-31', '703-02'],
    );
    assert.equal(await stop(), 0);

    const earlier = await runCli([...args.slice(0, -1), '2016-01-20T09:00:00Z']);
    assert.equal(earlier.code, 1);
    assert.match(earlier.stderr, /later than the demo's clock: start with --fresh/);
  });
});
