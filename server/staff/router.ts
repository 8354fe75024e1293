import { toInstant } from '../../shared/instant.ts';
import {
  inviteStaffInput,
  staffAccessInput,
  staffChangePasswordInput,
  staffCodeInput,
  staffIdInput,
  staffLanguageInput,
  staffLinkInput,
  staffRequestPasswordInput,
  staffRoleInput,
  staffSetPasswordInput,
  staffSignInInput,
} from '../../shared/staff-forms.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { administrator, clerk, open, router } from '../trpc.ts';
import { finishStaffSignIn } from './finish-sign-in.ts';
import {
  disableStaff,
  enableStaff,
  type GiveLink,
  inviteStaff,
  listStaff,
  resetStaffAccess,
  setStaffRole,
} from './manage.ts';
import {
  beginSecondFactor,
  changeStaffPassword,
  confirmSecondFactor,
  newStaffRecoveryCodes,
  readStaffAccess,
  setStaffLanguage,
  staffSignOut,
} from './own-access.ts';
import { openStaffLink, requestStaffPassword, setStaffPassword } from './set-password.ts';
import { beginStaffSignIn } from './sign-in.ts';

/** Nobody of the office sees a link of somebody else: it goes by mail. */
const byMail: GiveLink = (tx, staff, now) => enqueueMail(tx, { kind: 'staff-invitation', staff }, toInstant(now));

export const staffRouter = router({
  // Getting in.
  signIn: open.input(staffSignInInput).mutation(({ ctx, input }) => beginStaffSignIn(ctx.services, input, ctx.request)),

  /** Sets the session's cookie. */
  enterCode: open.input(staffCodeInput).mutation(async ({ ctx, input }) => {
    const { cookies, ...signedIn } = await finishStaffSignIn(ctx.services, input, ctx.request);
    for (const cookie of cookies) ctx.setCookie(cookie);
    return signedIn;
  }),

  requestPassword: open.input(staffRequestPasswordInput).mutation(async ({ ctx, input }) => {
    await requestStaffPassword(ctx.services, input, ctx.request.address);
    return {};
  }),

  /** Uses nothing up, but is no query: those may be sent in an address, where a link does not belong. */
  openLink: open
    .input(staffLinkInput)
    .mutation(({ ctx, input }) => openStaffLink(ctx.services, input.token, ctx.request.address)),

  setPassword: open
    .input(staffSetPasswordInput)
    .mutation(({ ctx, input }) => setStaffPassword(ctx.services, input, ctx.request.address)),

  signOut: clerk.mutation(async ({ ctx }) => {
    const { cookie } = await staffSignOut(ctx.services, { id: ctx.staff.id, session: ctx.staffSession });
    ctx.setCookie(cookie);
    return {};
  }),

  // Oneself.
  /** Who is signed in. */
  me: clerk.query(({ ctx }) => ctx.staff),

  access: clerk.query(({ ctx }) => readStaffAccess(ctx.services, ctx.staff.id)),

  setLanguage: clerk.input(staffLanguageInput).mutation(async ({ ctx, input }) => {
    await setStaffLanguage(ctx.services, ctx.staff.id, input.language);
    return {};
  }),

  changePassword: clerk.input(staffChangePasswordInput).mutation(async ({ ctx, input }) => {
    await changeStaffPassword(ctx.services, { id: ctx.staff.id, session: ctx.staffSession, ...input });
    return {};
  }),

  beginSecondFactor: clerk
    .input(staffAccessInput)
    .mutation(({ ctx, input }) =>
      beginSecondFactor(ctx.services, { id: ctx.staff.id, session: ctx.staffSession, ...input }),
    ),

  confirmSecondFactor: clerk.input(staffCodeInput).mutation(async ({ ctx, input }) => ({
    recoveryCodes: await confirmSecondFactor(ctx.services, {
      id: ctx.staff.id,
      session: ctx.staffSession,
      ...input,
    }),
  })),

  renewRecoveryCodes: clerk.input(staffAccessInput).mutation(async ({ ctx, input }) => ({
    recoveryCodes: await newStaffRecoveryCodes(ctx.services, {
      id: ctx.staff.id,
      session: ctx.staffSession,
      ...input,
    }),
  })),

  // Everybody.
  list: administrator.query(({ ctx }) => listStaff(ctx.services.db.reader)),

  invite: administrator.input(inviteStaffInput).mutation(async ({ ctx, input }) => {
    const invited = await inviteStaff(ctx.services, input, { actor: ctx.staff.id, giveLink: byMail });
    ctx.services.mail.nudge();
    return invited;
  }),

  setRole: administrator.input(staffRoleInput).mutation(async ({ ctx, input }) => {
    await setStaffRole(ctx.services, input, ctx.staff.id);
    return {};
  }),

  disable: administrator.input(staffIdInput).mutation(async ({ ctx, input }) => {
    await disableStaff(ctx.services, input.id, ctx.staff.id);
    return {};
  }),

  enable: administrator.input(staffIdInput).mutation(async ({ ctx, input }) => {
    await enableStaff(ctx.services, input.id, ctx.staff.id);
    return {};
  }),

  /** Also for who has lost the letter of the invitation. */
  resetAccess: administrator.input(staffIdInput).mutation(async ({ ctx, input }) => {
    await resetStaffAccess(ctx.services, input.id, { actor: ctx.staff.id, giveLink: byMail });
    ctx.services.mail.nudge();
    return {};
  }),
});
