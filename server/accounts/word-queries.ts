import type { InsertResult } from 'kysely';
import { indexWords } from '../../shared/search-words.ts';
import { prepared } from '../db/prepared.ts';
import type { Row, Writer } from '../db/tables.ts';

/** By what the office finds accounts. Words are only ever added: what is found by them is held against the account itself. */

const rowsAtOnce = 64;
type Pair = readonly [word: string, of: string];

const addHolders = prepared<readonly string[], InsertResult>((db, param) =>
  db
    .insertInto('account_words')
    .values(places.map((at) => ({ word: param[at] as string, account_id: param[at + 1] as string })))
    .onConflict((conflict) => conflict.doNothing()),
);

const addBuildings = prepared<readonly string[], InsertResult>((db, param) =>
  db
    .insertInto('building_words')
    .values(places.map((at) => ({ word: param[at] as string, building: param[at + 1] as string })))
    .onConflict((conflict) => conflict.doNothing()),
);

const places = Array.from({ length: rowsAtOnce }, (_, at) => at * 2);

/** In the order of the index, and each once: two who add the same words never wait in a circle. */
async function add(tx: Writer, pairs: readonly Pair[], insert: typeof addHolders): Promise<void> {
  const sorted = [...new Map(pairs.map((pair) => [pair.join('\n'), pair])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => pair);
  for (let done = 0; done < sorted.length; done += rowsAtOnce) {
    // The last lot is filled up with its last pair.
    await insert(
      tx,
      places.flatMap((_, at) => sorted[Math.min(done + at, sorted.length - 1)] as Pair),
    );
  }
}

export const nameHolders = (tx: Writer, accounts: readonly Pick<Row<'accounts'>, 'id' | 'holder'>[]): Promise<void> =>
  add(
    tx,
    accounts.flatMap(({ id, holder }) => indexWords(holder).map((word): Pair => [word, id])),
    addHolders,
  );

export const nameBuildings = (tx: Writer, buildings: readonly string[]): Promise<void> =>
  add(
    tx,
    [...new Set(buildings)].flatMap((building) => indexWords(building).map((word): Pair => [word, building])),
    addBuildings,
  );
