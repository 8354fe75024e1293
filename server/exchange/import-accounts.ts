import { v7 } from 'uuid';
import type { PremisesId } from '../../shared/ids.ts';
import {
  accountsByNumber,
  insertAccounts,
  insertAccountVersions,
  insertPremises,
  premisesByAddress,
  type StoredAccount,
  updateAccount,
} from '../accounts/queries.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import { noteOf, RowKeys } from '../tables/row-keys.ts';
import type { TableRow } from '../tables/table.ts';
import { type AccountRow, accountColumns } from './household-columns.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { namedAgain } from './named-again.ts';

type Columns = ReturnType<typeof accountColumns>;

/**
 * Accounts with their premises. `address` is the building's; `premises` is the flat in it, empty for a whole house.
 * An account that is known by its number is brought up to date; a column that the file lacks changes nothing.
 */
export function importAccounts(options: ImportOptions): Promise<ImportReport> {
  return runImport('accounts', accountColumns(options.company), options, start);
}

function start(run: Run): Importer<Columns> {
  const named = new RowKeys();

  function isFirst(row: TableRow<Columns>): boolean {
    const { account } = row.values;
    const said = noteOf(JSON.stringify(row.values));
    const before = named.meet(account, row.line, said);
    if (before) {
      const problem = namedAgain(account, { line: before.line, said: before.note }, said);
      run.refuse(row, [{ column: 'account', problem }]);
    }
    return !before;
  }

  async function enter(tx: Writer, once: readonly TableRow<Columns>[]): Promise<void> {
    const known = await accountsByNumber(
      tx,
      once.map(({ values }) => values.account),
    );
    const premises = await premisesOf(
      tx,
      once.map(({ values }) => values),
    );
    const knownAs = await run.known(tx, 'accounts', [...known.values()]);

    const created: Row<'accounts'>[] = [];
    const changed: { before: StoredAccount; now: Omit<Row<'accounts'>, 'version' | 'batch_id'> }[] = [];
    for (const row of once) {
      const { values } = row;
      const stored = known.get(values.account);
      const premises_id = premises.get(placeOf(values)) as PremisesId;
      const account = {
        id: stored?.id ?? v7(),
        number: values.account,
        holder: values.holder,
        email: values.email === undefined ? (stored?.email ?? null) : values.email,
        phone: values.phone === undefined ? (stored?.phone ?? null) : values.phone,
        premises_id,
      };
      if (!stored) created.push({ ...account, version: 1, batch_id: await run.batch(tx) });
      else if (differs(stored, account)) changed.push({ before: stored, now: account });
      run.count(!stored ? 'created' : differs(stored, account) ? 'changed' : knownAs(stored.id), row);
    }

    await insertAccounts(tx, created);
    await insertAccountVersions(
      tx,
      created.map(({ id }) => ({ account_id: id, head: 1 })),
    );
    if (changed.length === 0) return;
    await run.batch(tx);
    const versions = await lockForVersions(
      tx,
      changed.map(({ now }) => now.id),
    );
    for (const { before, now } of changed) {
      const { id, holder, email, phone, premises_id } = now;
      const version = versions.next(id);
      await updateAccount(tx, { id, holder, email, phone, premises_id, version });
      const said = { holder: before.holder, email: before.email, phone: before.phone, premises_id: before.premises_id };
      await run.note(tx, [{ kind: 'accounts', id, account: id, before: said, version }]);
    }
    await versions.write();
  }

  /** The premises of these rows by place; those that are not there yet are made. */
  async function premisesOf(tx: Writer, rows: readonly AccountRow[]): Promise<Map<string, PremisesId>> {
    const wanted = new Map(rows.map((row) => [placeOf(row), { building: row.address, address: addressOf(row) }]));
    const addresses = [...new Set([...wanted.values()].map(({ address }) => address))];
    const ids = new Map<string, PremisesId>();
    for (const { id, building, address } of await premisesByAddress(tx, addresses)) {
      ids.set(placeKey(building, address), id);
    }
    const missing = [...wanted].filter(([place]) => !ids.has(place)).map(([, place]) => ({ id: v7(), ...place }));
    await insertPremises(tx, missing);
    for (const { id, building, address } of missing) ids.set(placeKey(building, address), id);
    return ids;
  }

  return { take: (rows) => run.inSlices(rows.filter(isFirst), enter) };
}

const addressOf = ({ address, premises }: AccountRow): string => (premises ? `${address}, ${premises}` : address);
const placeKey = (building: string, address: string): string => `${building}\n${address}`;
const placeOf = (row: AccountRow): string => placeKey(row.address, addressOf(row));

const differs = (stored: StoredAccount, now: Omit<Row<'accounts'>, 'version' | 'batch_id'>): boolean =>
  stored.holder !== now.holder ||
  stored.email !== now.email ||
  stored.phone !== now.phone ||
  stored.premises_id !== now.premises_id;
