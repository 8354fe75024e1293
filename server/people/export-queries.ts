import type { ConversationId, UserId } from '../../shared/ids.ts';
import type { Reader, Row } from '../db/tables.ts';

/** Everything that the portal keeps of one person, who is known by these ids. */

export function operationsOf(
  db: Reader,
  users: readonly UserId[],
): Promise<
  (Pick<Row<'operations'>, 'id' | 'kind' | 'content' | 'outcome' | 'problems' | 'received_at'> & {
    number: string | null;
  })[]
> {
  return db
    .selectFrom('operations')
    .leftJoin('accounts', 'accounts.id', 'operations.account_id')
    .where('operations.user_id', 'in', users)
    .select([
      'operations.id',
      'operations.kind',
      'operations.content',
      'operations.outcome',
      'operations.problems',
      'operations.received_at',
      'accounts.number',
    ])
    .orderBy('operations.id')
    .execute();
}

/** The readings that they handed in themselves: each has the id of its operation. */
export function readingsOf(
  db: Reader,
  users: readonly UserId[],
): Promise<
  (Pick<Row<'readings'>, 'id' | 'period' | 'register_values' | 'state' | 'captured_best' | 'received_at' | 'reason'> &
    Pick<Row<'meters'>, 'service' | 'serial' | 'unit'> & { number: string })[]
> {
  return db
    .selectFrom('operations')
    .innerJoin('readings', 'readings.id', 'operations.id')
    .innerJoin('meters', 'meters.id', 'readings.meter_id')
    .innerJoin('accounts', 'accounts.id', 'readings.account_id')
    .where('operations.user_id', 'in', users)
    .select([
      'readings.id',
      'readings.period',
      'readings.register_values',
      'readings.state',
      'readings.captured_best',
      'readings.received_at',
      'readings.reason',
      'meters.service',
      'meters.serial',
      'meters.unit',
      'accounts.number',
    ])
    .orderBy('readings.id')
    .execute();
}

/** The decimals of the registers of these meters' readings are needed to write their values as the face shows them. */
export function registersOfReadings(
  db: Reader,
  users: readonly UserId[],
): Promise<{ id: string; code: string; decimals: number }[]> {
  return db
    .selectFrom('operations')
    .innerJoin('readings', 'readings.id', 'operations.id')
    .innerJoin('registers', 'registers.meter_id', 'readings.meter_id')
    .where('operations.user_id', 'in', users)
    .select(['readings.id', 'registers.code', 'registers.decimals'])
    .execute();
}

export function conversationsWith(
  db: Reader,
  users: readonly UserId[],
): Promise<(Pick<Row<'conversations'>, 'id' | 'topic' | 'state' | 'created_at'> & { number: string })[]> {
  return db
    .selectFrom('conversations')
    .innerJoin('accounts', 'accounts.id', 'conversations.account_id')
    .where('conversations.id', 'in', (query) =>
      query.selectFrom('messages').where('messages.author_id', 'in', users).select('messages.conversation_id'),
    )
    .select([
      'conversations.id',
      'conversations.topic',
      'conversations.state',
      'conversations.created_at',
      'accounts.number',
    ])
    .orderBy('conversations.id')
    .execute();
}

export function messagesOf(db: Reader, conversation: ConversationId): Promise<Row<'messages'>[]> {
  return db
    .selectFrom('messages')
    .where('conversation_id', '=', conversation)
    .selectAll()
    .orderBy('received_at')
    .orderBy('id')
    .execute();
}

export function photoBytes(db: Reader, id: string): Promise<Pick<Row<'photos'>, 'bytes' | 'media_type'> | undefined> {
  return db.selectFrom('photos').where('id', '=', id).select(['bytes', 'media_type']).executeTakeFirst();
}

export function onlinePaymentsOf(
  db: Reader,
  users: readonly UserId[],
): Promise<
  (Pick<
    Row<'online_payments'>,
    'reference' | 'amount' | 'refunded' | 'currency' | 'state' | 'provider' | 'started_at'
  > & { number: string })[]
> {
  return db
    .selectFrom('online_payments')
    .innerJoin('accounts', 'accounts.id', 'online_payments.account_id')
    .where('online_payments.user_id', 'in', users)
    .select([
      'online_payments.reference',
      'online_payments.amount',
      'online_payments.refunded',
      'online_payments.currency',
      'online_payments.state',
      'online_payments.provider',
      'online_payments.started_at',
      'accounts.number',
    ])
    .orderBy('online_payments.id')
    .execute();
}

/** What they did, and what was done to them. */
export async function auditOf(
  db: Reader,
  users: readonly UserId[],
): Promise<Pick<Row<'audit'>, 'seq' | 'at' | 'actor' | 'action' | 'subject' | 'detail'>[]> {
  const rows = db.selectFrom('audit').select(['seq', 'at', 'actor', 'action', 'subject', 'detail']);
  // Each by its own index.
  const done = await rows.where('actor', 'in', users).execute();
  const suffered = await rows.where('subject', 'in', users).where('actor', 'not in', users).execute();
  return [...done, ...suffered].sort((one, other) => one.seq - other.seq);
}

export function linksGiven(
  db: Reader,
  users: readonly UserId[],
): Promise<Pick<Row<'tokens'>, 'purpose' | 'created_at' | 'expires_at' | 'consumed_at'>[]> {
  return db
    .selectFrom('tokens')
    .where('user_id', 'in', users)
    .select(['purpose', 'created_at', 'expires_at', 'consumed_at'])
    .orderBy('created_at')
    .execute();
}
