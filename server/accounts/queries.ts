import type { AccountId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { userWords } from '../../shared/user-words.ts';
import { insertMany } from '../db/insert-many.ts';
import { lockEveryRow } from '../db/lock-rows.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { nameBuildings, nameHolders } from './word-queries.ts';

export type StoredAccount = Pick<
  Row<'accounts'>,
  'id' | 'number' | 'holder' | 'email' | 'phone' | 'premises_id' | 'batch_id'
> &
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
      'accounts.batch_id',
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

const insertAccountRows = insertMany('accounts', [
  'id',
  'version',
  'number',
  'holder',
  'email',
  'phone',
  'premises_id',
  'batch_id',
]);
export const insertAccountVersions = insertMany('account_versions', ['account_id', 'head']);
const insertPremisesRows = insertMany('premises', ['id', 'building', 'address']);

/** With what the office finds them by. */
export async function insertAccounts(tx: Writer, accounts: Parameters<typeof insertAccountRows>[1]): Promise<void> {
  await insertAccountRows(tx, accounts);
  await nameHolders(tx, accounts);
}

/** Likewise. */
export async function insertPremises(tx: Writer, premises: Parameters<typeof insertPremisesRows>[1]): Promise<void> {
  await insertPremisesRows(tx, premises);
  await nameBuildings(
    tx,
    premises.map(({ building }) => building),
  );
}

const updateAccountRow = prepared((db, param: Omit<Row<'accounts'>, 'number' | 'batch_id'>) =>
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

export async function updateAccount(tx: Writer, account: Parameters<typeof updateAccountRow>[1]): Promise<void> {
  await updateAccountRow(tx, account);
  await nameHolders(tx, [account]);
}

/** The premises at these addresses that there are. */
export async function premisesByAddress(db: Reader, addresses: readonly string[]): Promise<Row<'premises'>[]> {
  if (addresses.length === 0) return [];
  return db.selectFrom('premises').where('address', 'in', addresses).selectAll().execute();
}

export async function insertUser(tx: Writer, user: Omit<Row<'users'>, 'merged_into' | 'deleted_at'>): Promise<void> {
  await tx.insertInto('users').values(user).execute();
  await insertUserWords(tx, user);
}

/** What the office finds the user by. */
export async function insertUserWords(
  tx: Writer,
  user: Pick<Row<'users'>, 'id' | 'name' | 'email' | 'phone'>,
): Promise<void> {
  const rows = userWords(user).map((word) => ({ word, user_id: user.id }));
  if (rows.length > 0) await tx.insertInto('user_words').values(rows).execute();
}

export async function linkUser(
  tx: Writer,
  link: { user_id: UserId; account_id: AccountId; linked_at: Instant; linked_by: string },
): Promise<void> {
  await tx.insertInto('user_accounts').values(link).execute();
}

/** By the id, by the e-mail address in any case, or as one of those who are linked to the account of this number. */
export type NamedBy = { id: UserId } | { email: string } | { account: string };

export interface NamedUser {
  id: UserId;
  name: string;
  email: string | null;
  language: string | null;
  accountNumbers: string[];
}

/** The users who are named so, with the numbers of their accounts. */
export async function usersNamed(db: Reader, by: NamedBy): Promise<NamedUser[]> {
  const rows = await db
    .selectFrom('users')
    .leftJoin('user_accounts', 'user_accounts.user_id', 'users.id')
    .leftJoin('accounts', 'accounts.id', 'user_accounts.account_id')
    .where((user) => {
      if ('id' in by) return user('users.id', '=', by.id);
      if ('email' in by) return user('users.email', '=', by.email.toLowerCase());
      const linked = user
        .selectFrom('user_accounts as link')
        .innerJoin('accounts as of', 'of.id', 'link.account_id')
        .where('of.number', '=', by.account)
        .select('link.user_id');
      return user('users.id', 'in', linked);
    })
    .select(['users.id', 'users.name', 'users.email', 'users.language', 'accounts.number'])
    .orderBy('users.id')
    .execute();
  const users = new Map<UserId, NamedUser>();
  for (const { number, ...user } of rows) {
    const known = users.get(user.id) ?? { ...user, accountNumbers: [] };
    users.set(user.id, known);
    if (number !== null) known.accountNumbers.push(number);
  }
  return [...users.values()];
}
