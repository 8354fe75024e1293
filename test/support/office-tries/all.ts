import { staffTries } from './staff.ts';
import type { OfficeTries } from './tries.ts';

/** Every procedure of the office: a new one needs an entry in the file of its domain. */
export const officeTries: OfficeTries = {
  ...staffTries,
};
