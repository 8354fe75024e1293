import { accountsTries } from './accounts.ts';
import { auditTries } from './audit.ts';
import { exchangeTries } from './exchange.ts';
import { keysTries } from './keys.ts';
import { kiosksTries } from './kiosks.ts';
import { metersTries } from './meters.ts';
import { peopleTries } from './people.ts';
import { progressTries } from './progress.ts';
import { reviewTries } from './review.ts';
import { staffTries } from './staff.ts';
import { supportTries } from './support.ts';
import type { OfficeTries } from './tries.ts';
import { windowsTries } from './windows.ts';

/** Every procedure of the office: a new one needs an entry in the file of its domain. */
export const officeTries: OfficeTries = {
  ...accountsTries,
  ...exchangeTries,
  ...keysTries,
  ...metersTries,
  ...progressTries,
  ...reviewTries,
  ...peopleTries,
  ...staffTries,
  ...supportTries,
  ...windowsTries,
  ...kiosksTries,
  ...auditTries,
};
