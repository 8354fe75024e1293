import { addAccount } from '../household.ts';
import type { OfficeTries } from './tries.ts';

let numbers = 60_000;

export const accountsTries: OfficeTries = {
  'accounts.search': { least: 'clerk', input: async () => ({ text: 'ozols', after: null }) },
  'accounts.open': {
    least: 'clerk',
    input: async ({ services }) => ({ account: (await addAccount(services, { number: String(numbers++) })).id }),
  },
  'accounts.setContacts': {
    least: 'clerk',
    input: async ({ services }) => {
      const { id } = await addAccount(services, { number: String(numbers++) });
      return { account: id, version: 1, email: 'anna@example.lv', phone: null };
    },
  },
};
