import { type RawBuilder, sql } from 'kysely';
import type { Reader, Row, Writer } from '../db/tables.ts';

/**
 * A column of the log whose index must not be chosen: of one kind, or by one actor, there may be millions of entries where of
 * the subject that is asked for there are few.
 */
export const unindexed = (column: 'actor' | 'subject' | 'action'): RawBuilder<string> =>
  sql<string>`${sql.ref(column)} || ''`;

/** The last row's number and hash; whoever appends waits for the one before. */
export async function lockAuditHead(tx: Writer): Promise<{ seq: number; hash: string }> {
  // Writing the row is the one way of locking it that both engines know.
  await tx
    .insertInto('meta')
    .values({ key: 'audit-head', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
  const last = await tx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last ?? { seq: 0, hash: '' };
}

export async function insertAuditRow(tx: Writer, row: Row<'audit'>): Promise<void> {
  await tx.insertInto('audit').values(row).execute();
}

/** When this was noted last. */
export function newestAuditRow(
  db: Reader,
  { actor, action, subject, detail }: Pick<Row<'audit'>, 'actor' | 'action' | 'subject' | 'detail'>,
): Promise<Pick<Row<'audit'>, 'at'> | undefined> {
  return db
    .selectFrom('audit')
    .select('at')
    .where('subject', '=', subject)
    .where(unindexed('actor'), '=', actor)
    .where(unindexed('action'), '=', action)
    .where('detail', '=', detail)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The log in its order, from after `seq`. */
export function auditAfter(db: Reader, seq: number, most: number): Promise<Row<'audit'>[]> {
  return db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(most).execute();
}
