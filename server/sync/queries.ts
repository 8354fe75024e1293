import { sql } from 'kysely';
import type { AccountId, OperationId, StreamId, UserId } from '../../shared/ids.ts';
import type { Service } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import type { WindowException } from '../../shared/window.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';

/**
 * I4: locks the account for this transaction, if it is the user's; answers with its version. Writing the row is the one
 * way of locking it that both engines know.
 */
export const lockAccount = prepared((db, param: { account: AccountId; user: UserId }) =>
  db
    .updateTable('account_versions')
    .set((row) => ({ head: row.ref('head') }))
    .where('account_id', '=', param.account)
    .where((row) =>
      row.exists(
        row
          .selectFrom('user_accounts')
          .where('user_accounts.account_id', '=', param.account)
          .where('user_accounts.user_id', '=', param.user)
          .select('user_accounts.user_id'),
      ),
    )
    .returning('head'),
);

export const setHead = prepared((db, param: { account: AccountId; head: number }) =>
  db.updateTable('account_versions').set({ head: param.head }).where('account_id', '=', param.account),
);

/** I2: the ledger's entry of that id, or of that place in the stream. */
export const ledgerEntries = prepared((db, param: { id: OperationId; stream: StreamId; number: number }) =>
  db
    .selectFrom('operations')
    .where((row) =>
      row.or([row('id', '=', param.id), row.and([row('stream', '=', param.stream), row('number', '=', param.number)])]),
    )
    .select(['id', 'hash', 'outcome', 'problems', 'version']),
);

export const insertOperation = prepared((db, param: Row<'operations'>) =>
  db.insertInto('operations').values({
    id: param.id,
    hash: param.hash,
    stream: param.stream,
    number: param.number,
    user_id: param.user_id,
    account_id: param.account_id,
    kind: param.kind,
    content: param.content,
    outcome: param.outcome,
    problems: param.problems,
    version: param.version,
    received_at: param.received_at,
  }),
);

/** The operation as it was sent. */
export const ledgerContent = prepared((db, param: { id: OperationId }) =>
  db.selectFrom('operations').where('id', '=', param.id).select(['content', 'hash']),
);

export async function keepConflict(tx: Writer, row: Row<'operation_conflicts'>): Promise<void> {
  await tx
    .insertInto('operation_conflicts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** W6: so many locked periods back a device needs to know. */
const locksTold = 6;

const none = sql<null>`cast(null as text)`;
const noDay = none.$castTo<Day | null>();

const standQuery = prepared((db, param: { user: UserId; from: Period }) =>
  db
    .selectFrom('user_accounts')
    .innerJoin('account_versions', 'account_versions.account_id', 'user_accounts.account_id')
    .where('user_accounts.user_id', '=', param.user)
    .select([
      'account_versions.account_id as id',
      'account_versions.head as head',
      none.$castTo<string | null>().as('building'),
      none.$castTo<Service | null>().as('service'),
      noDay.as('opens_on'),
      noDay.as('closes_on'),
      none.$castTo<string | null>().as('reason'),
    ])
    .unionAll(
      db
        .selectFrom((locks) =>
          locks
            .selectFrom('period_locks')
            .select('period')
            .orderBy('period', 'desc')
            .limit(sql.lit(locksTold))
            .as('latest'),
        )
        .select([
          'latest.period as id',
          sql<number>`-1`.as('head'),
          none.as('building'),
          none.as('service'),
          noDay.as('opens_on'),
          noDay.as('closes_on'),
          none.as('reason'),
        ]),
    )
    .unionAll(
      db
        .selectFrom('window_exceptions')
        .where('period', '>=', param.from)
        .where('ended_at', 'is', null)
        .where((row) =>
          row.or([
            row('building', 'is', null),
            row('building', 'in', (own) =>
              own
                .selectFrom('user_accounts')
                .innerJoin('accounts', 'accounts.id', 'user_accounts.account_id')
                .innerJoin('premises', 'premises.id', 'accounts.premises_id')
                .where('user_accounts.user_id', '=', param.user)
                .select('premises.building'),
            ),
          ]),
        )
        .select(['period as id', sql<number>`-2`.as('head'), 'building', 'service', 'opens_on', 'closes_on', 'reason']),
    ),
);

interface Stand {
  heads: { account: AccountId; head: number }[];
  locked: Period[];
  windows: WindowException[];
}

/**
 * Where a user's accounts stand now, the newest locked periods, and the exceptions in force (W9) for their buildings of the
 * months from one on: all that a pull without changes needs, in one look.
 */
export async function standOf(db: Reader, user: UserId, from: Period): Promise<Stand> {
  const rows = await standQuery(db, { user, from });
  return {
    heads: rows.filter(({ head }) => head >= 0).map(({ id, head }) => ({ account: id, head })),
    locked: rows
      .filter(({ head }) => Number(head) === -1)
      .map(({ id }) => id as Period)
      .sort()
      .reverse(),
    // In an order that does not change, so that devices see at once that nothing is new.
    windows: rows
      .flatMap(({ id, building, service, opens_on: opensOn, closes_on: closesOn, reason }) =>
        opensOn && closesOn
          ? [{ period: id as Period, building, service, opensOn, closesOn, reason: reason ?? '' }]
          : [],
      )
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  };
}

const orderOf = ({ period, building, service }: WindowException): string => `${period} ${building} ${service}`;

/** Which of these operations of a user are in the ledger. */
export async function knownOperations(db: Reader, user: UserId, ids: readonly OperationId[]): Promise<OperationId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('operations')
    .where('user_id', '=', user)
    .where('id', 'in', ids)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}
