import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../config-error.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * `postgres://…` opens PostgreSQL, anything else is the path of an SQLite file, which is made if it is not there, as is
 * the folder right above it. Throws a ConfigError for an address of another kind or a folder that is not there.
 */
export function openDatabase(url: string): Database {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) {
    throw new ConfigError([
      `METERBOOK_DATABASE: ${url.split(':')[0]}:// is neither postgres:// nor the path of a file`,
    ]);
  }
  const folder = dirname(resolve(url));
  if (!existsSync(dirname(folder)))
    throw new ConfigError([`METERBOOK_DATABASE: there is no folder ${dirname(folder)}`]);
  mkdirSync(folder, { recursive: true });
  return openSqlite(url);
}
