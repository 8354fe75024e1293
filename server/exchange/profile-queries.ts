import type { ExchangeKind } from '../../shared/exchange-fields.ts';
import type { ProfileId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

export type ProfileRow = Row<'exchange_profiles'>;

export async function insertProfile(tx: Writer, row: ProfileRow): Promise<void> {
  await tx.insertInto('exchange_profiles').values(row).execute();
}

/** Only where it is still as it was at `before`; answers whether it was. */
export async function updateProfile(
  tx: Writer,
  before: Instant,
  { id, name, kind, content, changed_at }: Pick<ProfileRow, 'id' | 'name' | 'kind' | 'content' | 'changed_at'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('exchange_profiles')
    .set({ name, kind, content, changed_at })
    .where('id', '=', id)
    .where('changed_at', '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteProfile(tx: Writer, id: ProfileId): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('exchange_profiles').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export function profileRow(db: Reader, id: ProfileId): Promise<ProfileRow | undefined> {
  return db.selectFrom('exchange_profiles').where('id', '=', id).selectAll().executeTakeFirst();
}

/** Of one kind, or all there are: a company has a few. */
export function profileRows(db: Reader, kind: ExchangeKind | null): Promise<ProfileRow[]> {
  const rows = db.selectFrom('exchange_profiles').selectAll().orderBy('id').limit(1000);
  return (kind === null ? rows : rows.where('kind', '=', kind)).execute();
}
