import type { UserId } from '../../shared/ids.ts';
import { endOf } from '../db/plain-order.ts';
import type { Reader, Row } from '../db/tables.ts';

export type FoundUser = Pick<
  Row<'users'>,
  'id' | 'name' | 'email' | 'password_hash' | 'created_at' | 'merged_into' | 'deleted_at'
>;

const columns = [
  'users.id',
  'users.name',
  'users.email',
  'users.password_hash',
  'users.created_at',
  'users.merged_into',
  'users.deleted_at',
] as const;

/** The newest first; ids tell by their order when they were made. */
export function newestUsers(
  db: Reader,
  { before, most }: { before: UserId | null; most: number },
): Promise<FoundUser[]> {
  return db
    .selectFrom('users')
    .$if(before !== null, (query) => query.where('users.id', '<', before as UserId))
    .where('users.deleted_at', 'is', null)
    .where('users.merged_into', 'is', null)
    .select(columns)
    .orderBy('users.id', 'desc')
    .limit(most)
    .execute();
}

/** Who is linked to the account of exactly this number. */
export function usersOfNumber(
  db: Reader,
  { number, after, most }: { number: string; after: UserId | null; most: number },
): Promise<FoundUser[]> {
  return db
    .selectFrom('accounts')
    .innerJoin('user_accounts', 'user_accounts.account_id', 'accounts.id')
    .innerJoin('users', 'users.id', 'user_accounts.user_id')
    .where('accounts.number', '=', number)
    .where('users.id', '>', after ?? '')
    .select(columns)
    .orderBy('users.id')
    .limit(most)
    .execute();
}

/** A place in the order of a search by words. */
export interface WordPlace {
  word: string;
  user: UserId;
}

export type UserByWord = FoundUser & Pick<Row<'users'>, 'phone'> & { word: string };

/** Users by words that begin so, behind a place in the order of words and ids; a user comes with each word anew. */
export function usersByWord(
  db: Reader,
  { prefix, after, most }: { prefix: string; after: WordPlace | null; most: number },
): Promise<UserByWord[]> {
  return db
    .selectFrom((words) =>
      words
        .selectFrom('user_words')
        .where('word', '>=', after?.word ?? prefix)
        .where('word', '<', endOf(prefix))
        .$if(after !== null, (query) =>
          query.where((row) =>
            row(row.refTuple('word', 'user_id'), '>', row.tuple(after?.word ?? '', after?.user ?? '')),
          ),
        )
        .select(['word', 'user_id'])
        .orderBy('word')
        .orderBy('user_id')
        .limit(most)
        .as('lot'),
    )
    .innerJoin('users', 'users.id', 'lot.user_id')
    .select([...columns, 'users.phone', 'lot.word'])
    .orderBy('lot.word')
    .orderBy('lot.user_id')
    .execute();
}

/** The numbers of the accounts of these users, each with its user, in the order in which they were linked. */
export async function numbersOfUsers(db: Reader, users: readonly UserId[]): Promise<Map<UserId, string[]>> {
  const found = new Map<UserId, string[]>();
  if (users.length === 0) return found;
  const rows = await db
    .selectFrom('user_accounts')
    .innerJoin('accounts', 'accounts.id', 'user_accounts.account_id')
    .where('user_accounts.user_id', 'in', users)
    .select(['user_accounts.user_id', 'accounts.number'])
    .orderBy('user_accounts.linked_at')
    .orderBy('accounts.id')
    .execute();
  for (const { user_id, number } of rows) {
    const numbers = found.get(user_id);
    if (numbers) numbers.push(number);
    else found.set(user_id, [number]);
  }
  return found;
}

export function hasAccountNumber(db: Reader, number: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('accounts').where('number', '=', number).select('id').executeTakeFirst();
}
