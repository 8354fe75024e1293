import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { movePayment } from './move-payment.ts';
import type { PaymentEvent } from './provider.ts';
import { insertPaymentEvent, onlinePaymentOf } from './queries.ts';

/**
 * known: it was taken before, and does nothing. unknown: it names a payment that is not here, which is so after the database
 * was restored from a backup; the audit log keeps what it told, because money may have come.
 */
export type TakenEvent = 'taken' | 'known' | 'unknown';

/** An event of the provider, in one transaction with all that follows from it: it is there with its effect, or not at all. */
export function takeEvent(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  provider: string,
  { id, kind, payment, told }: PaymentEvent,
): Promise<TakenEvent> {
  return db.write(async (tx) => {
    const at = toInstant(clock.now());
    const ours = await onlinePaymentOf(tx, provider, payment);
    const event = { provider, id, kind, payment_id: ours?.id ?? null, received_at: at };
    if (!(await insertPaymentEvent(tx, event))) return 'known';
    if (!ours) {
      const detail = { ...told, event: id };
      await appendAudit(tx, { at, actor: provider, action: 'payment-unknown', subject: payment, detail });
      return 'unknown';
    }
    await movePayment(tx, ours, told, { at, actor: provider, event: id });
    return 'taken';
  });
}
