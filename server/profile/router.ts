import {
  changeEmailInput,
  changePasswordInput,
  changePhoneInput,
  endDeviceInput,
  setLanguageInput,
} from '../../shared/account-forms.ts';
import { resident, router } from '../trpc.ts';
import { changeEmail, changeLanguage, changePhone } from './change-contact.ts';
import { changePassword } from './change-password.ts';
import { endDevice, endOtherDevices } from './end-device.ts';
import { readProfile } from './read-profile.ts';

export const profileRouter = router({
  read: resident.query(({ ctx }) => readProfile(ctx.services, ctx)),

  changePassword: resident.input(changePasswordInput).mutation(async ({ ctx, input }) => {
    const { cookie } = await changePassword(ctx.services, ctx, { ...input, device: ctx.request.device });
    ctx.setCookie(cookie);
    return {};
  }),

  changeEmail: resident.input(changeEmailInput).mutation(async ({ ctx, input }) => {
    await changeEmail(ctx.services, ctx.user, input);
    return {};
  }),

  changePhone: resident.input(changePhoneInput).mutation(async ({ ctx, input }) => {
    await changePhone(ctx.services, ctx.user, input);
    return {};
  }),

  setLanguage: resident.input(setLanguageInput).mutation(async ({ ctx, input }) => {
    await changeLanguage(ctx.services, ctx.user, input.language);
    return {};
  }),

  endDevice: resident.input(endDeviceInput).mutation(async ({ ctx, input }) => {
    const { cookie } = await endDevice(ctx.services, ctx, input.id);
    if (cookie !== null) ctx.setCookie(cookie);
    return {};
  }),

  endOtherDevices: resident.mutation(({ ctx }) => endOtherDevices(ctx.services, ctx)),
});
