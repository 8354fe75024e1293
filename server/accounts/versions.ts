import type { AccountId } from '../../shared/ids.ts';
import type { Writer } from '../db/tables.ts';
import { lockAccounts, raiseHeads } from './queries.ts';

/** Hands out the next versions of locked accounts, consecutively for the rows of one account (I4). */
export interface Versions {
  next(account: AccountId): number;
  /** Writes how far they went; nothing may be handed out after it. */
  write(): Promise<void>;
}

/** Locks the accounts. Imports take their turn one after the other and pushes lock one account each, so nobody waits in a circle. */
export async function lockForVersions(tx: Writer, accounts: readonly AccountId[]): Promise<Versions> {
  const heads = await lockAccounts(tx, [...new Set(accounts)].sort());
  const taken = new Map<AccountId, number>();
  return {
    next(account) {
      const head = heads.get(account);
      if (head === undefined) throw new Error('the account is not locked');
      const count = (taken.get(account) ?? 0) + 1;
      taken.set(account, count);
      return head + count;
    },
    write: () => raiseHeads(tx, taken),
  };
}
