import { toInstant } from '../../shared/instant.ts';
import {
  applicationInput,
  changePersonEmailInput,
  createPersonInput,
  deletePersonInput,
  endPersonDeviceInput,
  linkPersonInput,
  listLettersInput,
  listPeopleInput,
  mergeInput,
  personInput,
  previewMergeInput,
  unlinkPersonInput,
} from '../../shared/people-forms.ts';
import { administrator, clerk, manager, router } from '../trpc.ts';
import { checkApplication, createPerson } from './application.ts';
import { changePersonEmail } from './change-email.ts';
import { deletePerson, previewDeletion } from './delete-person.ts';
import { endPersonDevice, endPersonDevices } from './end-devices.ts';
import { findPeople } from './find-people.ts';
import { askForLetter, listLetters, sendPasswordLink } from './letters.ts';
import { linkPerson, unlinkPerson } from './links.ts';
import { mergeUsers, previewMerge } from './merge.ts';
import { openPerson } from './open-person.ts';

/** The users of the portal, for the office. A person's data as a file, and letters to print: `http/people-files`. */
export const peopleRouter = router({
  list: clerk.input(listPeopleInput).query(({ ctx, input }) => findPeople(ctx.services.db.reader, input)),

  /** Notes that it was looked at. */
  open: clerk.input(personInput).query(({ ctx, input }) => openPerson(ctx.services, ctx.staff, input.user)),

  checkApplication: clerk
    .input(applicationInput)
    .query(({ ctx, input }) => checkApplication(ctx.services, ctx.staff, input)),

  create: clerk.input(createPersonInput).mutation(({ ctx, input }) => createPerson(ctx.services, ctx.staff, input)),

  link: clerk.input(linkPersonInput).mutation(async ({ ctx, input }) => {
    await linkPerson(ctx.services, ctx.staff, input);
    return {};
  }),

  unlink: clerk.input(unlinkPersonInput).mutation(async ({ ctx, input }) => {
    await unlinkPerson(ctx.services, ctx.staff, input);
    return {};
  }),

  endDevice: clerk.input(endPersonDeviceInput).mutation(async ({ ctx, input }) => {
    await endPersonDevice(ctx.services, ctx.staff, input);
    return {};
  }),

  endDevices: clerk
    .input(personInput)
    .mutation(({ ctx, input }) => endPersonDevices(ctx.services, ctx.staff, input.user)),

  sendLink: clerk.input(personInput).mutation(async ({ ctx, input }) => {
    await sendPasswordLink(ctx.services, ctx.staff, input.user);
    return {};
  }),

  printLetter: clerk.input(personInput).mutation(({ ctx, input }) => askForLetter(ctx.services, ctx.staff, input.user)),

  letters: clerk
    .input(listLettersInput)
    .query(({ ctx: { services }, input }) => listLetters(services.db.reader, { ...input, now: services.clock.now() })),

  changeEmail: manager.input(changePersonEmailInput).mutation(async ({ ctx, input }) => {
    await changePersonEmail(ctx.services, ctx.staff, input);
    return {};
  }),

  previewMerge: manager
    .input(previewMergeInput)
    .query(({ ctx: { services }, input }) => previewMerge(services.db.reader, input, toInstant(services.clock.now()))),

  merge: manager.input(mergeInput).mutation(async ({ ctx, input }) => {
    await mergeUsers(ctx.services, ctx.staff, input);
    return {};
  }),

  previewDeletion: administrator
    .input(personInput)
    .query(({ ctx: { services }, input }) =>
      previewDeletion(services.db.reader, input.user, toInstant(services.clock.now())),
    ),

  remove: administrator.input(deletePersonInput).mutation(async ({ ctx, input }) => {
    await deletePerson(ctx.services, ctx.staff, input);
    return {};
  }),
});
