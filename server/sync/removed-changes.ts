import type { AccountId } from '../../shared/ids.ts';
import type { RemovedKind, RemovedRow } from '../../shared/protocol.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/tables.ts';

type Range = { account: AccountId; after: number; upTo: number; most: number };

const removals = prepared((db, param: Range) =>
  db
    .selectFrom('removed_rows')
    .where('account_id', '=', param.account)
    .where('version', '>', param.after)
    .where('version', '<=', param.upTo)
    .select(['version', 'kind', 'row_id'])
    .orderBy('version')
    .limit(param.most),
);

/** What went from an account above a version and up to another, in the order of their versions. */
export async function changedRemovals(db: Reader, range: Range): Promise<{ version: number; removed: RemovedRow }[]> {
  const rows = await removals(db, range);
  return rows.map(({ version, kind, row_id }) => ({ version, removed: { kind: kind as RemovedKind, id: row_id } }));
}
