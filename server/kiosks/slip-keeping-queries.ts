import { sql } from 'kysely';
import type { AccountId, ReadingId, SlipId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { SlipState } from '../../shared/kiosk-office.ts';
import type { ReadingState } from '../../shared/reading.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/** Written out, so that SQLite sees that it is the condition of the index. */
const waiting = sql<SlipState>`('office', 'held')`;

/** A slip of which something was still waiting when it was looked at last, and of which the office waits for nothing. Locked. */
export function lockUndoneSlip(tx: Writer, id: SlipId): Promise<Row<'kiosk_slips'> | undefined> {
  return tx
    .updateTable('kiosk_slips')
    .set((row) => ({ state: row.ref('state') }))
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('state', 'not in', waiting)
    .returningAll()
    .executeTakeFirst();
}

/** Those of all accounts, in the order in which they were left. */
export async function undoneSlips(
  db: Reader,
  { after, most }: { after: SlipId | null; most: number },
): Promise<SlipId[]> {
  const rows = await db
    .selectFrom('kiosk_slips')
    .where('done_at', 'is', null)
    .where('state', 'not in', waiting)
    .$if(after !== null, (query) => query.where('id', '>', after as SlipId))
    .select('id')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

export async function undoneSlipsOf(db: Reader, account: AccountId): Promise<SlipId[]> {
  const rows = await db
    .selectFrom('kiosk_slips')
    .where('account_id', '=', account)
    .where('done_at', 'is', null)
    .where('state', 'not in', waiting)
    .select('id')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether the office has still to decide about one of these readings. */
export async function waitForOffice(db: Reader, readings: readonly ReadingId[]): Promise<boolean> {
  const row = await waitingOf(db, readings).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Those of these readings about which the office has still to decide. */
export async function inReview(db: Reader, readings: readonly ReadingId[]): Promise<ReadonlySet<ReadingId>> {
  if (readings.length === 0) return new Set();
  const rows = await waitingOf(db, readings).execute();
  return new Set(rows.map(({ id }) => id));
}

const waitingOf = (db: Reader, readings: readonly ReadingId[]) =>
  db
    .selectFrom('readings')
    .where('id', 'in', readings)
    .where('state', 'in', sql<ReadingState>`('review', 'late')`)
    .where('adjustment', '=', 0)
    .select('id');

/** Those that were done by then and are not emptied yet. */
export async function slipsToEmpty(db: Reader, doneBy: Instant, most: number): Promise<SlipId[]> {
  const rows = await db
    .selectFrom('kiosk_slips')
    .where('done_at', '<=', doneBy)
    .where('emptied_at', 'is', null)
    .select('id')
    .orderBy('done_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

export async function setSlipKept(
  tx: Writer,
  id: SlipId,
  kept: Pick<Row<'kiosk_slips'>, 'content'> & Partial<Pick<Row<'kiosk_slips'>, 'done_at' | 'emptied_at'>>,
): Promise<void> {
  await tx.updateTable('kiosk_slips').set(kept).where('id', '=', id).execute();
}

/** What was left for accounts that these users have and nobody else, with the number of the account. */
export function slipsOfAlone(
  db: Reader,
  users: readonly UserId[],
): Promise<(Row<'kiosk_slips'> & { number: string })[]> {
  return db
    .selectFrom('kiosk_slips')
    .innerJoin('accounts', 'accounts.id', 'kiosk_slips.account_id')
    .where('kiosk_slips.account_id', 'in', (row) =>
      row.selectFrom('user_accounts').where('user_id', 'in', users).select('account_id'),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('user_accounts')
            .whereRef('user_accounts.account_id', '=', 'kiosk_slips.account_id')
            .where('user_accounts.user_id', 'not in', users)
            .select('user_accounts.user_id'),
        ),
      ),
    )
    .selectAll('kiosk_slips')
    .select('accounts.number')
    .orderBy('kiosk_slips.id')
    .execute();
}
