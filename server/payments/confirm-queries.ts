import type { OnlinePaymentId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { lookUp } from '../db/look-up.ts';
import { prepared } from '../db/prepared.ts';

/** Of these references, the online payments that billing may still confirm. */
export const onlinePaymentsAwaited = lookUp(1, (db, references) =>
  db
    .selectFrom('online_payments')
    .where('reference', 'in', references.flat())
    .where('state', 'in', ['begun', 'received', 'failed'])
    .select(['id', 'account_id', 'reference', 'state']),
);

export const confirmOnlinePayment = prepared((db, param: { id: OnlinePaymentId; version: number; at: Instant }) =>
  db
    .updateTable('online_payments')
    .set({ state: 'confirmed', version: param.version, changed_at: param.at })
    .where('id', '=', param.id),
);
