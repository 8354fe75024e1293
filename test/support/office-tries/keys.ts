import type { OfficeTries } from './tries.ts';

const make = { name: '1C', scopes: ['read:jobs' as const], expiresOn: null };

export const keysTries: OfficeTries = {
  'keys.list': { least: 'administrator' },
  'keys.make': { least: 'administrator', input: async () => make },
  'keys.revoke': {
    least: 'administrator',
    input: async (_, staff) => ({ id: (await staff.client.keys.make.mutate(make)).key.id }),
  },
};
