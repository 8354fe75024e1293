import { addAccount, addMeter } from '../household.ts';
import type { TestServer } from '../test-server.ts';
import type { OfficeTries } from './tries.ts';

/** What was begun before has come to its end: of reminders one job runs at a time. */
const settled = (server: TestServer): Promise<void> => server.services.jobs.work();

let households = 0;

export const progressTries: OfficeTries = {
  'progress.month': { least: 'clerk', input: async () => ({ period: null, count: true }) },
  'progress.buildings': { least: 'clerk', input: async () => ({ period: '2026-11', after: null }) },
  'progress.missing': {
    least: 'clerk',
    input: async ({ services }) => {
      const account = await addAccount(services, { number: `progress-${households++}` });
      await addMeter(services, account, { serial: `progress-${households}` });
      return { period: '2026-11', building: 'Rīgas iela 1', text: 'progress', after: null };
    },
  },
  'progress.remind': {
    least: 'manager',
    input: async (server) => {
      await settled(server);
      return { period: '2026-11', building: 'Rīgas iela 1' };
    },
  },
  'progress.verifications': {
    least: 'clerk',
    input: async () => ({ step: null, building: null, service: null, after: null }),
  },
  'progress.verificationLetters': {
    least: 'manager',
    input: async () => ({ step: null, building: null, service: null }),
  },
  'progress.remindVerifications': {
    least: 'manager',
    input: async (server) => {
      await settled(server);
      return { step: 'ended', building: 'Rīgas iela 1', service: null };
    },
  },
};
