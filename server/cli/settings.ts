import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import type { Database } from '../db/database.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { explained } from './explain-error.ts';

/** Options that every command on a database takes; each goes before its variable of the environment. */
export interface CommonOptions {
  database?: string;
  company?: string;
}

export const withCommonOptions = (command: Command): Command =>
  command
    .option('--database <address>', 'an SQLite file or postgres://… (METERBOOK_DATABASE)')
    .option('--company <profile>', 'a shipped profile, or the path of one (METERBOOK_COMPANY)');

/** The configuration from the environment, with some of its variables overridden. Throws a ConfigError. */
export function configWith(
  { database, company }: CommonOptions,
  overrides: Readonly<Record<string, string | undefined>> = {},
): Config {
  const all = { METERBOOK_DATABASE: database, METERBOOK_COMPANY: company, ...overrides };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const env = { ...process.env, ...given };
  if (!env.METERBOOK_COMPANY) throw new ConfigError(['no company is named: set METERBOOK_COMPANY or use --company']);
  return readConfig(env);
}

/**
 * Works on the database and closes it. One that is not there is refused rather than made, and a schema that is behind
 * rather than migrated in passing. Failures of the database are told in words.
 */
export async function withDatabase<T>(
  config: Pick<Config, 'database'>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  return naming(config, async () => {
    const db = openDatabase(config.database, { mustExist: true });
    try {
      const pending = await pendingMigrations(db);
      if (pending.length > 0) throw new Error('the schema of the database is behind: run "meterbook migrate" first');
      return await work(db);
    } finally {
      await db.close();
    }
  });
}

/** Failures of machine, network and database in words that name this database. */
export async function naming<T>({ database }: Pick<Config, 'database'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(error, { database });
  }
}
