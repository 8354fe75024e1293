import { v7 } from 'uuid';
import { plainAmount } from '../../shared/amount.ts';
import { type StatementLine, sumOfLines } from '../../shared/bill.ts';
import type { AccountId } from '../../shared/ids.ts';
import { lockForVersions } from '../accounts/versions.ts';
import { storeLines } from '../bills/stored-lines.ts';
import type { Row, Writer } from '../db/tables.ts';
import type { CsvRow } from '../tables/csv-reader.ts';
import type { CellProblem, RowProblem } from '../tables/problems.ts';
import type { TableRow } from '../tables/table.ts';
import { statementColumns } from './bill-columns.ts';
import {
  accountIdsByNumber,
  deleteStatementFile,
  insertStatements,
  statementsByFile,
  statementsByNumber,
  updateStatement,
} from './bill-queries.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { collectTogether, type RowGroup, refuseTogether } from './row-groups.ts';

type Columns = typeof statementColumns;
type Line = TableRow<Columns>;
type Group = RowGroup<Line>;
type Stored = Row<'statements'>;

/** What is the bill's own, and so the same in each of its rows. */
const head = ['period', 'issuedOn', 'description', 'due', 'total', 'file'] as const;

/** A bill that is right in itself, without the cells of its rows, because many wait together. */
interface Said {
  account: string;
  content: Omit<Stored, 'id' | 'account_id' | 'version' | 'file' | 'batch_id'>;
  /** Undefined where the file has no such column. */
  file: string | null | undefined;
  rows: readonly CsvRow[];
}

/** A bill that is to be written. */
type Entry = Omit<Stored, 'version' | 'batch_id'>;

/**
 * Bills, one row a line. A bill is known by account and number; one that says something else than before takes its place, and
 * the PDF of the earlier one goes. Its lines must come to its total (B5).
 */
export function importStatements(options: ImportOptions): Promise<ImportReport> {
  return runImport('statements', statementColumns, options, start);
}

function start(run: Run): Importer<Columns> {
  const groups = collectTogether<Columns>(run, ['account', 'number']);
  const waiting: Said[] = [];

  function hear(all: readonly Group[]): void {
    for (const group of all) {
      const lines = group.map(lineOf);
      const problems = problemsOf(group, lines);
      if (problems) refuseTogether(run, group, problems);
      else waiting.push(saidBy(group, lines));
    }
  }

  function refuse({ rows }: Said, column: string, problem: RowProblem): void {
    refuseTogether(run, rows, new Map([[rows[0] as CsvRow, [{ column, problem }]]]));
  }

  async function enter(tx: Writer, all: readonly Said[]): Promise<void> {
    const accounts = await accountIdsByNumber(
      tx,
      all.map(({ account }) => account),
    );
    const known: { said: Said; account: AccountId }[] = [];
    for (const said of all) {
      const account = accounts.get(said.account);
      if (account === undefined) refuse(said, 'account', { code: 'account_unknown' });
      else known.push({ said, account });
    }
    const keys = known.map(({ said, account }) => [account, said.content.number] as const);
    const stored = new Map((await statementsByNumber(tx, keys)).map((one) => [keyOf(one.account_id, one.number), one]));
    const owners = await statementsByFile(
      tx,
      known.flatMap(({ said }) => said.file ?? []),
    );

    const knownAs = await run.known(tx, 'statements', [...stored.values()]);

    const created: Entry[] = [];
    const changed: { old: Stored; now: Entry }[] = [];
    for (const { said, account } of known) {
      const { number } = said.content;
      const old = stored.get(keyOf(account, number));
      // A column that the file lacks changes nothing.
      const file = said.file === undefined ? (old?.file ?? null) : said.file;
      const entry: Entry = { id: old?.id ?? v7(), account_id: account, ...said.content, file };
      const owner = file === null ? undefined : owners.get(file);
      if (owner && owner.id !== entry.id) {
        refuse(said, 'file', { code: 'file_taken', account: owner.account, number: owner.number });
        continue;
      }
      const isSame = old !== undefined && sameAs(old, entry);
      run.count(!old ? 'created' : isSame ? knownAs(old.id) : 'changed', said.rows[0] as CsvRow);
      if (isSame) continue;
      if (old) changed.push({ old, now: entry });
      else created.push(entry);
      // Another bill may have the file that this one had, but not the one that it has now.
      if (old?.file && old.file !== file) owners.delete(old.file);
      if (file !== null) owners.set(file, { id: entry.id, account: said.account, number });
    }
    await write(tx, created, changed);
  }

  async function write(
    tx: Writer,
    created: readonly Entry[],
    changed: readonly { old: Stored; now: Entry }[],
  ): Promise<void> {
    if (created.length + changed.length === 0) return;
    const batch_id = await run.batch(tx);
    const versions = await lockForVersions(
      tx,
      [...created, ...changed.map(({ now }) => now)].map(({ account_id }) => account_id),
    );
    const numbered = (one: Entry): Stored => ({ ...one, version: versions.next(one.account_id), batch_id });
    // First what lets go of a file that another bill of these has now.
    for (const { old, now } of changed) {
      const one = numbered(now);
      await updateStatement(tx, one);
      await deleteStatementFile(tx, { statement: one.id });
      const { id, account_id: account, version: _version, number: _number, ...before } = old;
      await run.note(tx, [{ kind: 'statements', id, account, before, version: one.version }]);
    }
    await insertStatements(tx, created.map(numbered));
    await versions.write();
  }

  return {
    async take(rows) {
      hear(groups.take(rows));
      await run.inSlices(waiting.splice(0), enter);
    },
    broken: groups.broken,
    async finish() {
      hear(groups.rest());
      await run.inSlices(waiting.splice(0), enter);
    },
  };
}

