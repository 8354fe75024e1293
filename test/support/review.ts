import { TRPCClientError } from '@trpc/client';
import type { Problem } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import type { Engine } from './databases.ts';
import type { Home } from './home.ts';
import { furnish } from './home.ts';
import { addBilledReading, type TestMeter } from './household.ts';
import { hire, type TestStaff } from './staff.ts';
import type { TestDevice } from './test-device.ts';

export const july = '2017-07' as const;

/** Anna's flat in the July window, and two clerks. */
export interface ReviewDesk extends Home {
  clerk: TestStaff;
  other: TestStaff;
  /** A meter that billing has read in June, with this value. */
  readMeter(june: number): Promise<TestMeter>;
  /** Anna says that it passed zero, far from the end of its face (M5): it waits. */
  waiting(device: TestDevice, meter: TestMeter, value: number): Promise<string>;
  seen(reading: string): Promise<number>;
  reading(id: string): Promise<{ state: string; reason: string | null; adjustment: number; batch_id: string | null }>;
}

export async function openDesk(engine: Engine): Promise<ReviewDesk> {
  const home = await furnish(engine);
  const { server } = home;
  const clerk = await hire(server);
  const other = await hire(server, { name: 'Juris Kalns' });
  return {
    ...home,
    clerk,
    other,
    async readMeter(june) {
      const meter = await home.meter();
      await addBilledReading(server.services, meter, { period: '2017-06', values: { B: june } });
      return meter;
    },
    async waiting(device, meter, value) {
      const claims = { rollover: ['B' as const], confirmed: [], replaced: false };
      const operation = device.reading(meter, { period: july, values: { B: value }, claims });
      const [result] = await device.push(operation);
      if (result?.outcome !== 'review') throw new Error(`it does not wait: ${JSON.stringify(result)}`);
      return operation.id;
    },
    seen: async (reading) => (await clerk.client.review.open.mutate({ reading })).seen,
    reading: (id) =>
      server.services.db.reader
        .selectFrom('readings')
        .where('id', '=', id)
        .select(['state', 'reason', 'adjustment', 'batch_id'])
        .executeTakeFirstOrThrow(),
  };
}

export const asItIs = { rollover: null, override: false, reason: null } as const;

/** The problem that a call is refused with; null where it is not. */
export async function refusal(call: Promise<unknown>): Promise<Problem | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof TRPCClientError) return (error.data as { problem: Problem }).problem;
    throw error;
  }
}

/** What a device hears of readings. */
export async function heard(device: TestDevice): Promise<Reading[]> {
  return (await device.pull()).flatMap(({ changes }) => changes.readings);
}
