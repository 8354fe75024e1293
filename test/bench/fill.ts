import '../support/temporal.ts';
import { createHash, randomBytes } from 'node:crypto';
import SQLite from 'better-sqlite3';
import { v7 } from 'uuid';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { addMonths, type Period } from '../../shared/period.ts';

/** A database full of households, made straight with better-sqlite3 because only what comes after is measured. */
export interface Filled {
  file: string;
  user: string;
  /** A session of the user, as the cookie header. */
  cookie: string;
  accounts: { id: string; meters: string[] }[];
}

export const benchPeriod: Period = '2026-11';

/** `accounts` accounts of one user with four cold-water meters each, and `readings` billed readings spread over them. */
export async function fill(
  file: string,
  { accounts, readings }: { accounts: number; readings: number },
): Promise<Filled> {
  const db = openDatabase(file);
  await migrate(db);
  await db.close();

  const sqlite = new SQLite(file);
  const insert = (table: string, row: Record<string, unknown>): void => {
    const columns = Object.keys(row);
    sqlite
      .prepare(`insert into ${table} (${columns.join()}) values (${columns.map((column) => `@${column}`).join()})`)
      .run(row);
  };
  const user = v7();
  const token = randomBytes(20).toString('hex');
  const now = new Date().toISOString();
  const filled: Filled = { file, user, cookie: `meterbook=${token}`, accounts: [] };
  sqlite.exec('begin');
  insert('users', { id: user, name: 'Anna', created_at: now });
  insert('sessions', {
    id_hash: createHash('sha256').update(token).digest('hex'),
    user_id: user,
    created_at: now,
    expires_at: new Date(Date.now() + 80 * 86_400_000).toISOString(),
    device: '',
  });
  const perMeter = Math.ceil(readings / (accounts * 4));
  for (let at = 0; at < accounts; at++) {
    const account = v7();
    const premises = v7();
    insert('premises', { id: premises, building: 'Rīgas iela 1', address: `Rīgas iela 1-${at}` });
    insert('accounts', { id: account, version: 1, number: `${at}`, holder: 'Anna', premises_id: premises });
    insert('account_versions', { account_id: account, head: 1 + 4 + 4 * perMeter });
    insert('user_accounts', { user_id: user, account_id: account, linked_at: now });
    const meters: string[] = [];
    let version = 1;
    for (let place = 0; place < 4; place++) {
      const meter = v7();
      meters.push(meter);
      insert('meters', {
        id: meter,
        account_id: account,
        version: ++version,
        service: 'cold-water',
        serial: `${place}`,
        place: '',
        unit: 'm3',
        ratio: 1,
        installed_on: '2000-01-01',
      });
      insert('registers', { meter_id: meter, code: 'B', account_id: account, digits: 5, decimals: 3, initial: 0 });
      for (let back = perMeter; back > 0; back--) {
        const captured = '2026-01-20T10:00:00.000Z';
        insert('readings', {
          id: v7(),
          account_id: account,
          version: ++version,
          meter_id: meter,
          period: addMonths(benchPeriod, -back),
          register_values: `{"B":${(perMeter - back) * 3_000}}`,
          kind: 'actual',
          source: 'billing',
          state: 'billed',
          captured_best: captured,
          captured_latest: captured,
          received_at: captured,
          changed_at: captured,
          findings: '[]',
          rollover: 0,
        });
      }
    }
    filled.accounts.push({ id: account, meters });
  }
  sqlite.exec('commit');
  sqlite.close();
  return filled;
}

/** The value that a meter of `fill` with so many readings shows next. */
export const nextValue = (readings: number, accounts: number): number => Math.ceil(readings / (accounts * 4)) * 3_000;
