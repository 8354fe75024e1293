import type { OnlinePaymentState } from '../../shared/bill.ts';
import type { AccountId, OnlinePaymentId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Writer } from '../db/tables.ts';
import { confirmOnlinePayment, onlinePaymentsAwaited } from './confirm-queries.ts';

/** An online payment that billing has confirmed, with the version that it got and the state that it had. */
export interface Confirmed {
  id: OnlinePaymentId;
  account: AccountId;
  version: number;
  before: { state: OnlinePaymentState };
}

/**
 * Billing has booked these payments: an online payment of the same account whose reference is the number of one of them is
 * `confirmed`, whatever the provider has told of it; only one that went back stays what it is. `at` in milliseconds.
 */
export async function confirmOnlinePayments(
  tx: Writer,
  { booked, at }: { booked: readonly { account: AccountId; number: string }[]; at: number },
): Promise<Confirmed[]> {
  const ownerOf = new Map<string, Set<AccountId>>();
  for (const { account, number } of booked) ownerOf.set(number, (ownerOf.get(number) ?? new Set()).add(account));
  const awaited = async (references: Iterable<string>) =>
    (
      await onlinePaymentsAwaited(
        tx,
        Array.from(references, (reference) => [reference]),
      )
    ).filter(({ account_id, reference }) => ownerOf.get(reference)?.has(account_id));

  const found = await awaited(ownerOf.keys());
  if (found.length === 0) return [];
  const versions = await lockForVersions(
    tx,
    found.map(({ account_id }) => account_id),
  );
  // The provider may have told something while the accounts were not locked.
  const confirmed: Confirmed[] = [];
  for (const { id, account_id: account, state } of await awaited(found.map(({ reference }) => reference))) {
    const version = versions.next(account);
    await confirmOnlinePayment(tx, { id, version, at: toInstant(at) });
    confirmed.push({ id, account, version, before: { state } });
  }
  await versions.write();
  return confirmed;
}
