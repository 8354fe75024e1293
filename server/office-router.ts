import { officeAccountsRouter } from './accounts/office-router.ts';
import { keysRouter } from './api/office-router.ts';
import { auditRouter } from './audit/office-router.ts';
import { exchangeRouter } from './exchange/office-router.ts';
import { kiosksRouter } from './kiosks/office-router.ts';
import { officeMetersRouter } from './meters/office-router.ts';
import { peopleRouter } from './people/router.ts';
import { windowsRouter } from './periods/office-router.ts';
import { progressRouter } from './progress/office-router.ts';
import { reviewRouter } from './review/office-router.ts';
import { staffRouter } from './staff/router.ts';
import { supportOfficeRouter } from './support/office-router.ts';
import { router } from './trpc.ts';

/** What the office's pages call, under `/office/trpc`; residents' sessions open nothing of it. */
export const officeRouter = router({
  exchange: exchangeRouter,
  accounts: officeAccountsRouter,
  keys: keysRouter,
  meters: officeMetersRouter,
  progress: progressRouter,
  review: reviewRouter,
  people: peopleRouter,
  staff: staffRouter,
  support: supportOfficeRouter,
  windows: windowsRouter,
  kiosks: kiosksRouter,
  audit: auditRouter,
});

/** What the office's client is typed by. */
export type OfficeRouter = typeof officeRouter;