const keyOf = (account: string, number: string): string => `${account}\n${number}`;

function lineOf({ values }: Line): StatementLine {
  const { service, volume, unit, tariff, method, charged, recalculated, benefit, penalty } = values;
  return {
    service,
    volume: volume ?? null,
    unit: unit ?? null,
    tariff: tariff ?? null,
    method,
    charged,
    recalculated,
    benefit: benefit ?? 0,
    penalty: penalty ?? 0,
  };
}

/** What keeps a bill out, by row; null where nothing does. */
function problemsOf(group: Group, lines: readonly StatementLine[]): Map<CsvRow, CellProblem[]> | null {
  const [first] = group;
  for (const row of group) {
    const column = head.find((name) => row.values[name] !== first.values[name]);
    if (column !== undefined) {
      return new Map([[row, [{ column, problem: { code: 'differs_from_row', firstLine: first.line } }]]]);
    }
  }
  const { issuedOn, due, total } = first.values;
  const problems: CellProblem[] = [];
  if (due < issuedOn) problems.push({ column: 'due', problem: { code: 'due_before_issued' } });
  const sum = sumOfLines(lines);
  if (sum !== total) {
    const amounts = { expected: plainAmount(sum), found: plainAmount(total) };
    problems.push({ column: 'total', problem: { code: 'sum_differs', rule: 'B5', ...amounts } });
  }
  return problems.length > 0 ? new Map([[first, problems]]) : null;
}

function saidBy(group: Group, lines: readonly StatementLine[]): Said {
  const { account, period, number, issuedOn, due, description, total, file } = group[0].values;
  return {
    account,
    content: {
      period,
      number,
      issued_on: issuedOn,
      due,
      description,
      total,
      lines: storeLines(lines),
      // Billing's PDF of what it said before is not right any more.
      file_hash: null,
    },
    file,
    rows: group.map(({ source }) => source),
  };
}

const sameAs = (old: Stored, now: Entry): boolean =>
  old.period === now.period &&
  old.issued_on === now.issued_on &&
  old.due === now.due &&
  old.description === now.description &&
  old.total === now.total &&
  old.lines === now.lines &&
  old.file === now.file;
