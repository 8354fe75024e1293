import { beginPaymentInput } from '../../shared/payment-forms.ts';
import { resident, router } from '../trpc.ts';
import { beginPayment } from './begin-payment.ts';

export const paymentsRouter = router({
  begin: resident.input(beginPaymentInput).mutation(({ ctx, input }) => beginPayment(ctx.services, ctx.user, input)),
});
