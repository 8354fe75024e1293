import { accountsRouter } from './accounts/router.ts';
import { authRouter } from './auth/router.ts';
import { passkeysRouter } from './passkeys/router.ts';
import { paymentsRouter } from './payments/router.ts';
import { profileRouter } from './profile/router.ts';
import { registrationRouter } from './registration/router.ts';
import { syncRouter } from './sync/router.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  auth: authRouter,
  sync: syncRouter,
  registration: registrationRouter,
  profile: profileRouter,
  accounts: accountsRouter,
  passkeys: passkeysRouter,
  payments: paymentsRouter,
});

/** What the web's client is typed by. */
export type AppRouter = typeof appRouter;
