import { isUuid, type UserId } from '../../shared/ids.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import type { PersonRow, PersonState } from '../../shared/people.ts';
import { userPrefixes, userWords } from '../../shared/user-words.ts';
import { z } from '../../shared/zod.ts';
import { countWords } from '../accounts/search-queries.ts';
import type { Reader, Row } from '../db/tables.ts';
import { placeIn } from '../place-in.ts';
import {
  type FoundUser,
  hasAccountNumber,
  newestUsers,
  numbersOfUsers,
  type UserByWord,
  usersByWord,
  usersOfNumber,
  type WordPlace,
} from './search-queries.ts';

const accountsShown = 3;

/** However few of those who have the one word have the others: no page looks at more lots of them. */
const looks = 8;
const usersAtOnce = 250;

/**
 * Users by the number of an account, or by the beginnings of their names, their e-mail address or their phone number; without
 * anything typed, the newest. Each page is a range of an index, however many users there are: one may have few rows, or none, and
 * still a next one. Throws `bad_input` for an `after` that it never gave.
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
  return byWords(db, prefixes, at);
}

/** Users who have words that begin so, all of them, in the order of the word that fits the rarest of these beginnings. */
async function byWords(db: Reader, prefixes: readonly string[], after: WordPlace | null): Promise<Page<PersonRow>> {
  const lead = await rarestOf(db, prefixes, after);
  if (lead === null) return { rows: [], next: null };
  const found: UserByWord[] = [];
  let at = after;
  // Hardly anybody has a word of this beginning twice.
  const most = prefixes.length === 1 ? rowsPerList + 1 : usersAtOnce;
  for (let look = 0; look < looks; look++) {
    const lot = await usersByWord(db, { prefix: lead, after: at, most });
    for (const user of lot) {
      if (found.length === rowsPerList) return { rows: await rowsOf(db, found), next: JSON.stringify(at) };
      if (isMeant(user, lead, prefixes)) found.push(user);
      at = { word: user.word, user: user.id };
    }
    if (lot.length < most) return { rows: await rowsOf(db, found), next: null };
  }
  return { rows: await rowsOf(db, found), next: JSON.stringify(at) };
}

/** What a list began with it goes on with, whatever has become rarer meanwhile. */
async function rarestOf(db: Reader, prefixes: readonly string[], after: WordPlace | null): Promise<string | null> {
  const begun = prefixes.filter((prefix) => after?.word.startsWith(prefix));
  const among = begun.length > 0 ? begun : prefixes;
  if (among.length < 2) return among[0] ?? null;
  const counted = await Promise.all(
    among.map(async (prefix) => ({
      prefix,
      count: await countWords(db, 'user_words', { prefix, most: looks * usersAtOnce }),
    })),
  );
  // Of those that are as frequent the longest.
  const [rarest] = counted.sort((a, b) => a.count - b.count || b.prefix.length - a.prefix.length);
  return rarest?.prefix ?? null;
}

/** Of a user with several words that begin so the first counts. */
function isMeant(user: UserByWord, lead: string, prefixes: readonly string[]): boolean {
  const words = userWords(user);
  const [first] = words.filter((word) => word.startsWith(lead)).sort();
  return first === user.word && prefixes.every((prefix) => words.some((word) => word.startsWith(prefix)));
}

/** Behind which user, and by which word that one was found. */
const place = z.strictObject({ user: z.string().refine(isUuid), word: z.string() });

async function pageOf(db: Reader, found: readonly FoundUser[]): Promise<Page<PersonRow>> {
  const users = found.slice(0, rowsPerList);
  const last = users.at(-1);
  const next = last && found.length > users.length ? JSON.stringify({ user: last.id, word: '' }) : null;
  return { rows: await rowsOf(db, users), next };
}

async function rowsOf(db: Reader, users: readonly FoundUser[]): Promise<PersonRow[]> {
  const numbers = await numbersOfUsers(
    db,
    users.map(({ id }) => id),
  );
  return users.map((user) => rowOf(user, numbers.get(user.id) ?? []));
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
