import type { AccountId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { insertMany } from '../db/insert-many.ts';
import { lockEveryRow } from '../db/lock-rows.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export type StoredAccount = Pick<Row<'accounts'>, 'id' | 'number' | 'holder' | 'email' | 'phone' | 'premises_id'> &
  Pick<Row<'premises'>, 'building' | 'address'>;

/** The accounts of these numbers that there are. */
export async function accountsByNumber(db: Reader, numbers: readonly string[]): Promise<Map<string, StoredAccount>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('accounts.number', 'in', numbers)
    .select([
      'accounts.id',
      'accounts.number',
      'accounts.holder',
      'accounts.email',
      'accounts.phone',
      'accounts.premises_id',
      'premises.building',
      'premises.address',
    ])
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

/** I4: locks accounts for this transaction and answers with their versions. */
export async function lockAccounts(tx: Writer, ids: readonly AccountId[]): Promise<Map<AccountId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .updateTable('account_versions')
    .set((row) => ({ head: row.ref('head') }))
    .where('account_id', 'in', ids)
    .returning(['account_id', 'head'])
    .execute();
  return new Map(rows.map(({ account_id, head }) => [account_id, head]));
}

/** Locks every account there is: waits for every push under way and keeps others out until the transaction ends (W6). */
export const lockAllAccounts = (tx: Writer): Promise<void> => lockEveryRow(tx, 'account_versions', 'account_id');

/** Raises the versions of locked accounts by the number of rows that took one. */
export async function raiseHeads(tx: Writer, taken: ReadonlyMap<AccountId, number>): Promise<void> {
  const byCount = new Map<number, AccountId[]>();
  for (const [id, count] of taken) {
    const ids = byCount.get(count);
    if (ids) ids.push(id);
    else byCount.set(count, [id]);
  }
  for (const [count, ids] of byCount) {
    await tx
      .updateTable('account_versions')
      .set((row) => ({ head: row('head', '+', count) }))
      .where('account_id', 'in', ids)
      .execute();
  }
}

export const insertAccounts = insertMany('accounts', [
  'id',
  'version',
  'number',
  'holder',
  'email',
  'phone',
  'premises_id',
]);
export const insertAccountVersions = insertMany('account_versions', ['account_id', 'head']);
export const insertPremises = insertMany('premises', ['id', 'building', 'address']);

export const updateAccount = prepared((db, param: Omit<Row<'accounts'>, 'number'>) =>
  db
    .updateTable('accounts')
    .set({
      version: param.version,
      holder: param.holder,
      email: param.email,
      phone: param.phone,
      premises_id: param.premises_id,
    })
    .where('id', '=', param.id),
);

/** The premises at these addresses that there are. */
export async function premisesByAddress(db: Reader, addresses: readonly string[]): Promise<Row<'premises'>[]> {
  if (addresses.length === 0) return [];
  return db.selectFrom('premises').where('address', 'in', addresses).selectAll().execute();
}

export async function insertUser(tx: Writer, user: Row<'users'>): Promise<void> {
  await tx.insertInto('users').values(user).execute();
}

export async function linkUser(
  tx: Writer,
  link: { user_id: UserId; account_id: AccountId; linked_at: Instant },
): Promise<void> {
  await tx.insertInto('user_accounts').values(link).execute();
}
