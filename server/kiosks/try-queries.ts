import type { Instant } from '../../shared/instant.ts';
import type { Row, Writer } from '../db/tables.ts';

/** One more wrong try, unless it is locked; in one statement, so that none is lost between two at once. */
export function countTry(
  tx: Writer,
  tried: Pick<Row<'kiosk_tries'>, 'account' | 'account_id' | 'last_at' | 'last_kiosk'>,
): Promise<Pick<Row<'kiosk_tries'>, 'wrong' | 'locked_at'>> {
  return tx
    .insertInto('kiosk_tries')
    .values({ ...tried, wrong: 1, locked_at: null })
    .onConflict((conflict) =>
      conflict.column('account').doUpdateSet((row) => ({
        wrong: row
          .case()
          .when('kiosk_tries.locked_at', 'is', null)
          .then(row('kiosk_tries.wrong', '+', 1))
          .else(row.ref('kiosk_tries.wrong'))
          .end(),
        account_id: row.ref('excluded.account_id'),
        last_at: row.ref('excluded.last_at'),
        last_kiosk: row.ref('excluded.last_kiosk'),
      })),
    )
    .returning(['wrong', 'locked_at'])
    .executeTakeFirstOrThrow();
}

export async function lockTries(tx: Writer, account: string, at: Instant): Promise<void> {
  await tx.updateTable('kiosk_tries').set({ locked_at: at }).where('account', '=', account).execute();
}

/** Whether there were any; `locked`: only those that lock. */
export async function forgetTries(
  tx: Writer,
  account: string,
  { locked = false }: { locked?: boolean } = {},
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('kiosk_tries')
    .where('account', '=', account)
    .$if(locked, (query) => query.where('locked_at', 'is not', null))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
