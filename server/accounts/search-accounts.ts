import type { FoundAccount } from '../../shared/account-search.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import { indexWords, isMeant, searchWords } from '../../shared/search-words.ts';
import { z } from '../../shared/zod.ts';
import { endOf } from '../db/plain-order.ts';
import type { Reader } from '../db/tables.ts';
import { placeIn } from '../place-in.ts';
import {
  type AccountRow,
  accountsByPrefix,
  accountsByWord,
  accountsOfBuilding,
  buildingsByWord,
  countWords,
  metersByPrefix,
  rowsAtOnce,
  rowsOfNumbers,
} from './search-queries.ts';

/**
 * Where a search stands. It goes through the ways in which something may be meant, one after the other: as the beginning of an
 * account number, of a meter's serial number, as words of which one is the holder's, and one the building's.
 */
const place = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('number'), after: z.string() }),
  z.strictObject({ by: z.literal('serial'), after: z.string(), id: z.string() }),
  z.strictObject({ by: z.literal('holder'), after: z.string(), id: z.string() }),
  z.strictObject({ by: z.literal('building'), word: z.string(), building: z.string(), premises: z.string() }),
]);
type Place = z.infer<typeof place>;

/** What one look at the database gave; `next` is null where the search is over. */
interface Step {
  rows: FoundAccount[];
  next: Place | null;
}

/** A call looks so often at the most: where little of what it sees is meant, the caller asks on. */
const looks = 12;

/**
 * Accounts that are meant by what was typed; without anything, all of them by their numbers. A page may have few rows, or none,
 * and still a next one, because every call costs the same. Throws `bad_input` for an `after` that it never gave.
 */
export async function searchAccounts(
  db: Reader,
  { text, after }: { text: string; after: string | null },
): Promise<Page<FoundAccount>> {
  const search = await prepare(db, text);
  const rows: FoundAccount[] = [];
  let at: Place | null = after === null ? { by: 'number', after: '' } : placeIn(place, after);
  for (let look = 0; at !== null && look < looks && rows.length < rowsPerList; look++) {
    const step: Step = await takeStep(db, search, at, rowsPerList - rows.length);
    rows.push(...step.rows);
    at = step.next;
  }
  return { rows, next: at && JSON.stringify(at) };
}

interface Search {
  /** As the beginning of a number. */
  number: string;
  words: readonly string[];
  /** The word that the fewest have: what is looked up. Null where none can be. */
  rarest: string | null;
}

async function prepare(db: Reader, text: string): Promise<Search> {
  const words = searchWords(text);
  const rarities = await Promise.all(
    indexWords(text).map(async (word) => {
      const holders = await countWords(db, 'account_words', { prefix: word, most: 4 * rowsAtOnce });
      const buildings = await countWords(db, 'building_words', { prefix: word, most: rowsAtOnce });
      return { word, weight: holders + buildings * flatsOfBuilding };
    }),
  );
  const [first] = rarities.sort((a, b) => a.weight - b.weight);
  return { number: text.replace(/\s+/gu, ''), words, rarest: first?.word ?? null };
}

/** About how many accounts are behind one building. */
const flatsOfBuilding = 30;

function takeStep(db: Reader, search: Search, at: Place, most: number): Promise<Step> {
  switch (at.by) {
    case 'number':
      return byNumber(db, search, at, most);
    case 'serial':
      return bySerial(db, search, at, most);
    case 'holder':
      return byHolder(db, search, at, most);
    case 'building':
      return byBuilding(db, search, at, most);
  }
}

async function byNumber(db: Reader, { number }: Search, at: Place & { by: 'number' }, most: number): Promise<Step> {
  const rows = await accountsByPrefix(db, { prefix: number, end: endOf(number), after: at.after });
  const shown = rows.slice(0, most);
  const more = rows.length > shown.length || rows.length === rowsOfNumbers;
  const last = shown.at(-1);
  if (more && last) return { rows: shown.map(found), next: { by: 'number', after: last.number } };
  // Whoever typed nothing has seen them all.
  return { rows: shown.map(found), next: number === '' ? null : { by: 'serial', after: '', id: '' } };
}

