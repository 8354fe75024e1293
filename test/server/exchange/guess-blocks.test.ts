import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { receiveUpload } from '../../../server/exchange/uploads.ts';
import type { ExchangeKind } from '../../../shared/exchange-fields.ts';
import { type MappingProfile, mappingProfile } from '../../../shared/mapping-profile.ts';
import { forEachEngine } from '../../support/databases.ts';
import { addAccount, addMeter } from '../../support/household.ts';
import { column, constant } from '../../support/mapping-profiles.ts';
import { hire, type TestStaff } from '../../support/staff.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** A file as 1C gives it out, and what a clerk clicked for it: test/web/office/exchange-rows.test.ts. */
const fixture = (ending: string): string =>
  readFileSync(new URL(`../../../../test/fixtures/exchange/blocks-of-meters.${ending}`, import.meta.url), 'utf8');

forEachEngine((engine) => {
  let server: TestServer;
  let clerk: TestStaff;
  before(async () => {
    server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-28T09:00:00+02:00' });
    clerk = await hire(server, { role: 'manager' });
    const { services } = server;
    const [first, second] = [
      await addAccount(services, { number: '10427' }),
      await addAccount(services, { number: '10428' }),
    ];
    await addMeter(services, first, { serial: '1001' });
    await addMeter(services, second, { serial: '1002', service: 'hot-water' });
  });

  async function bring(text: string): Promise<string> {
    const bytes = (async function* () {
      yield new TextEncoder().encode(text);
    })();
    return (await receiveUpload(server.services, { name: 'export.csv', actor: clerk.id, bytes })).id;
  }

  async function guess(text: string, kind: ExchangeKind): Promise<MappingProfile> {
    const { guess: found } = await clerk.client.exchange.guess.query({
      upload: await bring(text),
      kind,
      encoding: null,
    });
    assert.ok(found);
    return found.profile;
  }

  /** The fields that are said, in the order of ours. */
  async function read(text: string, profile: MappingProfile) {
    const upload = await bring(text);
    const { kind } = profile;
    const { read: found, problem } = await clerk.client.exchange.preview.query({
      upload,
      kind,
      profile,
      encoding: null,
    });
    assert.deepEqual([problem, found?.rows.flatMap(({ problems }) => problems)], [null, []]);
    return found?.rows.map(({ line, values }) => [line, ...values.filter((value) => value !== null)]);
  }

  async function tried(text: string, profile: MappingProfile) {
    const upload = await bring(text);
    const { job } = await clerk.client.exchange.tryOut.mutate({ upload, kind: profile.kind, profile, encoding: null });
    for (;;) {
      await server.services.jobs.work();
      const { endedAt, outcome } = await clerk.client.exchange.job.query({ job });
      if (endedAt === null) continue;
      assert.ok(outcome?.kind === 'import', JSON.stringify(outcome));
      return outcome.report;
    }
  }

  describe('a file of 1C with a title, names in line 4, a block for each meter, and totals', () => {
    const rest = ['billing'];
    const rows = [
      [6, '10427', 'cold-water', '1001', 'B', '2026-01', '12.5', '2026-01-31', 'actual', ...rest],
      [7, '10427', 'cold-water', '1001', 'B', '2026-02', '15.250', '2026-02-28', 'actual', ...rest],
      [10, '10428', 'hot-water', '1002', 'B', '2026-01', '7', '2026-01-31', 'actual', ...rest],
      [11, '10428', 'hot-water', '1002', 'B', '2026-02', '7', '2026-02-28', 'actual', ...rest],
    ];

    it('is read by the profile that a clerk made of its first rows, and tried out', async () => {
      const profile = mappingProfile.parse(JSON.parse(fixture('profile.json')));
      assert.deepEqual(await read(fixture('csv'), profile), rows);
      const { rows: count, created, refused } = await tried(fixture('csv'), profile);
      assert.deepEqual([count, created, refused], [4, 4, []]);
    });

    it('has a proposal that reads the same', async () => {
      const profile = await guess(fixture('csv'), 'readings');
      assert.deepEqual(profile.leaveOut, [
        { column: 'Месяц', is: 'beginning', text: 'Итого' },
        { column: 'Месяц', is: 'beginning', text: 'Всего' },
      ]);
      assert.deepEqual([profile.skipRows, profile.header], [3, true]);
      assert.deepEqual(await read(fixture('csv'), profile), rows);
      assert.deepEqual((await tried(fixture('csv'), profile)).refused, []);
    });

    it('is proposed so although it is in Latvian, with the account above its rows', async () => {
      const text =
        'Pārskats\nDatums;Summa;Maksājuma Nr\nKlienta kods: 10427;;\n31.01.2026;5,00;1\nKopā;5,00;\nKlienta kods: 10428;;\n31.01.2026;6,00;2\nKopā;6,00;\n';
      const profile = await guess(text, 'payments');
      assert.deepEqual(await read(text, profile), [
        [4, '10427', '2026-01-31', '5.00', '1', 'billing'],
        [7, '10428', '2026-01-31', '6.00', '2', 'billing'],
      ]);
    });
  });

  describe('a proposal of blocks', () => {
    it('is none where each row says itself whose it is, or where words in a cell mean nothing', async () => {
      const own = await guess(
        'Konts;Datums;Summa;Nr\nkonts 10427;31.01.2026;5,00;1\nkonts 10428;31.01.2026;6,00;2\n',
        'payments',
      );
      assert.equal(own.heading, null);
      const house = await guess('Konts;Datums;Summa;Nr\nMāja 7;;;\n10427;31.01.2026;5,00;1\n', 'payments');
      assert.equal(house.heading, null);
    });
  });

  describe('a proposal of columns that stand there several times', () => {
    it('is a group for each number, for each time, and for each register', async () => {
      const numbered = 'Account,Serial 1,Value 1,Serial 2,Value 2,Month,Reading date\n1,A,10,B,20,2026-01,2026-01-31\n';
      const { blocks, fields } = await guess(numbered, 'readings');
      assert.deepEqual(blocks, [
        { serial: column('Serial 1'), value: column('Value 1') },
        { serial: column('Serial 2'), value: column('Value 2') },
      ]);
      assert.deepEqual([fields.account, fields.serial, fields.register], [column('Account'), undefined, constant('B')]);

      const twice = 'Konts;Skaitītāja Nr.;Rādījums;Skaitītāja Nr.;Rādījums;Mēnesis;Nolasīts\n';
      assert.deepEqual((await guess(twice, 'readings')).blocks, [
        { serial: column(2), value: column(3) },
        { serial: column(4), value: column(5) },
      ]);

      const tariffs = 'ЛС;Счётчик;Показание Т1;Показание Т2;Месяц;Дата\n1;A;10,5;20,5;01.2026;31.01.2026\n';
      const found = await guess(tariffs, 'readings');
      assert.deepEqual(found.blocks, [
        { register: constant('T1'), value: column('Показание Т1') },
        { register: constant('T2'), value: column('Показание Т2') },
      ]);
      assert.equal(found.fields.register, undefined);
      assert.deepEqual(
        (await read(tariffs, found))?.map((row) => row.slice(3, 6)),
        [
          ['T1', '2026-01', '10.5'],
          ['T2', '2026-01', '20.5'],
        ],
      );
    });

    it('is none where a single column stands there twice, for accounts, or where a group lacks what another has', async () => {
      const none = async (header: string, kind: ExchangeKind) =>
        assert.deepEqual((await guess(header, kind)).blocks, []);
      await none('Konts;Datums;Summa;Nr;Datums\n', 'payments');
      await none('Konts;Klients 1;Adrese 1;Klients 2;Adrese 2\n', 'accounts');
      await none('Account;Serial 1;Value 1;Serial 2;Month\n', 'readings');
      await none('Account;Serial;Value;T1;Month\n', 'readings');
    });
  });
});
