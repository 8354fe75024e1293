import type { AccountId } from '../../shared/ids.ts';
import type { Account } from '../../shared/protocol.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader } from '../db/tables.ts';

const changed = prepared((db, param: { account: AccountId; after: number; upTo: number }) =>
  db
    .selectFrom('accounts')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('accounts.id', '=', param.account)
    .where('accounts.version', '>', param.after)
    .where('accounts.version', '<=', param.upTo)
    .select([
      'accounts.id',
      'accounts.version',
      'accounts.number',
      'accounts.holder',
      'premises.building',
      'premises.address',
    ]),
);

/** The account itself, if it changed above a version and up to another. */
export async function changedAccounts(
  db: Reader,
  range: { account: AccountId; after: number; upTo: number },
): Promise<{ version: number; view: Account }[]> {
  const rows = await changed(db, range);
  return rows.map(({ version, ...view }) => ({ version, view }));
}
