import { toInstant } from '../../shared/instant.ts';
import { longestPassword } from '../../shared/password.ts';
import { z } from '../../shared/zod.ts';
import { appendAudit } from '../audit/append.ts';
import { open, resident, router } from '../trpc.ts';
import { signIn } from './sign-in.ts';

/** One line of text without control characters. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const authRouter = router({
  signIn: open
    .input(z.strictObject({ name: line(200), password: z.string().min(1).max(longestPassword) }))
    .mutation(async ({ ctx, input }) => {
      const { services } = ctx;
      const { cookie, ...answer } = await signIn(services, { ...input, device: ctx.request.device });
      // Rotated: the session that this browser had before does not live on unseen.
      if (ctx.request.sessionToken !== null) await services.sessions.end(ctx.request.sessionToken);
      ctx.setCookie(cookie);
      return { ...answer, serverTime: toInstant(services.clock.now()), beacon: services.beacons.issue() };
    }),

  signOut: resident.mutation(async ({ ctx }) => {
    const { services } = ctx;
    const { cookie } = await services.sessions.end(ctx.session);
    ctx.setCookie(cookie);
    const at = toInstant(services.clock.now());
    const { id } = ctx.user;
    await services.db.write((tx) => appendAudit(tx, { at, actor: id, action: 'sign-out', subject: id, detail: {} }));
    return {};
  }),
});
