import './temporal.ts';
import type { Config } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import type { PaymentProvider } from '../../server/payments/provider.ts';
import type { Engine } from './databases.ts';
import { serverConfig } from './server-config.ts';
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
    { ...serverConfig(settings.database ?? (await engine.create()), company), ...settings },
    { clock, ...(payments && { payments }) },
  );
  engine.atEnd(() => server.stop());
  return { ...server, clock };
}
