import { sql } from 'kysely';
import type { AccountId } from '../../shared/ids.ts';
import type { Reader } from '../db/tables.ts';

/** The totals of the newest bills of an account, newest first, in minor units. */
export async function newestTotals(db: Reader, account: AccountId, most: number): Promise<number[]> {
  const rows = await db
    .selectFrom('statements')
    .where('account_id', '=', account)
    .select('total')
    .orderBy('period', 'desc')
    .orderBy('issued_on', 'desc')
    .limit(sql.lit(most))
    .execute();
  return rows.map(({ total }) => total);
}
