import type { MeterId } from '../../shared/ids.ts';
import type { Period } from '../../shared/period.ts';

/** Every address of the app; `routes.ts` reads them back. */
export const paths = {
  home: '/',
  readings: '/readings',
  history: '/periods',
  more: '/more',
  signIn: '/sign-in',
  period: (period: Period) => `/periods/${period}`,
  meter: (meter: MeterId) => `/meters/${meter}`,
} as const;
