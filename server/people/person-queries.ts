import type { AccountId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { PersonConversation } from '../../shared/people.ts';
import type { Reader, Row } from '../db/tables.ts';

/** The user and those who were merged into it: one person. */
export async function idsOfPerson(db: Reader, user: UserId): Promise<UserId[]> {
  const rows = await db.selectFrom('users').where('merged_into', '=', user).select('id').orderBy('id').execute();
  return [user, ...rows.map(({ id }) => id)];
}

export type LinkRow = Pick<Row<'accounts'>, 'id' | 'number' | 'holder'> &
  Pick<Row<'premises'>, 'address'> &
  Pick<Row<'user_accounts'>, 'linked_at' | 'linked_by'>;

export function linksOf(db: Reader, user: UserId): Promise<LinkRow[]> {
  return db
    .selectFrom('user_accounts')
    .innerJoin('accounts', 'accounts.id', 'user_accounts.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('user_accounts.user_id', '=', user)
    .select([
      'accounts.id',
      'accounts.number',
      'accounts.holder',
      'premises.address',
      'user_accounts.linked_at',
      'user_accounts.linked_by',
    ])
    .orderBy('user_accounts.linked_at')
    .orderBy('accounts.id')
    .execute();
}

/** Who is linked to each of these accounts. */
export async function usersOfAccounts(
  db: Reader,
  accounts: readonly AccountId[],
): Promise<Map<AccountId, { id: UserId; name: string }[]>> {
  const found = new Map<AccountId, { id: UserId; name: string }[]>();
  if (accounts.length === 0) return found;
  const rows = await db
    .selectFrom('user_accounts')
    .innerJoin('users', 'users.id', 'user_accounts.user_id')
    .where('user_accounts.account_id', 'in', accounts)
    .select(['user_accounts.account_id', 'users.id', 'users.name'])
    .orderBy('users.id')
    .execute();
  for (const { account_id, id, name } of rows) {
    const users = found.get(account_id);
    if (users) users.push({ id, name });
    else found.set(account_id, [{ id, name }]);
  }
  return found;
}

export function mailsOf(
  db: Reader,
  users: readonly UserId[],
  most: number,
): Promise<Pick<Row<'mails'>, 'id' | 'kind' | 'state' | 'created_at' | 'ended_at'>[]> {
  return db
    .selectFrom('mails')
    .where('user_id', 'in', users)
    .select(['id', 'kind', 'state', 'created_at', 'ended_at'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

export type LetterRow = Pick<Row<'tokens'>, 'id_hash' | 'created_at' | 'expires_at' | 'printed_by'> & {
  user_id: UserId;
  name: string;
};

/** Letters on paper that can still be used: the newest first; of one user, or of all behind a place. */
export function paperLetters(
  db: Reader,
  {
    user,
    before,
    now,
    most,
  }: { user: UserId | null; before: { createdAt: Instant; id: string } | null; now: Instant; most: number },
): Promise<LetterRow[]> {
  return db
    .selectFrom('tokens')
    .innerJoin('users', 'users.id', 'tokens.user_id')
    .where('tokens.printed_by', 'is not', null)
    .where('tokens.consumed_at', 'is', null)
    .where('tokens.expires_at', '>', now)
    .$if(user !== null, (query) => query.where('tokens.user_id', '=', user))
    .$if(before !== null, (query) => {
      const { createdAt, id } = before as { createdAt: Instant; id: string };
      return query.where((row) =>
        row(row.refTuple('tokens.created_at', 'tokens.id_hash'), '<', row.tuple(createdAt, id)),
      );
    })
    .select([
      'tokens.id_hash',
      'tokens.created_at',
      'tokens.expires_at',
      'tokens.printed_by',
      'users.id as user_id',
      'users.name',
    ])
    .orderBy('tokens.created_at', 'desc')
    .orderBy('tokens.id_hash', 'desc')
    .limit(most)
    .execute();
}

/** Those in which the person wrote; the newest first. */
export async function conversationsOf(
  db: Reader,
  users: readonly UserId[],
  most: number,
): Promise<PersonConversation[]> {
  const rows = await db
    .selectFrom('conversations')
    .innerJoin('accounts', 'accounts.id', 'conversations.account_id')
    .where('conversations.id', 'in', (query) =>
      query.selectFrom('messages').where('messages.author_id', 'in', users).select('messages.conversation_id'),
    )
    .select([
      'conversations.id',
      'conversations.topic',
      'conversations.state',
      'conversations.changed_at',
      'accounts.number',
    ])
    .orderBy('conversations.changed_at', 'desc')
    .orderBy('conversations.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ changed_at, number, ...row }) => ({ ...row, accountNumber: number, changedAt: changed_at }));
}
