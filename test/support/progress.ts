import { v7 } from 'uuid';
import type { MonthProgress } from '../../shared/progress.ts';
import type { Engine } from './databases.ts';
import { addAccount, addMeter, addUser, type TestAccount, type TestMeter, type TestUser } from './household.ts';
import { hire, type TestStaff } from './staff.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** The first company's office in the November window of 2026. */
export interface ProgressDesk {
  server: TestServer;
  clerk: TestStaff;
  manager: TestStaff;
  /** A flat, and somebody who uses the portal for it if an address is given. */
  flat(of: { building: string; email?: string }): Promise<Flat>;
  /** Counted anew, all that is old. */
  month(period?: string | null): Promise<MonthProgress>;
}

export interface Flat {
  account: TestAccount;
  user: TestUser | null;
  meter(options?: Partial<Parameters<typeof addMeter>[2]>): Promise<TestMeter>;
}

let flats = 0;

export async function openProgress(
  engine: Engine,
  { now = '2026-11-28T14:03:00+02:00' }: { now?: string } = {},
): Promise<ProgressDesk> {
  const server = await startTestServer(engine, { company: 'ddzksu', now });
  const { services } = server;
  const clerk = await hire(server);
  const manager = await hire(server, { role: 'manager' });
  return {
    server,
    clerk,
    manager,
    async flat({ building, email }) {
      const account = await addAccount(services, { number: `${70_000 + flats++}`, building });
      const user = email === undefined ? null : await addUser(services, { accounts: [account], email });
      return { account, user, meter: (options) => addMeter(services, account, { serial: v7(), ...options }) };
    },
    async month(period = null) {
      // Past what a count is good for.
      server.clock.advance(61_000);
      const ask = () =>
        clerk.client.progress.month.query({ period: period as MonthProgress['period'] | null, count: true });
      let answer = await ask();
      for (let asked = 0; answer.stale && asked < 4; asked++) answer = await ask();
      return answer;
    },
  };
}
