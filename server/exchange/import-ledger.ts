import { plainAmount } from '../../shared/amount.ts';
import type { AccountId } from '../../shared/ids.ts';
import { checkLedger, type LedgerCells, type LedgerMonth, type ServiceCells } from '../../shared/ledger.ts';
import { previousPeriod } from '../../shared/period.ts';
import type { Row } from '../db/tables.ts';
import { ledgerColumns } from './bill-columns.ts';
import { accountIdsByNumber, insertLedgerMonths, ledgerMonths, ledgersOf, updateLedgerMonth } from './bill-queries.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { namedAgain } from './named-again.ts';
import type { CellProblem } from './problems.ts';
import { collectTogether, type RowGroup, refuseTogether } from './row-groups.ts';
import type { TableRow } from './table.ts';
import { lockForVersions } from './versions.ts';

type Columns = typeof ledgerColumns;
type Cell = TableRow<Columns>;
type Group = RowGroup<Cell>;

const monthsAtOnce = 500;
/** Whole ledgers are many rows each. */
const ledgersAtOnce = 64;

/**
 * The ledger, one row a service and month; the row without a service is the month's total as billing printed it. A month is
 * known by account and period, and taken whole. One that does not add up (B2) is kept out; one that does not open where the
 * month before closed is imported and reported, because files bring months in any order and the device names it too.
 */
export function importLedger(options: ImportOptions): Promise<ImportReport> {
  return runImport('ledger', ledgerColumns, options, start);
}

function start(run: Run): Importer<Columns> {
  const { tx } = run;
  const groups = collectTogether<Columns>(run, ['account', 'period']);
  /** Whose ledger this file changes. */
  const touched = new Set<AccountId>();
  let waiting: Group[] = [];

  async function enter(all: readonly Group[]): Promise<void> {
    const accounts = await accountIdsByNumber(
      tx,
      all.map(([{ values }]) => values.account),
    );
    const whole: { account: AccountId; month: LedgerMonth }[] = [];
    for (const group of all) {
      const account = accounts.get(group[0].values.account);
      const month = monthOf(group);
      const problems: ReadonlyMap<Cell, readonly CellProblem[]> = account
        ? problemsOf(group, month)
        : new Map([[group[0], [{ column: 'account', problem: { code: 'account_unknown' } }]]]);
      if (!account || problems.size > 0) refuseTogether(run, group, problems);
      else whole.push({ account, month });
    }
    const keys = whole.map(({ account, month }) => [account, month.period] as const);
    const stored = new Map((await ledgerMonths(tx, keys)).map((one) => [keyOf(one.account_id, one.period), one]));
    const created: Omit<Row<'ledger_months'>, 'version' | 'batch_id'>[] = [];
    const changed: typeof created = [];
    for (const { account, month } of whole) {
      const old = stored.get(keyOf(account, month.period));
      const services = JSON.stringify(month.services);
      const total = month.total && JSON.stringify(month.total);
      const isSame = old?.services === services && old.total === total;
      run.count(!old ? 'created' : isSame ? 'unchanged' : 'changed');
      if (!isSame) (old ? changed : created).push({ account_id: account, period: month.period, services, total });
    }
    await write(created, changed);
  }

  async function write(
    created: readonly Omit<Row<'ledger_months'>, 'version' | 'batch_id'>[],
    changed: typeof created,
  ): Promise<void> {
    if (created.length + changed.length === 0) return;
    const batch_id = await run.batch();
    const accounts = [...created, ...changed].map(({ account_id }) => account_id);
    for (const account of accounts) touched.add(account);
    const versions = await lockForVersions(tx, accounts);
    const numbered = (one: (typeof created)[number]): Row<'ledger_months'> => ({
      ...one,
      version: versions.next(one.account_id),
      batch_id,
    });
    await insertLedgerMonths(tx, created.map(numbered));
    for (const one of changed) await updateLedgerMonth(tx, numbered(one));
    await versions.write();
  }

  /** B2, between the months of this file and those beside them: not before all of them are there. */
  async function reportCarried(): Promise<void> {
    if (touched.size === 0) return;
    const batch = await run.batch();
    const accounts = [...touched];
    for (let done = 0; done < accounts.length; done += ledgersAtOnce) {
      const ledgers = new Map<string, (LedgerMonth & { isNew: boolean })[]>();
      for (const row of await ledgersOf(tx, accounts.slice(done, done + ledgersAtOnce))) {
        const months = ledgers.get(row.number) ?? [];
        ledgers.set(row.number, months);
        const services = JSON.parse(row.services) as ServiceCells[];
        months.push({ period: row.period, services, total: null, isNew: row.batch_id === batch });
      }
      for (const [account, months] of ledgers) {
        const changed = new Set(months.filter(({ isNew }) => isNew).map(({ period }) => period));
        for (const { kind, period, service, expected, found } of checkLedger(months)) {
          if (kind !== 'carried' || !(changed.has(period) || changed.has(previousPeriod(period)))) continue;
          const amounts = { expected: plainAmount(expected), found: plainAmount(found) };
          run.reportCarried({ account, period, service: service ?? '', ...amounts });
        }
      }
    }
  }

  return {
    foresee: groups.foresee,
    async take(rows) {
      waiting.push(...groups.take(rows));
      for (; waiting.length >= monthsAtOnce; waiting = waiting.slice(monthsAtOnce)) {
        await enter(waiting.slice(0, monthsAtOnce));
      }
    },
    broken: groups.broken,
    async finish() {
      await enter([...waiting, ...groups.rest()]);
      await reportCarried();
    },
  };
}

const keyOf = (account: string, period: string): string => `${account}\n${period}`;

function cellsOf({ values: { opening, charged, paid, recalculated, closing } }: Cell): LedgerCells {
  return { opening, charged, paid, recalculated, closing };
}

function monthOf(group: Group): LedgerMonth {
  const total = group.find(({ values }) => values.service === null);
  return {
    period: group[0].values.period,
    services: group.flatMap((row) =>
      row.values.service === null ? [] : [{ service: row.values.service, ...cellsOf(row) }],
    ),
    total: total ? cellsOf(total) : null,
  };
}

/** What keeps a month out, by row. */
function problemsOf(group: Group, month: LedgerMonth): Map<Cell, CellProblem[]> {
  const rows = new Map<string | null, Cell>();
  for (const row of group) {
    const { service } = row.values;
    const before = rows.get(service);
    if (before) {
      const said = { line: before.line, said: JSON.stringify(cellsOf(before)) };
      const problem = namedAgain(service ?? 'the total', said, JSON.stringify(cellsOf(row)));
      return new Map([[row, [{ column: 'service', problem }]]]);
    }
    rows.set(service, row);
  }
  const problems = new Map<Cell, CellProblem[]>();
  for (const { service, column, expected, found } of checkLedger([month])) {
    const row = rows.get(service) as Cell;
    const amounts = { expected: plainAmount(expected), found: plainAmount(found) };
    const problem: CellProblem = { column, problem: { code: 'sum_differs', rule: 'B2', ...amounts } };
    const named = problems.get(row) ?? [];
    // A total may miss the same sum by its own row and by its services: that is one thing to put right.
    if (!named.some((one) => JSON.stringify(one) === JSON.stringify(problem))) problems.set(row, [...named, problem]);
  }
  return problems;
}
