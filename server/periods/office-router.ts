import { type Period, periodOfDay } from '../../shared/period.ts';
import { localDay } from '../../shared/window.ts';
import { calendarMonths, type WindowCalendar } from '../../shared/window-calendar.ts';
import {
  addExceptionInput,
  buildingsInput,
  endExceptionInput,
  lockInput,
  monthInput,
  unlockInput,
} from '../../shared/window-forms.ts';
import { clerk, manager, router } from '../trpc.ts';
import { around, buildingsLike, monthCounts, officeExceptions, periodLocks } from './calendar-queries.ts';
import { addException, endException } from './except.ts';
import { lockByHand, unlockByHand } from './lock-by-hand.ts';

/** Names that a clerk chooses from while typing. */
const namesOffered = 20;

export const windowsRouter = router({
  calendar: clerk.query(async ({ ctx: { services } }): Promise<WindowCalendar> => {
    const { db, clock, company } = services;
    const now: Period = periodOfDay(localDay(clock.now(), company.timeZone));
    const range = around(now, calendarMonths);
    return { exceptions: await officeExceptions(db.reader, range), locks: await periodLocks(db.reader, range) };
  }),
  counts: clerk.input(monthInput).query(({ ctx, input }) => monthCounts(ctx.services.db.reader, input.period)),
  buildings: clerk
    .input(buildingsInput)
    .query(({ ctx, input }) => buildingsLike(ctx.services.db.reader, input.text, namesOffered)),
  addException: manager
    .input(addExceptionInput)
    .mutation(({ ctx, input }) => addException({ ...ctx.services, actor: ctx.staff.id }, input)),
  endException: manager
    .input(endExceptionInput)
    .mutation(({ ctx, input }) => endException({ ...ctx.services, actor: ctx.staff.id }, input)),
  lock: manager.input(lockInput).mutation(async ({ ctx, input }) => {
    const batch = await lockByHand({ ...ctx.services, actor: ctx.staff.id }, input);
    return { readings: batch?.rows ?? 0 };
  }),
  unlock: manager
    .input(unlockInput)
    .mutation(({ ctx, input }) => unlockByHand({ ...ctx.services, actor: ctx.staff.id }, input)),
});
