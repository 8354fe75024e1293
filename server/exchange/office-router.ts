import { router } from '../trpc.ts';
import { deskProcedures } from './desk-procedures.ts';
import { previewProcedures, profilesRouter } from './profile-procedures.ts';

/** Files of billing, in and out. */
export const exchangeRouter = router({
  ...previewProcedures,
  ...deskProcedures,
  profiles: profilesRouter,
});
