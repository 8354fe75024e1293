import { type Kysely, type Migration, Migrator } from 'kysely';
import type { Database } from './database.ts';
import { up as foundation } from './migrations/001-foundation.ts';
import { up as accounts } from './migrations/002-accounts.ts';
import { up as bills } from './migrations/003-bills.ts';
import { up as office } from './migrations/004-office.ts';
import { up as progress } from './migrations/005-progress.ts';
import { up as kiosksAndAudit } from './migrations/006-kiosks-and-audit.ts';
import { up as kioskSlips } from './migrations/007-kiosk-slips.ts';
import { compareByCode } from './plain-order.ts';

type Up = (db: Kysely<unknown>) => Promise<void>;

/** Every migration that ever was released, in order. A released one is never changed. */
const migrations: Readonly<Record<string, Up>> = {
  '001-foundation': foundation,
  '002-accounts': accounts,
  '003-bills': bills,
  '004-office': office,
  '005-progress': progress,
  '006-kiosks-and-audit': kiosksAndAudit,
  '007-kiosk-slips': kioskSlips,
};

/** What a migration added compares as all else does. */
const inPlainOrder = (up: Up): Migration => ({
  async up(db) {
    await up(db);
    await compareByCode(db);
  },
});

const provided = async () =>
  Object.fromEntries(Object.entries(migrations).map(([name, up]) => [name, inPlainOrder(up)]));

const migratorOf = (database: Database): Migrator =>
  new Migrator({ db: database.schema, provider: { getMigrations: provided } });

/** Brings the schema up to date, all in one transaction; answers with the names of the migrations that ran. */
export async function migrate(database: Database): Promise<string[]> {
  const { error, results = [] } = await migratorOf(database).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** The migrations that have not run yet. A database of a newer release is refused by name. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const known = await migratorOf(database).getMigrations();
  return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}
