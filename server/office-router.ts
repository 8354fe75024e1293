import { staffRouter } from './staff/router.ts';
import { router } from './trpc.ts';

/** What the office's pages call, under `/office/trpc`; residents' sessions open nothing of it. */
export const officeRouter = router({
  staff: staffRouter,
});

/** What the office's client is typed by. */
export type OfficeRouter = typeof officeRouter;
