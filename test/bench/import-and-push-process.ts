import '../support/temporal.ts';
import { createReadStream } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { startImport } from '../../server/exchange/exchange-jobs.ts';
import type { ImportResult } from '../../server/exchange/job-results.ts';
import { receiveUpload } from '../../server/exchange/uploads.ts';
import { jobById } from '../../server/jobs/queries.ts';
import { startServer } from '../../server/main.ts';
import { serverConfig } from '../support/server-config.ts';

/** The real server, which imports a file when it is told to. */
const config = serverConfig(process.argv[2] as string, 'dgservic');
// The numbers of the file are any.
const company = { ...config.company, accountNumber: { ...config.company.accountNumber, pattern: '^.+$' } };
const { url, services, stop } = await startServer(
  { ...config, company },
  { clock: { now: () => Date.parse('2026-11-20T10:00:00Z') } },
);

async function bring(file: string): Promise<void> {
  const { id } = await receiveUpload(services, { name: 'accounts.csv', actor: 'bench', bytes: createReadStream(file) });
  const request = {
    kind: 'accounts',
    upload: id,
    profile: null,
    dryRun: false,
    strict: false,
    actor: 'bench',
  } as const;
  const job = await startImport(services, request);
  for (;;) {
    const now = await jobById(services.db.reader, job);
    if (now?.endedAt) {
      process.send?.({ state: now.state, created: (now.result as ImportResult).report?.created });
      return;
    }
    await setTimeout(100);
  }
}

process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
process.on('message', ({ file }: { file: string }) => void bring(file));
process.send?.({ url });
