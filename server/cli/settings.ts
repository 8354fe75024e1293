import { type Command, InvalidArgumentError } from 'commander';
import { isPeriod, type Period } from '../../shared/period.ts';
import { type Config, readConfig } from '../config.ts';
import { ConfigError } from '../config-error.ts';
import type { Database } from '../db/database.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';

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

/** Works on the database and closes it. A schema that is behind is refused rather than migrated in passing. */
export async function withDatabase<T>(
  config: Pick<Config, 'database'>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = openDatabase(config.database);
  try {
    const pending = await pendingMigrations(db);
    if (pending.length > 0) throw new Error('the schema of the database is behind: run "meterbook migrate" first');
    return await work(db);
  } finally {
    await db.close();
  }
}

export function parsePeriod(text: string): Period {
  if (!isPeriod(text)) throw new InvalidArgumentError('A period is a month like 2026-03.');
  return text;
}

export function parsePort(text: string): string {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('A port is a number up to 65535.');
  return text;
}

/** What a command reports for people goes to standard error, so that standard output carries data alone. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `3 rows`, `1 row`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
