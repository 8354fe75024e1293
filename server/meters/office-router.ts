import {
  addMeterInput,
  correctMeterInput,
  replaceMeterInput,
  retireMeterInput,
  verifyMeterInput,
} from '../../shared/meter-forms.ts';
import { clerk, router } from '../trpc.ts';
import { addMeter, correctMeter, verifyMeter } from './keep-meter.ts';
import { replaceMeter, retireMeter } from './replace-meter.ts';

/** What the office does to meters. */
export const officeMetersRouter = router({
  replace: clerk.input(replaceMeterInput).mutation(({ ctx, input }) => replaceMeter(ctx.services, ctx.staff, input)),
  retire: clerk.input(retireMeterInput).mutation(({ ctx, input }) => retireMeter(ctx.services, ctx.staff, input)),
  verify: clerk.input(verifyMeterInput).mutation(({ ctx, input }) => verifyMeter(ctx.services, ctx.staff, input)),
  correct: clerk.input(correctMeterInput).mutation(({ ctx, input }) => correctMeter(ctx.services, ctx.staff, input)),
  add: clerk.input(addMeterInput).mutation(({ ctx, input }) => addMeter(ctx.services, ctx.staff, input)),
});
