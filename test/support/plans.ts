import SQLite from 'better-sqlite3';
import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../../server/db/database.ts';
import { SqliteConnectionDialect } from '../../server/db/sqlite-dialect.ts';
import type { Tables } from '../../server/db/tables.ts';

/** A statement as it was sent. */
export interface Asked {
  sql: string;
  parameters: readonly unknown[];
}

/** The same data by connections of its own, of which every statement is noted. */
export interface Overheard {
  db: Database;
  /** What `work` asks the database for. */
  during(work: () => Promise<unknown>): Promise<Asked[]>;
  close(): Promise<void>;
}

export function overhear(of: Database): Overheard {
  let asked: Asked[] = [];
  const log = ({ query: { sql, parameters } }: LogEvent): void => {
    if (/^(select|with)\b/i.test(sql)) asked.push({ sql, parameters });
  };
  const open = (readonly: boolean): Kysely<Tables> =>
    new Kysely<Tables>({
      dialect:
        of.engine === 'sqlite'
          ? new SqliteConnectionDialect(new SQLite(of.address, { readonly }))
          : new PostgresDialect({ pool: poolOf(of.address) }),
      log,
    });
  const reader = open(true);
  const writer = open(false);
  return {
    db: { ...of, reader, write: (work) => writer.transaction().execute(work) },
    async during(work) {
      asked = [];
      await work();
      return asked;
    },
    async close() {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2, types: plainNumbers });
  // A connection may hear of the end of the server after it was given up itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** As the server reads them. */
const plainNumbers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** A node of a plan that PostgreSQL has followed; only what is looked at here. */
interface PlanNode {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
  [removed: `Rows Removed by ${string}`]: number | undefined;
}

/**
 * How many rows of tables PostgreSQL looks at for a statement: those that it gives on, and those that it reads and drops. Where a
 * table is small PostgreSQL may rather read it as a whole: here it must not, so that what is counted is what it would do with a
 * large one.
 */
export async function rowsTouched(client: pg.Client, { sql, parameters }: Asked): Promise<number> {
  await client.query('set enable_seqscan = off');
  await client.query('set enable_hashjoin = off');
  await client.query('set enable_mergejoin = off');
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (analyze, format json) ${sql}`, [
    ...parameters,
  ]);
  const top = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!top) throw new Error(`no plan of ${sql}`);
  return touchedBy(top);
}

function touchedBy(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, one) => sum + touchedBy(one), 0);
  // What an index scan of a bitmap finds its heap scan counts.
  if (!/^(Seq|Index|Index Only|Bitmap Heap|Tid) Scan$/.test(node['Node Type'])) return below;
  const removed = Object.entries(node).reduce(
    (sum, [name, count]) => (name.startsWith('Rows Removed by ') ? sum + Number(count) : sum),
    0,
  );
  return below + (node['Actual Rows'] + removed) * node['Actual Loops'];
}

/** Tables of which a company has tens, whatever its size. */
const small = [
  'staff',
  'api_tokens',
  'kiosks',
  'window_exceptions',
  'period_locks',
  'exchange_profiles',
  'progress_months',
];

/** What in SQLite's plan of a statement goes through a table without a range of an index, or sorts what is no bounded piece. */
export function unbounded(database: SQLite.Database, { sql, parameters }: Asked): string[] {
  const plan = database.prepare(`explain query plan ${sql}`).all(...parameters) as PlanLine[];
  const pieces = new Set(plan.flatMap(({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? []));
  const isSorted = plan.some(({ detail }) => detail.includes('TEMP B-TREE'));
  return plan
    .filter((line) => {
      const [, scanned, by] = /^SCAN (\S+)( USING .+)?$/.exec(line.detail) ?? [];
      if (scanned !== undefined) {
        if (pieces.has(scanned) || small.includes(scanned) || scanned === 'CONSTANT') return false;
        // In the order of an index from its beginning, until there are enough.
        return by === undefined || isSorted || !/ limit /.test(sql);
      }
      return line.detail.includes('TEMP B-TREE') && !sortsPiece(plan, line, pieces);
    })
    .map(({ detail }) => `${detail}: ${plan.map((one) => one.detail).join('; ')}`);
}

/** By each of these few rows are found: those of one thing, or of one account. */
const ofOne = [
  ...[
    'id',
    'number',
    'account_id',
    'user_id',
    'merged_into',
    'meter_id',
    'reading_id',
    'conversation_id',
    'message_id',
  ],
  'subject',
];

interface PlanLine {
  id: number;
  parent: number;
  detail: string;
}

/** The rows that are sorted are those of a page: of a bounded part of the statement, or found by equal keys. */
function sortsPiece(plan: readonly PlanLine[], { parent, id }: PlanLine, pieces: ReadonlySet<string>): boolean {
  const outermost = plan.find((line) => line.parent === parent && line.id < id && /^(SCAN|SEARCH)/.test(line.detail));
  if (!outermost) return false;
  const [, scanned = ''] = /^SCAN (\S+)/.exec(outermost.detail) ?? [];
  const [, searched = '', index = '', keys = ''] =
    /^SEARCH (\S+) USING (?:COVERING )?(?:INDEX )?(\S+) \((.*)\)$/.exec(outermost.detail) ?? [];
  const isFew = index === 'jobs_waiting' || keys.split(' AND ').some((key) => ofOne.includes(key.replace(/=\?$/, '')));
  return isFew || [...small, ...pieces].some((one) => one === scanned || one === searched);
}
