import { isUuid, type UserId } from '../../shared/ids.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { PersonRow, PersonState } from '../../shared/people.ts';
import { userPrefixes } from '../../shared/user-words.ts';
import { z } from '../../shared/zod.ts';
import type { Reader, Row } from '../db/tables.ts';
import { placeIn } from '../place-in.ts';
import {
  type FoundUser,
  hasAccountNumber,
  newestUsers,
  numbersOfUsers,
  usersOfNumber,
  usersOfWords,
} from './search-queries.ts';

const accountsShown = 3;

/**
 * Users by the number of an account, or by the beginnings of their names, their e-mail address or their phone number; without
 * anything typed, the newest. Each page is a range of an index, however many users there are. Throws `bad_input` for an `after`
 * that it never gave.
 */
export async function findPeople(
  db: Reader,
  { search, after }: { search: string; after: string | null },
): Promise<Page<PersonRow>> {
  const typed = search.trim();
  const prefixes = userPrefixes(typed);
  const most = rowsPerList + 1;
  const at = after === null ? null : placeIn(place, after);
  if (typed === '') return pageOf(db, await newestUsers(db, { before: at?.user ?? null, most }));
  if (await hasAccountNumber(db, typed)) {
    return pageOf(db, await usersOfNumber(db, { number: typed, after: at?.user ?? null, most }));
  }
  // The longest beginning fits the fewest.
  const [lead, ...others] = [...prefixes].sort((one, other) => other.length - one.length);
  if (lead === undefined) return { rows: [], next: null };
  return pageOf(db, await usersOfWords(db, { lead, others, after: at, most }));
}

/** Behind which user, and by which word that one was found. */
const place = z.strictObject({ user: z.string().refine(isUuid), word: z.string() });

async function pageOf(db: Reader, found: readonly (FoundUser & { word?: string })[]): Promise<Page<PersonRow>> {
  const users = found.slice(0, rowsPerList);
  const last = users.at(-1);
  const numbers = await numbersOfUsers(
    db,
    users.map(({ id }) => id),
  );
  return {
    rows: users.map((user) => rowOf(user, numbers.get(user.id) ?? [])),
    next: last && found.length > users.length ? JSON.stringify({ user: last.id, word: last.word ?? '' }) : null,
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
