import './temporal.ts';
import { loadCompany } from '../../server/companies.ts';
import type { Config } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import type { PaymentProvider } from '../../server/payments/provider.ts';
import type { Engine } from './databases.ts';
import { fixture } from './fixtures.ts';
import { type TestClock, testClock } from './test-clock.ts';

export interface TestServer extends RunningServer {
  clock: TestClock;
}

/** The real server on a free port, over a new database, with a clock that the test sets. Stops after the tests. */
export async function startTestServer(
  engine: Engine,
  {
    company,
    now,
    payments,
    ...settings
  }: { company: 'ddzksu' | 'dgservic'; now: string; payments?: PaymentProvider } & Partial<
    Pick<Config, 'behindProxy' | 'smtp' | 'stripe' | 'url' | 'database'>
  >,
): Promise<TestServer> {
  const clock = testClock(now);
  const server = await startServer(
    {
      mode: 'test',
      host: '127.0.0.1',
      port: 0,
      database: settings.database ?? (await engine.create()),
      company: loadCompany(company),
      webFolder: fixture('web'),
      officeFolder: fixture('web'),
      secureCookies: false,
      behindProxy: false,
      url: null,
      smtp: null,
      stripe: null,
      logLevel: 'silent',
      clockAhead: 0,
      ...settings,
    },
    { clock, ...(payments && { payments }) },
  );
  engine.atEnd(() => server.stop());
  return { ...server, clock };
}
