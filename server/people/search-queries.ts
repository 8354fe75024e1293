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

/**
 * Users who have words that begin so, all of them, in the order of the word that fits `lead`: pages are ranges of the index of
 * words. A user of whom several words fit `lead` stands at the first of them.
 */
export function usersOfWords(
  db: Reader,
  { lead, others, after, most }: { lead: string; others: readonly string[]; after: WordPlace | null; most: number },
): Promise<(FoundUser & { word: string })[]> {
  return db
    .selectFrom('user_words as found')
    .innerJoin('users', 'users.id', 'found.user_id')
    .where('found.word', '>=', after?.word ?? lead)
    .where('found.word', '<', endOf(lead))
    .$if(after !== null, (query) =>
      query.where((row) =>
        row.or([
          row('found.word', '>', (after as WordPlace).word),
          row('found.user_id', '>', (after as WordPlace).user),
        ]),
      ),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('user_words as earlier')
            .whereRef('earlier.user_id', '=', 'found.user_id')
            .where('earlier.word', '>=', lead)
            .whereRef('earlier.word', '<', 'found.word')
            .select('earlier.word'),
        ),
      ),
    )
    .where((row) =>
      row.and(
        others.map((other) =>
          row.exists(
            row
              .selectFrom('user_words as also')
              .whereRef('also.user_id', '=', 'found.user_id')
              .where('also.word', '>=', other)
              .where('also.word', '<', endOf(other))
              .select('also.word'),
          ),
        ),
      ),
    )
    .select([...columns, 'found.word'])
    .orderBy('found.word')
    .orderBy('found.user_id')
    .limit(most)
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
