import '../../support/temporal.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadCompany } from '../../../server/companies.ts';
import type { Database } from '../../../server/db/database.ts';
import type { Row } from '../../../server/db/tables.ts';
import { type BatchRequest, startBatch } from '../../../server/exchange/export-readings.ts';
import { importers } from '../../../server/exchange/import-kinds.ts';
import type { ImportReport } from '../../../server/exchange/import-run.ts';
import type { NewBatch } from '../../../server/exchange/queries.ts';
import type { Encoding } from '../../../server/tables/encoding.ts';
import type { Company } from '../../../shared/company.ts';
import type { ExchangeKind } from '../../../shared/exchange-fields.ts';
import type { Engine } from '../../support/databases.ts';
import { fixture } from '../../support/fixtures.ts';
import { addReading } from '../../support/household.ts';
import { type TestClock, testClock } from '../../support/test-clock.ts';

type Options = { dryRun?: boolean; strict?: boolean; encoding?: Encoding; chunk?: number };

/** A billing department with a database of its own: it brings files in and looks at what became of them. */
export interface BillingOffice {
  db: Database;
  clock: TestClock;
  /** What an export works with. */
  exporting: { db: Database; company: Company; clock: TestClock; actor: string };
  /** From text in UTF-8, or bytes as they are; `chunk`: so many bytes at once. */
  bring(kind: ExchangeKind, file: string | Uint8Array, options?: Options): Promise<ImportReport>;
  /** Accounts and meters that most tests need. */
  settle(): Promise<void>;
  /** Everything that an import can write, for comparing before and after. */
  everything(): Promise<object>;
  versions(): Promise<Record<string, number>>;
  readings(): Promise<(Row<'readings'> & { serial: string; number: string })[]>;
}

export const fixtureBytes = (name: string): Uint8Array => readFileSync(fixture(`exchange/${name}`));

export async function openBillingOffice(engine: Engine, now = '2026-11-02T09:00:00Z'): Promise<BillingOffice> {
  const db = await engine.open();
  const clock = testClock(now);
  const company = loadCompany('ddzksu');

  async function bring(
    kind: ExchangeKind,
    file: string | Uint8Array,
    { chunk = 64_000, ...options }: Options = {},
  ): Promise<ImportReport> {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    async function* open(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    }
    return importers[kind]({ db, company, clock, file: { open }, actor: 'test', ...options });
  }

  return {
    db,
    clock,
    exporting: { db, company, clock, actor: 'test' },
    bring,
    async settle() {
      await bring('accounts', fixtureBytes('accounts-windows-1251.csv'), { strict: true });
      await bring('meters', fixtureBytes('meters.csv'), { strict: true });
    },
    async everything() {
      const all = <
        T extends
          | 'accounts'
          | 'account_versions'
          | 'premises'
          | 'meters'
          | 'readings'
          | 'batches'
          | 'statements'
          | 'payments'
          | 'online_payments',
      >(
        table: T,
        key: string,
      ) =>
        db.reader
          .selectFrom(table as 'readings')
          .selectAll()
          .orderBy(key as 'id')
          .execute();
      return {
        accounts: await all('accounts', 'id'),
        versions: await all('account_versions', 'account_id'),
        premises: await all('premises', 'id'),
        meters: await all('meters', 'id'),
        registers: await db.reader.selectFrom('registers').selectAll().orderBy('meter_id').orderBy('code').execute(),
        readings: await all('readings', 'id'),
        batches: await all('batches', 'id'),
        statements: await all('statements', 'id'),
        files: await db.reader.selectFrom('statement_files').selectAll().orderBy('statement_id').execute(),
        ledger: await db.reader
          .selectFrom('ledger_months')
          .selectAll()
          .orderBy('account_id')
          .orderBy('period')
          .execute(),
        payments: await all('payments', 'id'),
        onlinePayments: await all('online_payments', 'id'),
        audit: await db.reader.selectFrom('audit').selectAll().orderBy('seq').execute(),
      };
    },
    async versions() {
      const rows = await db.reader
        .selectFrom('accounts')
        .innerJoin('account_versions', 'account_versions.account_id', 'accounts.id')
        .select(['accounts.number', 'account_versions.head'])
        .execute();
      return Object.fromEntries(rows.map(({ number, head }) => [number, head]));
    },
    readings: () =>
      db.reader
        .selectFrom('readings')
        .innerJoin('meters', 'meters.id', 'readings.meter_id')
        .innerJoin('accounts', 'accounts.id', 'readings.account_id')
        .selectAll('readings')
        .select(['meters.serial', 'accounts.number'])
        .orderBy('accounts.number')
        .orderBy('meters.serial')
        .orderBy('readings.period')
        .orderBy('readings.version')
        .execute(),
  };
}

/** A billing department that has brought in its accounts and meters. */
export async function openSettledOffice(...where: Parameters<typeof openBillingOffice>): Promise<BillingOffice> {
  const office = await openBillingOffice(...where);
  await office.settle();
  return office;
}

/** A batch of readings of which some are new. Without a wish the period is not locked. */
export async function newBatch(
  exporting: BillingOffice['exporting'],
  request: Pick<BatchRequest, 'period'> & Partial<BatchRequest>,
): Promise<NewBatch> {
  const batch = await startBatch(exporting, { lock: false, ...request });
  assert.ok(batch);
  return batch;
}

/** `2:account:account_unknown`: what was refused, in one line each. */
export const refusals = ({ refused }: ImportReport): string[] =>
  refused.flatMap(({ line, problems }) =>
    problems.map(({ column, problem }) => `${line}:${column ?? 'row'}:${problem.code}`),
  );

export const counts = ({ created, changed, unchanged }: ImportReport): [number, number, number] => [
  created,
  changed,
  unchanged,
];

/** A reading that a resident handed in. */
export async function residentReads(
  { db }: BillingOffice,
  serial: string,
  reading: Pick<Parameters<typeof addReading>[2], 'period' | 'values' | 'state' | 'source'>,
): Promise<string> {
  const { id, account_id: account } = await db.reader
    .selectFrom('meters')
    .select(['id', 'account_id'])
    .where('serial', '=', serial)
    .executeTakeFirstOrThrow();
  return addReading({ db }, { id, account }, { ...reading, at: `${reading.period}-28T10:00:00.000Z` });
}
