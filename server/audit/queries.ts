import type { Reader, Row, Writer } from '../db/tables.ts';

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
    .where('actor', '=', actor)
    .where('action', '=', action)
    .where('detail', '=', detail)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The log in its order, from after `seq`. */
export function auditAfter(db: Reader, seq: number, most: number): Promise<Row<'audit'>[]> {
  return db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(most).execute();
}
