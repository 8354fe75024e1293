import type { OfficeTries } from './tries.ts';

export const staffTries: OfficeTries = {
  'staff.me': { least: 'clerk' },
};
