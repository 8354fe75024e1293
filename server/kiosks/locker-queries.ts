import type { AccountId, KioskId } from '../../shared/ids.ts';
import type { Reader, Writer } from '../db/tables.ts';

/** Accounts that were locked at a kiosk and still are, counted up to `most`. */
export async function countLocksBy(db: Reader, kiosk: KioskId, most: number): Promise<number> {
  const { count } = await db
    .selectFrom(
      db
        .selectFrom('kiosk_tries')
        .where('locked_by', '=', kiosk)
        .where('account_id', 'is not', null)
        .select('account')
        .limit(most)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Some of what was locked at a kiosk, whether there is such an account or not. */
export async function someLockedBy(db: Reader, kiosk: KioskId, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('kiosk_tries')
    .where('locked_by', '=', kiosk)
    .select('account')
    .limit(most)
    .execute();
  return rows.map(({ account }) => account);
}

/** As a try does: whoever tries one of them meanwhile waits. */
export async function holdAccounts(tx: Writer, accounts: readonly string[]): Promise<void> {
  await tx
    .updateTable('kiosk_tries')
    .set((row) => ({ wrong: row.ref('wrong') }))
    .where('account', 'in', accounts)
    .where('place', '=', 'everywhere')
    .execute();
}

/** The locks of these by a kiosk; those that there were still, each with its account, if there is one. */
export function releaseLocksBy(
  tx: Writer,
  kiosk: KioskId,
  accounts: readonly string[],
): Promise<{ account: string; account_id: AccountId | null }[]> {
  return tx
    .deleteFrom('kiosk_tries')
    .where('account', 'in', accounts)
    .where('locked_by', '=', kiosk)
    .returning(['account', 'account_id'])
    .execute();
}

/** What of them locks nothing. */
export async function forgetUnlockedOf(tx: Writer, accounts: readonly string[]): Promise<void> {
  await tx.deleteFrom('kiosk_tries').where('account', 'in', accounts).where('locked_at', 'is', null).execute();
}
