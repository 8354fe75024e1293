import type { Reader } from '../db/tables.ts';

/** What is called by an id, as far as there is something to call it by. */
export interface Called {
  id: string;
  name: string | null;
  account: string | null;
  number: string | null;
}

type Lookup = (db: Reader, ids: readonly string[]) => Promise<Called[]>;

const plain = (rows: readonly { id: string; name: string | null }[]): Called[] =>
  rows.map(({ id, name }) => ({ id, name, account: null, number: null }));

/** By the kind of what has the id: one statement for all of a page. */
export const lookups = {
  staff: async (db, ids) => plain(await db.selectFrom('staff').where('id', 'in', ids).select(['id', 'name']).execute()),
  user: async (db, ids) =>
    plain(
      await db
        .selectFrom('users')
        .where('id', 'in', ids)
        .where('deleted_at', 'is', null)
        .select(['id', 'name'])
        .execute(),
    ),
  kiosk: async (db, ids) =>
    plain(await db.selectFrom('kiosks').where('id', 'in', ids).select(['id', 'name']).execute()),
  key: async (db, ids) =>
    plain(await db.selectFrom('api_tokens').where('id', 'in', ids).select(['id', 'name']).execute()),
  upload: async (db, ids) =>
    plain(await db.selectFrom('uploads').where('id', 'in', ids).select(['id', 'name']).execute()),
  profile: async (db, ids) =>
    plain(await db.selectFrom('exchange_profiles').where('id', 'in', ids).select(['id', 'name']).execute()),
  batch: async (db, ids) =>
    plain(await db.selectFrom('batches').where('id', 'in', ids).select(['id', 'file_name as name']).execute()),
  window: async (db, ids) =>
    plain(await db.selectFrom('window_exceptions').where('id', 'in', ids).select(['id', 'period as name']).execute()),
  account: (db, ids) =>
    db
      .selectFrom('accounts')
      .where('id', 'in', ids)
      .select(['id', 'number as name', 'id as account', 'number'])
      .execute(),
  meter: (db, ids) =>
    db
      .selectFrom('meters as own')
      .innerJoin('accounts', 'accounts.id', 'own.account_id')
      .where('own.id', 'in', ids)
      .select(['own.id', 'own.serial as name', 'accounts.id as account', 'accounts.number'])
      .execute(),
  reading: (db, ids) =>
    db
      .selectFrom('readings as own')
      .innerJoin('accounts', 'accounts.id', 'own.account_id')
      .where('own.id', 'in', ids)
      .select(['own.id', 'own.period as name', 'accounts.id as account', 'accounts.number'])
      .execute(),
  conversation: async (db, ids) => {
    const rows = await db
      .selectFrom('conversations as own')
      .innerJoin('accounts', 'accounts.id', 'own.account_id')
      .where('own.id', 'in', ids)
      .select(['own.id', 'accounts.id as account', 'accounts.number'])
      .execute();
    return rows.map((row) => ({ ...row, name: null }));
  },
  payment: (db, ids) =>
    db
      .selectFrom('online_payments as own')
      .innerJoin('accounts', 'accounts.id', 'own.account_id')
      .where('own.id', 'in', ids)
      .select(['own.id', 'own.reference as name', 'accounts.id as account', 'accounts.number'])
      .execute(),
} as const satisfies Record<string, Lookup>;

export type LookedUp = keyof typeof lookups;
