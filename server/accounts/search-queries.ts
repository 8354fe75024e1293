import { sql } from 'kysely';
import type { AccountId, MeterId, PremisesId } from '../../shared/ids.ts';
import { countUpTo } from '../db/count-up-to.ts';
import { endOf } from '../db/plain-order.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Tables } from '../db/tables.ts';

/**
 * Every one of these reads a bounded piece of an index, from behind where the last one ended: what it costs does not depend on how
 * many accounts there are.
 */

export interface AccountRow {
  id: AccountId;
  number: string;
  holder: string;
  building: string;
  address: string;
}

const columns = ['accounts.id', 'accounts.number', 'accounts.holder', 'premises.building', 'premises.address'] as const;

/** At most so many rows at once. */
export const rowsAtOnce = 500;
export const rowsOfNumbers = 51;

/** Accounts whose number begins so, behind a number (or, to begin with, from that beginning itself). */
export const accountsByPrefix = prepared((db, param: { prefix: string; end: string; after: string }) =>
  db
    .selectFrom('accounts')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('accounts.number', '>=', param.prefix)
    .where('accounts.number', '<', param.end)
    .where('accounts.number', '>', param.after)
    .select(columns)
    .orderBy('accounts.number')
    .limit(sql.lit(rowsOfNumbers)),
);

/** Meters whose serial number begins so, behind a serial number and an id, with their accounts. */
export const metersByPrefix = prepared((db, param: { prefix: string; end: string; after: string; id: MeterId }) =>
  db
    .selectFrom('meters')
    .innerJoin('accounts', 'accounts.id', 'meters.account_id')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('meters.serial', '>=', param.prefix)
    .where('meters.serial', '<', param.end)
    .where((row) => row(row.refTuple('meters.serial', 'meters.id'), '>', row.tuple(param.after, param.id)))
    .select([...columns, 'meters.serial', 'meters.id as meter_id', 'meters.retired_on'])
    .orderBy('meters.serial')
    .orderBy('meters.id')
    .limit(sql.lit(rowsOfNumbers)),
);

/** Accounts by words of their holders that begin so, in the order of words and ids; an account comes once with each word. */
export const accountsByWord = prepared((db, param: { prefix: string; end: string; after: string; id: AccountId }) =>
  db
    .selectFrom((words) =>
      words
        .selectFrom('account_words')
        .where('word', '>=', param.prefix)
        .where('word', '<', param.end)
        .where((row) => row(sql`(word, account_id)`, '>', sql`(${sql.val(param.after)}, ${sql.val(param.id)})`))
        .select(['word', 'account_id'])
        .orderBy('word')
        .orderBy('account_id')
        .limit(sql.lit(rowsAtOnce))
        .as('lot'),
    )
    // A word may be left of an account that an undone import took with it.
    .leftJoin('accounts', 'accounts.id', 'lot.account_id')
    .leftJoin('premises', 'premises.id', 'accounts.premises_id')
    .select([
      'lot.word',
      'lot.account_id',
      'accounts.number',
      'accounts.holder',
      'premises.building',
      'premises.address',
    ])
    .orderBy('lot.word')
    .orderBy('lot.account_id'),
);

/** Buildings by words that begin so, from a word and a building on. */
export const buildingsByWord = prepared((db, param: { prefix: string; end: string; word: string; building: string }) =>
  db
    .selectFrom('building_words')
    .where('word', '>=', param.prefix)
    .where('word', '<', param.end)
    .where((row) => row(sql`(word, building)`, '>=', sql`(${sql.val(param.word)}, ${sql.val(param.building)})`))
    .select(['word', 'building'])
    .orderBy('word')
    .orderBy('building')
    .limit(sql.lit(rowsAtOnce)),
);

/** The accounts of a building behind some premises, those of one premises together. */
export const accountsOfBuilding = prepared((db, param: { building: string; after: PremisesId }) =>
  db
    .selectFrom((places) =>
      places
        .selectFrom('premises')
        .where('building', '=', param.building)
        .where('id', '>', param.after)
        .select(['id', 'building', 'address'])
        .orderBy('id')
        .limit(sql.lit(rowsAtOnce))
        .as('premises'),
    )
    .leftJoin('accounts', 'accounts.premises_id', 'premises.id')
    .select([
      'premises.id as premises_id',
      'accounts.id',
      'accounts.number',
      'accounts.holder',
      'premises.building',
      'premises.address',
    ])
    .orderBy('premises.id'),
);

/** How many rows of words begin so, as far as `most`. */
export function countWords(
  db: Reader,
  table: 'account_words' | 'building_words' | 'user_words',
  { prefix, most }: { prefix: string; most: number },
): Promise<number> {
  const words = db
    .selectFrom(table as 'account_words')
    .where('word', '>=', prefix as Tables['account_words']['word'])
    .where('word', '<', endOf(prefix))
    .select('word');
  return countUpTo(db, words, most);
}
