import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../config-error.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite, type SqliteOptions } from './sqlite.ts';

/**
 * `postgres://…` opens PostgreSQL, anything else is the path of an SQLite file, which is made if it is not there, as is
 * the folder right above it; with `mustExist` nothing is made. Throws a ConfigError for an address of another kind, a
 * folder that is not there, and a file that is missing or no database.
 */
export function openDatabase(
  url: string,
  { mustExist = false, ...sqlite }: { mustExist?: boolean } & SqliteOptions = {},
): Database {
  if (isPostgres(url)) {
    if (!URL.canParse(url))
      throw new ConfigError(['METERBOOK_DATABASE: is no address like postgres://user@host:5432/name']);
    return openPostgres(url);
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) {
    throw new ConfigError([
      `METERBOOK_DATABASE: ${url.split(':')[0]}:// is neither postgres:// nor the path of a file`,
    ]);
  }
  const path = resolve(url);
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) throw new ConfigError([`METERBOOK_DATABASE: ${path} is a folder, not a file`]);
  } else if (mustExist) {
    throw new ConfigError([
      `there is no database ${path}: name another one (--database, METERBOOK_DATABASE), or make it with "meterbook migrate"`,
    ]);
  }
  const folder = dirname(path);
  if (!existsSync(dirname(folder)))
    throw new ConfigError([`METERBOOK_DATABASE: there is no folder ${dirname(folder)}`]);
  mkdirSync(folder, { recursive: true });
  return openSqlite(url, sqlite);
}

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);