async function bySerial(db: Reader, search: Search, at: Place & { by: 'serial' }, most: number): Promise<Step> {
  const { number, rarest } = search;
  const rows = await metersByPrefix(db, { prefix: number, end: endOf(number), after: at.after, id: at.id });
  const shown = rows.slice(0, most);
  const more = rows.length > shown.length || rows.length === rowsOfNumbers;
  const last = shown.at(-1);
  return {
    rows: shown
      .filter((row) => !row.number.startsWith(number))
      .map((row) => ({ ...found(row), meter: { serial: row.serial, retired: row.retired_on !== null } })),
    next:
      more && last
        ? { by: 'serial', after: last.serial, id: last.meter_id }
        : rarest === null
          ? null
          : { by: 'holder', after: '', id: '' },
  };
}

async function byHolder(db: Reader, search: Search, at: Place & { by: 'holder' }, most: number): Promise<Step> {
  const rarest = search.rarest ?? '';
  const rows = await accountsByWord(db, { prefix: rarest, end: endOf(rarest), after: at.after, id: at.id });
  const meant: FoundAccount[] = [];
  for (const { word, account_id: id, number, holder, building, address } of rows) {
    if (number !== null && holder !== null && building !== null && address !== null) {
      const account = { id, number, holder, building, address };
      if (firstOf(holder, rarest) === word && isAllMeant(search, account)) meant.push(found(account));
    }
    if (meant.length === most) return { rows: meant, next: { by: 'holder', after: word, id } };
  }
  const last = rows.at(-1);
  const more = rows.length === rowsAtOnce && last;
  return {
    rows: meant,
    next: more
      ? { by: 'holder', after: last.word, id: last.account_id }
      : { by: 'building', word: '', building: '', premises: '' },
  };
}

async function byBuilding(db: Reader, search: Search, at: Place & { by: 'building' }, most: number): Promise<Step> {
  const rarest = search.rarest ?? '';
  const from = { prefix: rarest, end: endOf(rarest), word: at.word, building: at.building };
  const buildings = await buildingsByWord(db, from);
  const meant: FoundAccount[] = [];
  let premises = at.premises;
  let looked = 0;
  for (const { word, building } of buildings) {
    if (firstOf(building, rarest) === word) {
      for (let more = true; more; ) {
        if (looked++ === looks) return { rows: meant, next: { by: 'building', word, building, premises } };
        const rows = await accountsOfBuilding(db, { building, after: premises });
        more = rows.length >= rowsAtOnce;
        for (const [index, { premises_id, id, number, holder, address }] of rows.entries()) {
          const account = { id, number, holder, building, address } as AccountRow;
          // Those whose holder has the word as well were found by that.
          if (id !== null && firstOf(account.holder, rarest) === null && isAllMeant(search, account))
            meant.push(found(account));
          // Accounts of one premises stay together.
          const goesOn = rows[index + 1]?.premises_id === premises_id;
          if (!goesOn) premises = premises_id;
          if (!goesOn && meant.length >= most)
            return { rows: meant, next: { by: 'building', word, building, premises } };
        }
      }
    }
    premises = '';
  }
  const last = buildings.at(-1);
  const goesOn = buildings.length === rowsAtOnce && last;
  // From the last one on again: nothing of it is left, and the next one begins there.
  return {
    rows: meant,
    next: goesOn ? { by: 'building', word: last.word, building: `${last.building}\u0001`, premises: '' } : null,
  };
}

/** The first word that begins so: what something is found by that has several of them. */
const firstOf = (text: string, beginning: string): string | null =>
  indexWords(text)
    .filter((word) => word.startsWith(beginning))
    .sort()[0] ?? null;

/** Every word that was typed is of the holder, of the address, or the number. */
function isAllMeant({ words }: Search, { number, holder, address }: AccountRow): boolean {
  const own = searchWords(`${holder} ${address}`);
  return words.every((word) => isMeant(word, own) || number === word);
}

const found = ({ id, number, holder, address }: AccountRow): FoundAccount => ({
  id,
  number,
  holder,
  address,
  meter: null,
});
