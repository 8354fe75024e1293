import type { Instant } from '../../shared/instant.ts';
import { lockAccounts, raiseHeads } from '../accounts/queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Row, Writer } from '../db/tables.ts';
import { nextState, type Told } from './next-state.ts';
import { onlinePaymentOf, setStanding } from './queries.ts';

/**
 * Moves a payment on by what was told of it; devices learn of it by their next pull, the office by the audit log, in which
 * another amount than asked has an entry of its own. Nothing of billing's is touched. What says nothing new writes nothing.
 */
export async function movePayment(
  tx: Writer,
  { id, provider, account_id: account }: Pick<Row<'online_payments'>, 'id' | 'provider' | 'account_id'>,
  told: Told,
  { at, actor, event }: { at: Instant; actor: string; event: string | null },
): Promise<void> {
  // The payment is read under the account's lock (I4): of two events at once the second one finds what the first one left.
  const head = (await lockAccounts(tx, [account])).get(account);
  const before = await onlinePaymentOf(tx, provider, id);
  if (head === undefined || !before) throw new Error('the payment has gone');
  const { amount, currency } = before;
  const after = nextState(before, { amount, currency }, told);
  if (after.state === before.state && after.refunded === before.refunded && after.fault === before.fault) return;
  await raiseHeads(tx, new Map([[account, 1]]));
  await setStanding(tx, id, { ...after, version: head + 1, changed_at: at });
  const detail = { ...told, event, state: after.state };
  await appendAudit(tx, { at, actor, action: `payment-${told.kind}`, subject: id, detail });
  if (after.fault !== before.fault) {
    await appendAudit(tx, {
      at,
      actor,
      action: 'payment-mismatch',
      subject: id,
      detail: { fault: after.fault, event },
    });
  }
}
