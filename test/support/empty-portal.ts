import { readConfig } from '../../server/config.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { demoStaff, seedDemoStaff } from '../../server/demo/demo-staff.ts';
import { type DemoOptions, demoFile } from '../../server/demo/run-demo.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { toInstant } from '../../shared/instant.ts';

/** A portal on its first day: the office's people are there, and nothing of billing yet. Otherwise it is as a demo. */
export async function startEmptyPortal({
  company,
  port,
  now = Date.now(),
  folder,
}: Pick<DemoOptions, 'company' | 'port' | 'now' | 'folder'>): Promise<{ server: RunningServer }> {
  const config = readConfig({
    ...process.env,
    METERBOOK_MODE: 'demo',
    METERBOOK_COMPANY: company,
    METERBOOK_DATABASE: demoFile(folder, company),
    METERBOOK_LOG: process.env.METERBOOK_LOG ?? 'warn',
    METERBOOK_CLOCK: toInstant(now),
    PORT: port ?? '0',
  });
  const db = openDatabase(config.database);
  try {
    await migrate(db);
    await seedDemoStaff(db, now);
  } finally {
    await db.close();
  }
  const { clockAhead } = config;
  return { server: await startServer(config, { demo: { clockAhead, signIns: [], staff: demoStaff } }) };
}
