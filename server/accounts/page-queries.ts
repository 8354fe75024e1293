import { sql } from 'kysely';
import type { RejectedReading } from '../../shared/account-page.ts';
import type { LedgerRow, OnlinePayment, Payment, Statement } from '../../shared/bill.ts';
import type { Conversation } from '../../shared/conversation.ts';
import { type AccountId, isUuid, type ReadingId } from '../../shared/ids.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { isPeriod, type Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import { z } from '../../shared/zod.ts';
import { readLines } from '../bills/stored-lines.ts';
import { prepared } from '../db/prepared.ts';
import type { Reader, Row } from '../db/tables.ts';
import { staffNames } from '../staff/queries.ts';

/** The pieces of an account's page. Each is bounded: of what is long the newest. */

const most = {
  readings: 1500,
  statements: 36,
  months: 120,
  payments: 60,
  conversations: 20,
  audit: 40,
  rejected: 10,
} as const;

export const accountOnPage = prepared((db, param: { account: AccountId }) =>
  db
    .selectFrom('accounts')
    .innerJoin('premises', 'premises.id', 'accounts.premises_id')
    .where('accounts.id', '=', param.account)
    .select([
      'accounts.id',
      'accounts.version',
      'accounts.number',
      'accounts.holder',
      'accounts.email',
      'accounts.phone',
      'accounts.premises_id',
      'premises.building',
      'premises.address',
    ]),
);

/** From a month on, the newest first. */
export const readingsOnPage = prepared((db, param: { account: AccountId; from: Period }) =>
  db
    .selectFrom('readings')
    .where('account_id', '=', param.account)
    .where('period', '>=', param.from)
    .selectAll()
    .orderBy('version', 'desc')
    .limit(sql.lit(most.readings)),
);

/** Of each meter that was ever read, the version of its newest reading. */
export const readMeters = prepared((db, param: { account: AccountId }) =>
  db
    .selectFrom('readings')
    .where('account_id', '=', param.account)
    .select((row) => ['meter_id', row.fn.max('version').as('newest')])
    .groupBy('meter_id'),
);

export const locksSince = prepared((db, param: { from: Period }) =>
  db.selectFrom('period_locks').where('period', '>=', param.from).select('period').orderBy('period', 'desc'),
);

export async function statementsOnPage(db: Reader, account: AccountId): Promise<Statement[]> {
  const rows = await db
    .selectFrom('statements')
    .where('account_id', '=', account)
    .select(['id', 'version', 'period', 'number', 'issued_on', 'due', 'description', 'total', 'lines', 'file_hash'])
    .orderBy('period', 'desc')
    .orderBy('issued_on', 'desc')
    .limit(most.statements)
    .execute();
  return rows.map(({ version, issued_on, lines, file_hash, ...row }) => ({
    ...row,
    account,
    revision: version,
    issuedOn: issued_on,
    lines: readLines(lines),
    printed: file_hash !== null,
  }));
}

export async function ledgerOnPage(db: Reader, account: AccountId): Promise<LedgerRow[]> {
  const rows = await db
    .selectFrom('ledger_months')
    .where('account_id', '=', account)
    .select(['version', 'period', 'services', 'total'])
    .orderBy('period', 'desc')
    .limit(most.months)
    .execute();
  return rows.map(({ version, period, services, total }) => ({
    account,
    revision: version,
    period,
    services: JSON.parse(services) as LedgerRow['services'],
    total: total === null ? null : (JSON.parse(total) as LedgerRow['total']),
  }));
}

export async function paymentsOnPage(db: Reader, account: AccountId): Promise<Payment[]> {
  const rows = await db
    .selectFrom('payments')
    .where('account_id', '=', account)
    .select(['id', 'date', 'amount', 'number', 'source'])
    .orderBy('version', 'desc')
    .limit(most.payments)
    .execute();
  return rows.map((row) => ({ ...row, account }));
}

export async function onlinePaymentsOnPage(db: Reader, account: AccountId): Promise<OnlinePayment[]> {
  const rows = await db
    .selectFrom('online_payments')
    .where('account_id', '=', account)
    .select(['id', 'statement_id', 'amount', 'refunded', 'reference', 'state', 'started_at', 'changed_at'])
    .orderBy('version', 'desc')
    .limit(most.payments)
    .execute();
  return rows.map(({ statement_id, started_at, changed_at, ...row }) => ({
    ...row,
    account,
    statement: statement_id,
    startedAt: started_at,
    changedAt: changed_at,
  }));
}

