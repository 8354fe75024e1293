import './temporal.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { v7 } from 'uuid';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { administer, startPostgres } from './postgres.ts';

/** One of the two engines, as a test sees it. */
export interface Engine {
  name: 'sqlite' | 'postgres';
  /** The address of a new, empty database. It is gone after the tests. */
  create(): Promise<string>;
  /** A new database, migrated. It is closed after the tests. */
  open(): Promise<Database>;
  /** Does this after the tests; the last one first. */
  atEnd(cleanUp: () => Promise<unknown>): void;
}

/** Describes the same tests once for SQLite and once for PostgreSQL. */
export function forEachEngine(describeTests: (engine: Engine) => void): void {
  for (const [name, creator] of [['sqlite', sqliteFile] as const, ['postgres', postgresDatabase] as const]) {
    const cleanUps: (() => Promise<unknown>)[] = [];
    const atEnd: Engine['atEnd'] = (cleanUp) => cleanUps.unshift(cleanUp);
    const create = creator(atEnd);
    async function open(): Promise<Database> {
      const db = openDatabase(await create());
      atEnd(() => db.close());
      await migrate(db);
      return db;
    }
    describe(`on ${name}`, () => {
      describeTests({ name, create, open, atEnd });
      after(async () => {
        for (const cleanUp of cleanUps) await cleanUp();
      });
    });
  }
}

function sqliteFile(atEnd: Engine['atEnd']): Engine['create'] {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'meterbook-sqlite-'));
    atEnd(() => rm(folder, { recursive: true, force: true }));
    return join(folder, 'test.db');
  };
}

function postgresDatabase(atEnd: Engine['atEnd']): Engine['create'] {
  let server: Promise<string> | undefined;

  /** The runner starts one server for all files; a file that runs alone starts its own. */
  async function serverUrl(): Promise<string> {
    const shared = process.env.METERBOOK_TEST_POSTGRES;
    if (shared !== undefined) return shared;
    const own = await startPostgres();
    atEnd(() => own.stop());
    return own.url;
  }

  return async () => {
    server ??= serverUrl();
    const url = await server;
    const name = `test_${v7().replaceAll('-', '')}`;
    await administer(url, `create database ${name}`);
    return `${url}/${name}`;
  };
}
