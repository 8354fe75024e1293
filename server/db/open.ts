import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** `postgres://…` opens PostgreSQL, anything else is the path of an SQLite file, which is made if it is not there. */
export function openDatabase(url: string): Database {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  mkdirSync(dirname(url), { recursive: true });
  return openSqlite(url);
}
