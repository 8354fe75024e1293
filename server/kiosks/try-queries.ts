import type { KioskId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Row, Writer } from '../db/tables.ts';

export type TriesRow = Row<'kiosk_tries'>;

/** The row of an account for all kiosks together, locked for this transaction: whoever tries the same account meanwhile waits. */
export function holdTries(
  tx: Writer,
  tried: Pick<TriesRow, 'account' | 'account_id' | 'last_at' | 'last_kiosk'>,
): Promise<TriesRow> {
  return tx
    .insertInto('kiosk_tries')
    .values({ ...tried, place: 'everywhere', wrong: 0, last_proof: null, locked_at: null, locked_by: null })
    .onConflict((conflict) =>
      conflict.columns(['account', 'place']).doUpdateSet((row) => ({ account_id: row.ref('excluded.account_id') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Those of an account at one kiosk; `holdTries` comes before. */
export function triesAt(tx: Writer, account: string, kiosk: KioskId): Promise<TriesRow | undefined> {
  return tx
    .selectFrom('kiosk_tries')
    .where('account', '=', account)
    .where('place', '=', kiosk)
    .selectAll()
    .executeTakeFirst();
}

export async function keepTries(tx: Writer, row: TriesRow): Promise<void> {
  const { account, place, ...rest } = row;
  await tx
    .insertInto('kiosk_tries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['account', 'place']).doUpdateSet(rest))
    .execute();
}

/** The latest try at what is locked. */
export async function touchLocked(
  tx: Writer,
  account: string,
  last: Pick<TriesRow, 'account_id' | 'last_at' | 'last_kiosk'>,
): Promise<void> {
  await tx
    .updateTable('kiosk_tries')
    .set(last)
    .where('account', '=', account)
    .where('place', 'in', ['everywhere', last.last_kiosk])
    .where('locked_at', 'is not', null)
    .execute();
}

/** Those of accounts that lock nothing. */
export async function forgetUnlocked(tx: Writer, accounts: readonly string[]): Promise<void> {
  await tx.deleteFrom('kiosk_tries').where('account', 'in', accounts).where('locked_at', 'is', null).execute();
}

/** Those at single kiosks, whether they lock or not. */
export async function forgetAtKiosks(tx: Writer, account: string): Promise<void> {
  await tx.deleteFrom('kiosk_tries').where('account', '=', account).where('place', '<>', 'everywhere').execute();
}

/** Those of which the last one is as old as that, and that lock nothing. */
export async function deleteUnlockedBefore(tx: Writer, lastAt: Instant): Promise<void> {
  await tx.deleteFrom('kiosk_tries').where('last_at', '<=', lastAt).where('locked_at', 'is', null).execute();
}
