import type { UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export async function insertMail(tx: Writer, mail: Row<'mails'>): Promise<void> {
  await tx.insertInto('mails').values(mail).execute();
}

/** Whether there is a letter that is due and nobody is at work on. */
export async function isMailDue(db: Reader, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('mails')
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where((mail) => mail.or([mail('claimed_until', 'is', null), mail('claimed_until', '<=', now)]))
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes letters that are due for one instance alone, the longest waiting first. Of several that ask at once one gets each
 * letter: on PostgreSQL the others wait for its row and then find the condition gone, on SQLite they take turns. Whoever
 * gets none may have lost to one that goes on claiming.
 */
export function claimMails(
  tx: Writer,
  { now, until, most }: { now: Instant; until: Instant; most: number },
): Promise<Row<'mails'>[]> {
  return tx
    .updateTable('mails')
    .set((mail) => ({ claimed_until: until, attempts: mail('attempts', '+', 1) }))
    .where('state', '=', 'waiting')
    .where((mail) => mail.or([mail('claimed_until', 'is', null), mail('claimed_until', '<=', now)]))
    .where((mail) =>
      mail(
        'id',
        'in',
        mail
          .selectFrom('mails as due')
          .where('due.state', '=', 'waiting')
          .where('due.due_at', '<=', now)
          .where((one) => one.or([one('due.claimed_until', 'is', null), one('due.claimed_until', '<=', now)]))
          .orderBy('due.due_at')
          .orderBy('due.id')
          .limit(most)
          .select('due.id'),
      ),
    )
    .returningAll()
    .execute();
}

/** Whom a letter turned out to go to. */
export async function setMailUser(tx: Writer, id: string, user: UserId): Promise<void> {
  await tx.updateTable('mails').set({ user_id: user }).where('id', '=', id).execute();
}

/** Nothing of what it said is kept. A letter that has ended stays as it ended. */
export async function endMail(
  tx: Writer,
  id: string,
  { state, at, fault }: { state: 'sent' | 'dropped' | 'failed'; at: Instant; fault: string | null },
): Promise<void> {
  await tx
    .updateTable('mails')
    .set({ state, ended_at: at, fault, content: '{}', claimed_until: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Ends or postpones an attempt that failed, unless another instance has begun one since. */
export async function failAttempt(
  tx: Writer,
  { id, attempts }: Pick<Row<'mails'>, 'id' | 'attempts'>,
  { next, at, fault }: { next: Instant | null; at: Instant; fault: string },
): Promise<void> {
  await tx
    .updateTable('mails')
    .set(
      next === null
        ? { state: 'failed', ended_at: at, fault, content: '{}', claimed_until: null }
        : { due_at: next, fault, claimed_until: null },
    )
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts)
    .execute();
}

export async function deleteMailsBefore(tx: Writer, endedAt: Instant): Promise<void> {
  await tx.deleteFrom('mails').where('ended_at', '<=', endedAt).execute();
}

export type Recipient = Pick<Row<'users'>, 'id' | 'name' | 'email' | 'language'>;

export function recipientById(db: Reader, id: UserId): Promise<Recipient | undefined> {
  return db.selectFrom('users').where('id', '=', id).select(['id', 'name', 'email', 'language']).executeTakeFirst();
}

/**
 * The user by the id, or by the e-mail address in any case, locked for this transaction: who sets another password or
 * address for that user comes before, or afterwards, and then ends the link that is made here.
 */
export function lockRecipient(tx: Writer, by: { id: UserId } | { email: string }): Promise<Recipient | undefined> {
  const users = tx.updateTable('users').set((row) => ({ name: row.ref('name') }));
  const named = 'id' in by ? users.where('id', '=', by.id) : users.where('email', '=', by.email.toLowerCase());
  return named.returning(['id', 'name', 'email', 'language']).executeTakeFirst();
}
