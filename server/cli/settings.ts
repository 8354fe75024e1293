import { type Command, InvalidArgumentError } from 'commander';
import type { EpochMs } from '../../shared/instant.ts';
import { isPeriod, type Period } from '../../shared/period.ts';
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

export function parsePeriod(text: string): Period {
  if (!isPeriod(text)) throw new InvalidArgumentError('A period is a month like 2026-03.');
  return text;
}

export function parsePort(text: string): string {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('A port is a number up to 65535.');
  return text;
}

export function parseReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > 400 || /\p{Cc}/u.test(reason)) {
    throw new InvalidArgumentError('A reason is a line of up to 400 characters.');
  }
  return reason;
}

/** `2026-12-04 00:00 (Europe/Riga)`. */
export function localTime(at: EpochMs, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} (${timeZone})`;
}

/** What a command reports for people goes to standard error, so that standard output carries data alone. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `3 rows`, `1 row`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
