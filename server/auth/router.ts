import { longestPassword } from '../../shared/password.ts';
import { z } from '../../shared/zod.ts';
import type { Context, Resident } from '../context.ts';
import { passkeyAnswered } from '../passkeys/input.ts';
import { passkeyOptions, signInWithPasskey } from '../passkeys/sign-in-with-passkey.ts';
import { open, resident, router } from '../trpc.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signedInAnswer } from './start-session.ts';

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
    .mutation(async ({ ctx, input }) => admit(ctx, await signIn(ctx.services, input, ctx.request))),

  passkeyOptions: open.mutation(({ ctx }) => passkeyOptions(ctx.services, ctx.request)),

  signInWithPasskey: open
    .input(z.strictObject({ response: passkeyAnswered }))
    .mutation(async ({ ctx, input }) => admit(ctx, await signInWithPasskey(ctx.services, input.response, ctx.request))),

  signOut: resident.mutation(async ({ ctx }) => {
    const { cookie } = await signOut(ctx.services, ctx);
    ctx.setCookie(cookie);
    return {};
  }),
});

function admit(ctx: Context, { user, cookies }: { user: Resident; cookies: readonly string[] }) {
  for (const cookie of cookies) ctx.setCookie(cookie);
  return signedInAnswer(ctx.services, user);
}
