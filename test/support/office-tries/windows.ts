import { addMonths, type Period } from '../../../shared/period.ts';
import { lockPeriod } from '../household.ts';
import type { OfficeTries } from './tries.ts';

/** Every try has a month of its own, behind those that other tests of the same server work with. */
let tried = 0;
const anotherMonth = (): Period => addMonths('2024-01', -tried++);

const exception = (period: Period) => ({
  period,
  building: null,
  service: null,
  opensOn: `${period}-01`,
  closesOn: `${addMonths(period, 1)}-28`,
  reason: 'holidays',
  replaces: null,
});

export const windowsTries: OfficeTries = {
  'windows.calendar': { least: 'clerk' },
  'windows.counts': { least: 'clerk', input: async () => ({ period: '2026-11' }) },
  'windows.buildings': { least: 'clerk', input: async () => ({ text: 'rīg' }) },
  'windows.addException': { least: 'manager', input: async () => exception(anotherMonth()) },
  'windows.endException': {
    least: 'manager',
    input: async (_, { client }) => {
      // Not begun yet: nothing is lost when it is taken back.
      const period = addMonths('2027-03', tried++);
      const made = exception(period) as Parameters<typeof client.windows.addException.mutate>[0];
      const { id } = await client.windows.addException.mutate(made);
      return { id, reason: 'a mistake' };
    },
  },
  'windows.lock': {
    least: 'manager',
    input: async () => ({ period: anotherMonth(), reason: 'the year is closed', early: false }),
  },
  'windows.unlock': {
    least: 'manager',
    input: async ({ services }) => {
      const period = anotherMonth();
      await lockPeriod(services, period);
      return { period, reason: 'locked by mistake' };
    },
  },
};
