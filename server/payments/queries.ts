import type { OnlinePaymentState } from '../../shared/bill.ts';
import type { AccountId, OnlinePaymentId, StatementId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import type { Standing } from './next-state.ts';

export async function insertOnlinePayment(tx: Writer, payment: Row<'online_payments'>): Promise<void> {
  await tx.insertInto('online_payments').values(payment).execute();
}

export async function setProviderId(tx: Writer, id: OnlinePaymentId, providerId: string): Promise<void> {
  await tx.updateTable('online_payments').set({ provider_id: providerId }).where('id', '=', id).execute();
}

/** A payment, if it was begun with this provider. */
export function onlinePaymentOf(
  db: Reader,
  provider: string,
  id: OnlinePaymentId,
): Promise<Row<'online_payments'> | undefined> {
  return db
    .selectFrom('online_payments')
    .where('id', '=', id)
    .where('provider', '=', provider)
    .selectAll()
    .executeTakeFirst();
}

export async function setStanding(
  tx: Writer,
  id: OnlinePaymentId,
  standing: Standing & { version: number; changed_at: Instant },
): Promise<void> {
  const { state, refunded, fault, version, changed_at } = standing;
  await tx
    .updateTable('online_payments')
    .set({ state, refunded, fault, version, changed_at })
    .where('id', '=', id)
    .execute();
}

/** Whether it is new: an event that is there already stays as it is (I3). Of two at once the second one waits for the first. */
export async function insertPaymentEvent(tx: Writer, event: Row<'payment_events'>): Promise<boolean> {
  const [result] = await tx
    .insertInto('payment_events')
    .values(event)
    .onConflict((conflict) => conflict.columns(['provider', 'id']).doNothing())
    .execute();
  return result?.numInsertedOrUpdatedRows === 1n;
}

/** The number of a bill of this account. */
export async function statementNumber(db: Reader, account: AccountId, id: StatementId): Promise<string | undefined> {
  const row = await db
    .selectFrom('statements')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .select('number')
    .executeTakeFirst();
  return row?.number;
}

export type ListedPayment = Pick<
  Row<'online_payments'>,
  'id' | 'reference' | 'amount' | 'refunded' | 'currency' | 'state' | 'fault' | 'started_at'
> & { account: string; statement: string | null };

/** Online payments behind one (null: from the start), in the order in which they were begun. */
export function onlinePaymentsAfter(
  db: Reader,
  { after, most, state }: { after: OnlinePaymentId | null; most: number; state: OnlinePaymentState | null },
): Promise<ListedPayment[]> {
  return db
    .selectFrom('online_payments as payment')
    .innerJoin('accounts', 'accounts.id', 'payment.account_id')
    .leftJoin('statements', 'statements.id', 'payment.statement_id')
    .where('payment.id', '>', after ?? '')
    .$if(state !== null, (query) => query.where('payment.state', '=', state as OnlinePaymentState))
    .select([
      'payment.id',
      'payment.reference',
      'payment.amount',
      'payment.refunded',
      'payment.currency',
      'payment.state',
      'payment.fault',
      'payment.started_at',
      'accounts.number as account',
      'statements.number as statement',
    ])
    .orderBy('payment.id')
    .limit(most)
    .execute();
}
