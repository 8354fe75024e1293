import { plainAmount } from '../../shared/amount.ts';
import type { AccountId } from '../../shared/ids.ts';
import { checkLedger, type LedgerCells, type LedgerMonth, type ServiceCells } from '../../shared/ledger.ts';
import { previousPeriod } from '../../shared/period.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import type { CellProblem } from '../tables/problems.ts';
import type { TableRow } from '../tables/table.ts';
import { ledgerRowId } from './batch-changes.ts';
import { ledgerColumns } from './bill-columns.ts';
import { accountIdsByNumber, insertLedgerMonths, ledgerMonths, ledgersOf, updateLedgerMonth } from './bill-queries.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { namedAgain } from './named-again.ts';
import { collectTogether, type RowGroup, refuseTogether } from './row-groups.ts';

type Columns = typeof ledgerColumns;
type Cell = TableRow<Columns>;
type Group = RowGroup<Cell>;
type Month = Omit<Row<'ledger_months'>, 'version' | 'batch_id'>;

/**
 * The ledger, one row a service and month; the row without a service is the month's total as billing printed it. A month is
 * known by account and period, and taken whole. One that does not add up (B2) is kept out; one that does not open where the
 * month before closed is imported and reported, because files bring months in any order and the device names it too.
 */
export function importLedger(options: ImportOptions): Promise<ImportReport> {
  return runImport('ledger', ledgerColumns, options, start);
}

function start(run: Run): Importer<Columns> {
  const groups = collectTogether<Columns>(run, ['account', 'period']);
  /** Whose ledger this file changes. */
  const touched = new Set<AccountId>();

  async function enter(tx: Writer, all: readonly Group[]): Promise<void> {
    const accounts = await accountIdsByNumber(
      tx,
      all.map(([{ values }]) => values.account),
    );
    const whole: { account: AccountId; month: LedgerMonth; first: Group[0] }[] = [];
    for (const group of all) {
      const account = accounts.get(group[0].values.account);
      const month = monthOf(group);
      const problems: ReadonlyMap<Cell, readonly CellProblem[]> = account
        ? problemsOf(group, month)
        : new Map([[group[0], [{ column: 'account', problem: { code: 'account_unknown' } }]]]);
      if (!account || problems.size > 0) refuseTogether(run, group, problems);
      else whole.push({ account, month, first: group[0] });
    }
    const keys = whole.map(({ account, month }) => [account, month.period] as const);
    const stored = new Map((await ledgerMonths(tx, keys)).map((one) => [keyOf(one.account_id, one.period), one]));
    const knownAs = await run.known(
      tx,
      'ledger',
      [...stored.values()].map(({ account_id, period, batch_id }) => ({
        id: ledgerRowId(account_id, period),
        batch_id,
      })),
    );
    const created: Month[] = [];
    const changed: { old: Row<'ledger_months'>; now: Month }[] = [];
    for (const { account, month, first } of whole) {
      const old = stored.get(keyOf(account, month.period));
      const services = JSON.stringify(month.services);
      const total = month.total && JSON.stringify(month.total);
      const isSame = old?.services === services && old.total === total;
      const now = { account_id: account, period: month.period, services, total };
      const what = !old ? 'created' : isSame ? knownAs(ledgerRowId(account, month.period)) : 'changed';
      run.count(what, first);
      if (what !== 'unchanged') run.onceWritten(() => touched.add(account));
      if (!old) created.push(now);
      else if (!isSame) changed.push({ old, now });
    }
    await write(tx, created, changed);
  }

  async function write(
    tx: Writer,
    created: readonly Month[],
    changed: readonly { old: Row<'ledger_months'>; now: Month }[],
  ): Promise<void> {
    if (created.length + changed.length === 0) return;
    const batch_id = await run.batch(tx);
    const versions = await lockForVersions(
      tx,
      [...created, ...changed.map(({ now }) => now)].map(({ account_id }) => account_id),
    );
    const numbered = (one: Month): Row<'ledger_months'> => ({
      ...one,
      version: versions.next(one.account_id),
      batch_id,
    });
    await insertLedgerMonths(tx, created.map(numbered));
    for (const { old, now } of changed) {
      const one = numbered(now);
      await updateLedgerMonth(tx, one);
      const before = { services: old.services, total: old.total, batch_id: old.batch_id };
      const { account_id: account, period, version } = one;
      await run.note(tx, [{ kind: 'ledger', id: ledgerRowId(account, period), account, before, version }]);
    }
    await versions.write();
  }

  /** B2, between the months of this file and those beside them: not before all of them are there. */
  async function reportCarried(): Promise<void> {
    await run.inSlices([...touched], async (tx, accounts) => {
      const batch = await run.batch(tx);
      const ledgers = new Map<string, (LedgerMonth & { isNew: boolean })[]>();
      for (const row of await ledgersOf(tx, accounts)) {
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
    });
  }

  return {
    foresee: groups.foresee,
    async take(rows) {
      await run.inSlices(groups.take(rows), enter);
    },
    broken: groups.broken,
    async finish() {
      await run.inSlices(groups.rest(), enter);
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
