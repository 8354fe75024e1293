import { clerk, router } from '../trpc.ts';

export const staffRouter = router({
  /** Who is signed in. */
  me: clerk.query(({ ctx }) => ctx.staff),
});
