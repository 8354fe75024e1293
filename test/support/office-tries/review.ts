import { addAccount, addMeter, addReading } from '../household.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

let households = 0;

/** A reading that waits, as somebody of the office sees it. */
async function waiting({ services }: TestServer): Promise<{ meter: string; reading: string; seen: number }> {
  const account = await addAccount(services, { number: `review-${households++}` });
  const meter = await addMeter(services, account, { serial: `review-${households}` });
  const reading = await addReading(services, meter, { period: '2026-11', values: { B: 1_000 }, state: 'review' });
  const { version } = await services.db.reader
    .selectFrom('readings')
    .where('id', '=', reading)
    .select('version')
    .executeTakeFirstOrThrow();
  return { meter: meter.id, reading, seen: Number(version) };
}

const list = { after: null, kind: null, service: null, building: null, period: null, mine: false };

export const reviewTries: OfficeTries = {
  'review.list': { least: 'clerk', input: async () => list },
  'review.summary': { least: 'clerk' },
  'review.open': { least: 'clerk', input: async (server) => ({ reading: (await waiting(server)).reading }) },
  'review.accept': {
    least: 'clerk',
    input: async (server) => {
      const { reading, seen } = await waiting(server);
      return { reading, seen, rollover: null, override: false, reason: null };
    },
  },
  'review.correct': {
    least: 'clerk',
    input: async (server) => {
      const { reading, seen } = await waiting(server);
      return { reading, seen, values: { B: 1_100 }, rollover: false, override: true, reason: 'As in the photo' };
    },
  },
  'review.refuse': {
    least: 'clerk',
    input: async (server) => {
      const { reading, seen } = await waiting(server);
      return { reading, seen, reason: 'Not plausible' };
    },
  },
  'review.ask': {
    least: 'clerk',
    input: async (server) => {
      const { reading, seen } = await waiting(server);
      return { reading, seen, text: 'Please send a photo.' };
    },
  },
  'review.entryBasis': {
    least: 'clerk',
    input: async (server) => ({ meter: (await waiting(server)).meter, period: '2026-11' }),
  },
  'review.enter': {
    least: 'clerk',
    input: async (server) => {
      const { meter, seen } = await waiting(server);
      const entry = { takenOn: '2026-11-28', rollover: false, override: true, reason: 'Told by telephone' };
      return { meter, period: '2026-11', seen, values: { B: 1_100 }, ...entry };
    },
  },
};
