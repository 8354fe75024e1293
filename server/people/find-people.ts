import type { UserId } from '../../shared/ids.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { PersonRow, PersonState } from '../../shared/people.ts';
import { userPrefixes } from '../../shared/user-words.ts';
import type { Reader, Row } from '../db/tables.ts';
import {
  type FoundUser,
  hasAccountNumber,
  newestUsers,
  numbersOfUsers,
  usersOfNumber,
  usersOfWords,
  type WordPlace,
} from './search-queries.ts';

const accountsShown = 3;

/**
 * Users by the number of an account, or by the beginnings of their names, their e-mail address or their phone number; without
 * anything typed, the newest. Each page is a range of an index, however many users there are.
 */
export async function findPeople(
  db: Reader,
  { search, after }: { search: string; after: string | null },
): Promise<Page<PersonRow>> {
  const typed = search.trim();
  const prefixes = userPrefixes(typed);
  const most = rowsPerList + 1;
  if (typed === '') return pageOf(db, await newestUsers(db, { before: after, most }), ({ id }) => id);
  if (await hasAccountNumber(db, typed)) {
    return pageOf(db, await usersOfNumber(db, { number: typed, after, most }), ({ id }) => id);
  }
  // The longest beginning fits the fewest.
  const [lead, ...others] = [...prefixes].sort((one, other) => other.length - one.length);
  if (lead === undefined) return { rows: [], next: null };
  const users = await usersOfWords(db, { lead, others, after: readPlace(after), most });
  return pageOf(db, users, ({ id, word }) => `${id}${word}`);
}

const uuidLength = 36;

const readPlace = (after: string | null): WordPlace | null =>
  after === null ? null : { user: after.slice(0, uuidLength), word: after.slice(uuidLength) };

async function pageOf<U extends FoundUser>(
  db: Reader,
  found: readonly U[],
  placeOf: (user: U) => string,
): Promise<Page<PersonRow>> {
  const users = found.slice(0, rowsPerList);
  const last = users.at(-1);
  const numbers = await numbersOfUsers(
    db,
    users.map(({ id }) => id),
  );
  return {
    rows: users.map((user) => rowOf(user, numbers.get(user.id) ?? [])),
    next: last && found.length > users.length ? placeOf(last) : null,
  };
}

function rowOf(user: FoundUser, numbers: readonly string[]): PersonRow {
  const { id, name, email, created_at } = user;
  return {
    id: id as UserId,
    name,
    email,
    state: stateOf(user),
    createdAt: created_at,
    accounts: numbers.slice(0, accountsShown),
    moreAccounts: Math.max(0, numbers.length - accountsShown),
  };
}

/** Who has a passkey alone has set a password before. */
export function stateOf({
  password_hash,
  merged_into,
  deleted_at,
}: Pick<Row<'users'>, 'password_hash' | 'merged_into' | 'deleted_at'>): PersonState {
  if (deleted_at !== null) return 'deleted';
  if (merged_into !== null) return 'merged';
  return password_hash === null ? 'invited' : 'active';
}
