import { addAccount, addMeter } from '../household.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

let numbers = 70_000;

/** What is read off a new meter. */
export const newFace = {
  serial: 'N-1',
  place: '',
  unit: 'm3',
  ratio: 1,
  verifiedUntil: '2030-11-01',
  registers: [{ code: 'B', digits: 5, decimals: 3, initial: 0 }],
} as const;

/** A meter of an account of its own, as somebody saw it who was there at once. */
async function hung({ services }: TestServer): Promise<{ meter: string; seen: number }> {
  const account = await addAccount(services, { number: String(numbers++) });
  const { id } = await addMeter(services, account, { serial: 'A-1' });
  return { meter: id, seen: 2 };
}

const end = { day: '2026-11-12', rollover: false, override: false, reason: 'Worn out' } as const;

export const metersTries: OfficeTries = {
  'meters.replace': {
    least: 'clerk',
    input: async (server) => ({
      ...(await hung(server)),
      ...end,
      finals: { B: 1_000 },
      next: newFace,
      waiting: null,
    }),
  },
  'meters.retire': { least: 'clerk', input: async (server) => ({ ...(await hung(server)), ...end, finals: null }) },
  'meters.verify': {
    least: 'clerk',
    input: async (server) => ({ ...(await hung(server)), verifiedUntil: '2030-11-01' }),
  },
  'meters.correct': {
    least: 'clerk',
    input: async (server) => ({ ...(await hung(server)), installedOn: '2015-01-01', ...newFace, reason: 'Mistyped' }),
  },
  'meters.add': {
    least: 'clerk',
    input: async ({ services }) => {
      const { id } = await addAccount(services, { number: String(numbers++) });
      return { account: id, service: 'cold-water', installedOn: '2026-11-12', ...newFace, reason: 'New' };
    },
  },
};
