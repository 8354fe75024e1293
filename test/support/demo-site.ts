import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import type { DemoCompany } from '../../server/demo/demo-companies.ts';
import { type DemoOptions, demoFile, runDemo } from '../../server/demo/run-demo.ts';
import type { RunningServer } from '../../server/main.ts';
import { type Cable, layCable } from './cable.ts';
import { newPhone, type Phone } from './chromium-profile.ts';

const run = promisify(execFile);

/** A demo of a company, a resident's phone, the cable between the two, and what an operator does beside them. */
export interface DemoSite {
  /** For files of the test; gone at the end. */
  folder: string;
  /** The server itself, not through the cable. */
  url: string;
  cable: Cable;
  phone: Phone;
  /** Runs the command line over the demo's database; answers with its standard output. */
  cli(...args: string[]): Promise<string>;
  query(sql: string, ...parameters: string[]): Record<string, unknown>[];
  close(): Promise<void>;
}

/** `now`: where the demo's clock starts. `language`: what the phone asks for. `start`: what stands in for the demo. */
export async function openDemoSite({
  company,
  now,
  language,
  start = runDemo,
}: {
  company: DemoCompany;
  now: string;
  language: string;
  start?: (options: DemoOptions) => Promise<{ server: RunningServer }>;
}): Promise<DemoSite> {
  const folder = await mkdtemp(join(tmpdir(), 'meterbook-e2e-'));
  const database = demoFile(folder, company);
  const cleanUps = [() => rm(folder, { recursive: true, force: true })];
  async function close(): Promise<void> {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  }
  async function open(): Promise<Pick<DemoSite, 'url' | 'cable' | 'phone'>> {
    const demo = { company, port: '0', now: Date.parse(now), folder, fresh: true, onStep: () => {} };
    const { server } = await start(demo);
    cleanUps.unshift(() => server.stop());
    const cable = await layCable(server.url);
    cleanUps.unshift(() => cable.close());
    const phone = await newPhone({ language });
    cleanUps.unshift(() => phone.discard());
    return { url: server.url, cable, phone };
  }
  const site = await open().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    ...site,
    folder,
    close,
    async cli(...args) {
      const program = fileURLToPath(new URL('../../server/cli.js', import.meta.url));
      const where = ['--company', company, '--database', database];
      return (await run(process.execPath, [program, ...args, ...where])).stdout;
    },
    query(sql, ...parameters) {
      const db = new SQLite(database, { readonly: true });
      try {
        return db.prepare(sql).all(...parameters) as Record<string, unknown>[];
      } finally {
        db.close();
      }
    },
  };
}
