import { authRouter } from './auth/router.ts';
import { syncRouter } from './sync/router.ts';
import { router } from './trpc.ts';

export const appRouter = router({ auth: authRouter, sync: syncRouter });

/** What the web's client is typed by. */
export type AppRouter = typeof appRouter;
