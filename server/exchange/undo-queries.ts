import { sql } from 'kysely';
import type { AccountId, BatchId, MeterId, ReadingId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { RemovedKind } from '../../shared/protocol.ts';
import type { ReadingState } from '../../shared/reading.ts';
import { indexWords } from '../../shared/search-words.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Tables, Writer } from '../db/tables.ts';
import { keysPerPage } from './undo-step.ts';

export async function beginUndo(tx: Writer, { id, by }: { id: BatchId; by: string }): Promise<void> {
  await tx.updateTable('batches').set({ state: 'undoing', undone_by: by }).where('id', '=', id).execute();
}

/** Whether it was noted what a batch changed: ids are minted in the order of time. */
export async function areChangesNoted(db: Reader, { id }: Pick<Row<'batches'>, 'id'>): Promise<boolean> {
  const since = await db.selectFrom('meta').where('key', '=', 'changes-noted-since').select('value').executeTakeFirst();
  return since === undefined || id > since.value;
}

export async function endUndo(tx: Writer, { id, at }: { id: BatchId; at: Instant }): Promise<void> {
  await tx.updateTable('batches').set({ state: 'undone', undone_at: at }).where('id', '=', id).execute();
}

export async function accountNumbers(db: Reader, ids: readonly AccountId[]): Promise<Map<AccountId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .where('id', 'in', [...new Set(ids)])
    .select(['id', 'number'])
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Devices that hold the row drop it. */
export const insertRemoved = prepared(
  (db, param: { account: AccountId; version: number; kind: RemovedKind; id: string }) =>
    db
      .insertInto('removed_rows')
      .values({ account_id: param.account, version: param.version, kind: param.kind, row_id: param.id }),
);

type Keyed = 'accounts' | 'meters' | 'statements' | 'payments';

/** Rows that a batch made, or changed last, behind one of them; with `newest` before one of them, the newest first. */
export async function idsOfBatch(
  db: Reader,
  table: Keyed,
  { batch, after, newest = false }: { batch: BatchId; after: string | null; newest?: boolean },
): Promise<string[]> {
  let query = db
    .selectFrom(table as 'payments')
    .where('batch_id', '=', batch)
    .select('id')
    .orderBy('id', newest ? 'desc' : 'asc')
    .limit(keysPerPage);
  if (after !== null) query = query.where('id', newest ? '<' : '>', after);
  return (await query.execute()).map(({ id }) => id);
}

export function rowsByIds<T extends Keyed | 'readings'>(
  db: Reader,
  table: T,
  ids: readonly string[],
): Promise<Row<T>[]> {
  return db
    .selectFrom(table as 'payments')
    .where('id', 'in', [...ids])
    .selectAll()
    .orderBy('id')
    .execute() as unknown as Promise<Row<T>[]>;
}

export async function deleteRows(tx: Writer, table: Keyed, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom(table as 'payments')
    .where('id', 'in', [...ids])
    .execute();
}

/** The meters that took the place of these. */
export async function replacersOf(
  db: Reader,
  meters: readonly MeterId[],
): Promise<Pick<Row<'meters'>, 'id' | 'replaces'>[]> {
  if (meters.length === 0) return [];
  return db
    .selectFrom('meters')
    .where('replaces', 'in', [...meters])
    .select(['id', 'replaces'])
    .execute();
}

export async function deleteRegisters(tx: Writer, meters: readonly MeterId[]): Promise<void> {
  if (meters.length === 0) return;
  await tx
    .deleteFrom('registers')
    .where('meter_id', 'in', [...meters])
    .execute();
}

/** To which of these ids the office has done something. */
export async function touchedByOffice(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('audit')
    .where('subject', 'in', [...ids])
    .where('action', 'not like', 'view-%')
    .select('subject')
    .distinct()
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

/** Where an account may have rows that do not go with it. */
export const belongings = [
  'user_accounts',
  'meters',
  'readings',
  'operations',
  'statements',
  'ledger_months',
  'payments',
  'online_payments',
  'conversations',
  'messages',
  'photos',
  'reminders',
  'kiosk_slips',
] as const satisfies readonly (keyof Tables)[];

/** Which of these accounts something belongs to. */
export async function accountsInUse(db: Reader, accounts: readonly AccountId[]): Promise<Set<AccountId>> {
  const used = new Set<AccountId>();
  if (accounts.length === 0) return used;
  for (const table of belongings) {
    const rows = await db
      .selectFrom(table as 'payments')
      .where('account_id', 'in', [...accounts])
      .select('account_id')
      .distinct()
      .execute();
    for (const { account_id } of rows) used.add(account_id);
  }
  return used;
}

/** With their premises, where nobody else has an account there, and whatever speaks of them alone. */
export async function deleteAccounts(
  tx: Writer,
  accounts: readonly Pick<Row<'accounts'>, 'id' | 'holder' | 'premises_id'>[],
): Promise<void> {
  if (accounts.length === 0) return;
  const ids = accounts.map(({ id }) => id);
  const words = [...new Set(accounts.flatMap(({ holder }) => indexWords(holder)))];
  if (words.length > 0) {
    await tx.deleteFrom('account_words').where('word', 'in', words).where('account_id', 'in', ids).execute();
  }
  await tx.deleteFrom('removed_rows').where('account_id', 'in', ids).execute();
  await tx.deleteFrom('account_versions').where('account_id', 'in', ids).execute();
  await deleteRows(tx, 'accounts', ids);
  await tx
    .deleteFrom('premises')
    .where('id', 'in', [...new Set(accounts.map(({ premises_id }) => premises_id))])
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('accounts').whereRef('accounts.premises_id', '=', 'premises.id').select('accounts.id'),
        ),
      ),
    )
    .execute();
}

