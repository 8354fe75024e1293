import type { OfficeTries } from './tries.ts';

export const auditTries: OfficeTries = {
  'audit.search': {
    least: 'administrator',
    input: async () => ({ person: null, account: null, action: 'sign-in', from: null, until: null, after: null }),
  },
  'audit.find': { least: 'administrator', input: async () => ({ text: 'Anna' }) },
  'audit.verify': { least: 'administrator' },
  'audit.verification': { least: 'administrator' },
};
