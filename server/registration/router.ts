import { linkInput, registerInput, requestPasswordInput, setPasswordInput } from '../../shared/account-forms.ts';
import { signedInAnswer } from '../auth/start-session.ts';
import { open, router } from '../trpc.ts';
import { confirmEmail } from './confirm-email.ts';
import { openLink } from './open-link.ts';
import { register } from './register.ts';
import { requestPassword } from './request-password.ts';
import { setPasswordByLink } from './set-password.ts';

export const registrationRouter = router({
  register: open.input(registerInput).mutation(async ({ ctx, input }) => {
    await register(ctx.services, input, ctx.request.address);
    return {};
  }),

  requestPassword: open.input(requestPasswordInput).mutation(async ({ ctx, input }) => {
    await requestPassword(ctx.services, input, ctx.request.address);
    return {};
  }),

  /** Uses nothing up, but is no query: those may be sent in an address, where a link does not belong. */
  openLink: open
    .input(linkInput)
    .mutation(({ ctx, input }) => openLink(ctx.services, input.token, ctx.request.address)),

  /** Signs in, and answers as `auth.signIn` does. */
  setPassword: open.input(setPasswordInput).mutation(async ({ ctx, input }) => {
    const { user, cookies } = await setPasswordByLink(ctx.services, input, ctx.request);
    for (const cookie of cookies) ctx.setCookie(cookie);
    return signedInAnswer(ctx.services, user);
  }),

  confirmEmail: open
    .input(linkInput)
    .mutation(({ ctx, input }) => confirmEmail(ctx.services, input.token, ctx.request.address)),
});