/** Billing's own readings that a batch brought, behind a meter: one at most for a meter and period. */
export async function broughtReadings(
  db: Reader,
  { batch, after }: { batch: BatchId; after: readonly [MeterId, ReadingId] | null },
): Promise<Pick<Row<'readings'>, 'id' | 'meter_id'>[]> {
  let query = db
    .selectFrom('readings')
    .where('batch_id', '=', batch)
    .where('state', '=', 'billed')
    .where('source', '=', 'billing')
    .select(['id', 'meter_id'])
    .orderBy('meter_id')
    .orderBy('id')
    .limit(keysPerPage);
  if (after) query = query.where(sql<boolean>`(meter_id, id) > (${after[0]}, ${after[1]})`);
  return query.execute();
}

export async function serialsOf(db: Reader, meters: readonly MeterId[]): Promise<Map<MeterId, string>> {
  if (meters.length === 0) return new Map();
  const rows = await db
    .selectFrom('meters')
    .where('id', 'in', [...new Set(meters)])
    .select(['id', 'serial'])
    .execute();
  return new Map(rows.map(({ id, serial }) => [id, serial]));
}

/** What stands for these meters, by meter and period. */
export async function standingPlaces(db: Reader, meters: readonly MeterId[]): Promise<Map<string, ReadingId>> {
  if (meters.length === 0) return new Map();
  const rows = await db
    .selectFrom('readings')
    .where('meter_id', 'in', [...new Set(meters)])
    .where('state', 'in', sql<ReadingState>`('accepted', 'billed')`)
    .select(['id', 'meter_id', 'period'])
    .execute();
  return new Map(rows.map(({ id, meter_id, period }) => [`${meter_id}\n${period}`, id]));
}

/** How many readings of an export billing has answered about. */
export async function answeredOf(db: Reader, batch: BatchId): Promise<number> {
  const { count } = await db
    .selectFrom('readings')
    .where('batch_id', '=', batch)
    .where('state', 'in', ['billed', 'refused'])
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** They are in no export any more; answers with how many they were. */
export async function takeOutOfBatch(tx: Writer, batch: BatchId): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('readings')
    .set({ batch_id: null })
    .where('batch_id', '=', batch)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function lockOfBatch(db: Reader, batch: BatchId): Promise<Row<'period_locks'> | undefined> {
  return db.selectFrom('period_locks').where('batch_id', '=', batch).selectAll().executeTakeFirst();
}

export async function keepLockWithoutBatch(tx: Writer, batch: BatchId): Promise<void> {
  await tx.updateTable('period_locks').set({ batch_id: null }).where('batch_id', '=', batch).execute();
}
