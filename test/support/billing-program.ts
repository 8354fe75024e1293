import { v7 } from 'uuid';
import type { Engine } from './databases.ts';
import { type Heard, keyFor, type Program, startProgram } from './described-api.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** A job as its program reads it, held against the description already. */
export interface HeardJob {
  id: string;
  state: string;
  endedAt: string | null;
  failure: { code: string; line: number | null; words: string } | null;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  import: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  pdfs: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  undo: any;
}

type Counted = 'jobs' | 'uploads' | 'idempotency_keys' | 'upload_parts';

/** A server, and the program of a billing department that has a key for everything. */
export interface BillingProgram {
  server: TestServer;
  program: Program;
  key: { id: string; token: string };
  count(table: Counted): Promise<number>;
  /** A file of so many accounts that nobody has yet. */
  town(rows: number): string;
  bring(
    body: string | Uint8Array,
    path?: string,
    options?: { type?: string; once?: string },
  ): Promise<Heard<{ job: string }>>;
  ended(job: string): Promise<HeardJob>;
}

export const accountsHeader = 'account,holder,address,premises,email,phone\n';

export async function startBillingProgram(engine: Engine): Promise<BillingProgram> {
  const server = await startTestServer(engine, { company: 'ddzksu', now: '2026-11-02T09:00:00Z' });
  const key = await keyFor(server);
  const program = await startProgram(server, key.token);
  let numbers = 20_000;
  return {
    server,
    program,
    key,
    async count(table) {
      const rows = await server.services.db.reader.selectFrom(table).selectAll().execute();
      return rows.length;
    },
    town: (rows) =>
      accountsHeader +
      Array.from({ length: rows }, () => `${numbers++},Anna,Rīgas iela 1,${numbers % 90},,\n`).join(''),
    bring: (body, path = '/imports/accounts', { type = 'text/csv', once = v7() } = {}) =>
      program.call({ method: 'POST', path, body, type, once }),
    async ended(job) {
      for (;;) {
        await server.services.jobs.work();
        const { json } = await program.call<HeardJob>({ path: `/jobs/${job}` });
        if (json.endedAt !== null) return json;
      }
    },
  };
}
