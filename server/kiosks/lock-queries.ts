import type { AccountId, KioskId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { countUpTo } from '../db/count-up-to.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** Those of the tries (`try-queries`) that lock an account. */

/** A place among the locks: behind that of this account, there. */
export interface LockPlace {
  lockedAt: Instant;
  account: string;
  place: string;
}

export type ListedLock = Pick<Row<'kiosk_tries'>, 'locked_at' | 'account_id' | 'place' | 'last_at' | 'last_kiosk'> & {
  number: string;
  holder: string;
  kiosk: string;
};

/** Accounts that are locked for kiosks, those that were locked first before the others. */
export function locksPage(db: Reader, after: LockPlace | null, most: number): Promise<ListedLock[]> {
  let page = db
    .selectFrom('kiosk_tries')
    .where('locked_at', 'is not', null)
    .where('account_id', 'is not', null)
    .select(['locked_at', 'account_id', 'place', 'last_at', 'last_kiosk'])
    .orderBy('locked_at')
    .orderBy('account_id')
    .orderBy('place')
    .limit(most);
  if (after !== null) {
    page = page.where((row) =>
      row(
        row.refTuple('locked_at', 'account_id', 'place'),
        '>',
        row.tuple(after.lockedAt, after.account, after.place as KioskId),
      ),
    );
  }
  return db
    .selectFrom(page.as('page'))
    .innerJoin('accounts', 'accounts.id', 'page.account_id')
    .innerJoin('kiosks', 'kiosks.id', 'page.last_kiosk')
    .selectAll('page')
    .select(['accounts.number', 'accounts.holder', 'kiosks.name as kiosk'])
    .orderBy('page.locked_at')
    .orderBy('page.account_id')
    .orderBy('page.place')
    .execute();
}

/** Whether one of an account locks. */
export async function isLocked(db: Reader, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('kiosk_tries')
    .where('account', '=', account)
    .where('locked_at', 'is not', null)
    .select('place')
    .executeTakeFirst();
  return row !== undefined;
}

/** The locks of an account, wherever they are; whether there was one: of two who release at once the other finds none. */
export async function releaseLocksOf(tx: Writer, account: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('kiosk_tries')
    .where('account', '=', account)
    .where('locked_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Accounts that were locked at a kiosk and still are, counted up to `most`. */
export function countLocksBy(db: Reader, kiosk: KioskId, most: number): Promise<number> {
  const locks = db
    .selectFrom('kiosk_tries')
    .where('locked_by', '=', kiosk)
    .where('account_id', 'is not', null)
    .select('account');
  return countUpTo(db, locks, most);
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