export function usersOnPage(
  db: Reader,
  account: AccountId,
): Promise<(Pick<Row<'users'>, 'id' | 'name' | 'email'> & Pick<Row<'user_accounts'>, 'linked_at'>)[]> {
  return db
    .selectFrom('user_accounts')
    .innerJoin('users', 'users.id', 'user_accounts.user_id')
    .where('user_accounts.account_id', '=', account)
    .select(['users.id', 'users.name', 'users.email', 'user_accounts.linked_at'])
    .orderBy('user_accounts.linked_at')
    .orderBy('users.id')
    .execute();
}

export async function conversationsOnPage(db: Reader, account: AccountId): Promise<Conversation[]> {
  const rows = await db
    .selectFrom('conversations')
    .where('account_id', '=', account)
    .select(['id', 'topic', 'reading_id', 'state', 'created_at', 'changed_at'])
    .orderBy('version', 'desc')
    .limit(most.conversations)
    .execute();
  return rows.map(({ reading_id, created_at, changed_at, ...row }) => ({
    ...row,
    account,
    reading: reading_id,
    createdAt: created_at,
    changedAt: changed_at,
  }));
}

/** What the audit log has of these, the newest first. */
export async function auditOf(
  db: Reader,
  subjects: readonly string[],
): Promise<Pick<Row<'audit'>, 'seq' | 'at' | 'actor' | 'action' | 'subject'>[]> {
  if (subjects.length === 0) return [];
  return db
    .selectFrom('audit')
    .where('subject', 'in', subjects)
    .select(['seq', 'at', 'actor', 'action', 'subject'])
    .orderBy('seq', 'desc')
    .limit(most.audit)
    .execute();
}

/** Who handed readings in from a device, by name; or the kiosk at which they were handed in. */
export async function sendersOf(db: Reader, readings: readonly ReadingId[]): Promise<Map<ReadingId, string>> {
  if (readings.length === 0) return new Map();
  const rows = await db
    .selectFrom('operations')
    .leftJoin('users', 'users.id', 'operations.user_id')
    .leftJoin('kiosks', 'kiosks.id', 'operations.user_id')
    .where('operations.id', 'in', readings)
    .select((row) => ['operations.id', row.fn.coalesce('users.name', 'kiosks.name').as('name')])
    .execute();
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/** Readings that the server refused at once, newest first. */
export async function rejectedOnPage(db: Reader, account: AccountId): Promise<RejectedReading[]> {
  const rows = await db
    .selectFrom('operations')
    .leftJoin('users', 'users.id', 'operations.user_id')
    .leftJoin('kiosks', 'kiosks.id', 'operations.user_id')
    .where('operations.account_id', '=', account)
    .where('operations.outcome', '=', sql.lit('rejected'))
    .where('operations.kind', '=', 'reading-submitted')
    .select((row) => [
      'operations.id',
      'operations.content',
      'operations.problems',
      'operations.received_at',
      row.fn.coalesce('users.name', 'kiosks.name').as('name'),
    ])
    .orderBy('operations.received_at', 'desc')
    .limit(most.rejected)
    .execute();
  return rows.flatMap(({ id, content, problems, received_at, name }) => {
    const body = rejectedBody.safeParse((JSON.parse(content) as { body?: unknown }).body);
    // Of what was refused for its shape there is nothing to show.
    if (!body.success) return [];
    const said = JSON.parse(problems) as Problem[];
    return [{ ...body.data, id, problems: said, receivedAt: received_at, by: name ?? '' }];
  });
}

const rejectedBody = z.object({
  meter: z.string().refine(isUuid),
  period: z.custom<Period>(isPeriod),
  values: z.custom<RegisterValues>((values) => registerValues.safeParse(values).success),
});
const registerValues = z.record(z.string(), z.int().min(0));

export async function namesOf(
  db: Reader,
  ids: readonly string[],
): Promise<{ staff: Map<string, string>; kiosks: Map<string, string>; users: Set<string> }> {
  if (ids.length === 0) return { staff: new Map(), kiosks: new Map(), users: new Set() };
  const users = await db.selectFrom('users').where('id', 'in', ids).select('id').execute();
  const kiosks = await db.selectFrom('kiosks').where('id', 'in', ids).select(['id', 'name']).execute();
  return {
    staff: await staffNames(db, ids),
    kiosks: new Map(kiosks.map(({ id, name }) => [id, name])),
    users: new Set(users.map(({ id }) => id)),
  };
}
