import { type RawBuilder, sql } from 'kysely';
import type { ConversationState, ConversationTopic } from '../../shared/conversation.ts';
import type { AccountId, ConversationId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader } from '../db/tables.ts';

export interface InboxFilter {
  state: ConversationState;
  /** Undefined: whoever deals with it. Null: nobody does. */
  assigned: StaffId | null | undefined;
  topic: ConversationTopic | null;
  after: { at: Instant; id: ConversationId } | null;
  most: number;
}

export interface InboxFound {
  id: ConversationId;
  topic: ConversationTopic;
  state: ConversationState;
  assigned_to: StaffId | null;
  changed_at: Instant;
  account_id: AccountId;
  number: string;
  holder: string;
}

const columns = [
  'conversations.id',
  'conversations.topic',
  'conversations.state',
  'conversations.assigned_to',
  'conversations.changed_at',
  'conversations.account_id',
  'accounts.number',
  'accounts.holder',
] as const;

/** What waits for the office longest comes first; what was dealt with, newest first. */
export function inboxPage(db: Reader, { state, assigned, topic, after, most }: InboxFilter): Promise<InboxFound[]> {
  const [order, beyond] = state === 'open' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  let query = db
    .selectFrom('conversations')
    .innerJoin('accounts', 'accounts.id', 'conversations.account_id')
    .where('conversations.state', '=', state)
    .select(columns)
    .orderBy('conversations.changed_at', order)
    .orderBy('conversations.id', order)
    .limit(most);
  // As in the index.
  if (assigned !== undefined) query = query.where(sql`coalesce(conversations.assigned_to, '')`, '=', assigned ?? '');
  if (topic !== null) query = query.where('conversations.topic', '=', topic);
  if (after !== null) {
    query = query.where((row) =>
      row(row.refTuple('conversations.changed_at', 'conversations.id'), beyond, row.tuple(after.at, after.id)),
    );
  }
  return query.execute();
}

/** So many of the newest messages are searched by their text: a bound, because no index helps with words inside of a text. */
const messagesSearched = 20_000;
/** So many conversations that fit by what was written are looked at. */
const mostFound = 200;

/**
 * Conversations of these accounts, and those of the newest messages in which the text stands; the newest first.
 */
export async function searchInbox(
  db: Reader,
  { text, accounts: of, most }: { text: string; accounts: readonly AccountId[]; most: number },
): Promise<InboxFound[]> {
  const patterns = [...new Set([text, text.toLowerCase(), text.toUpperCase(), capitalised(text)])].map(
    // SQLite ignores the case of ASCII letters alone, PostgreSQL that of none: the usual ways of writing are all asked for.
    (one) => `%${one.replace(/[\\%_]/g, '\\$&')}%`,
  );
  const written = await db
    .selectFrom((newest) =>
      newest
        .selectFrom('messages')
        .select(['id', 'conversation_id', 'text'])
        .orderBy('id', 'desc')
        .limit(messagesSearched)
        .as('newest'),
    )
    .where((row) => row.or(patterns.map((pattern) => has('newest.text', pattern))))
    .select('newest.conversation_id')
    .orderBy('newest.id', 'desc')
    .limit(mostFound)
    .execute();
  const ids = written.map(({ conversation_id }) => conversation_id);
  if (ids.length === 0 && of.length === 0) return [];
  return db
    .selectFrom('conversations')
    .innerJoin('accounts', 'accounts.id', 'conversations.account_id')
    .where((row) =>
      row.or([
        ...(ids.length > 0 ? [row('conversations.id', 'in', ids)] : []),
        ...(of.length > 0 ? [row('conversations.account_id', 'in', of)] : []),
      ]),
    )
    .select(columns)
    .orderBy('conversations.changed_at', 'desc')
    .orderBy('conversations.id', 'desc')
    .limit(most)
    .execute();
}

export interface LastWords {
  conversation: ConversationId;
  author: 'resident' | 'office';
  text: string;
  received_at: Instant;
}

/** The newest message of each. */
export async function lastWords(db: Reader, ids: readonly ConversationId[]): Promise<Map<ConversationId, LastWords>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('conversations')
    .innerJoin('messages', (join) =>
      join.on((row) =>
        row(
          'messages.id',
          '=',
          row
            .selectFrom('messages as newest')
            .whereRef('newest.conversation_id', '=', 'conversations.id')
            .orderBy('newest.received_at', 'desc')
            .orderBy('newest.id', 'desc')
            .select('newest.id')
            .limit(1),
        ),
      ),
    )
    .where('conversations.id', 'in', ids)
    .select(['conversations.id as conversation', 'messages.author', 'messages.text', 'messages.received_at'])
    .execute();
  return new Map(rows.map((row) => [row.conversation, row]));
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();

const has = (column: string, pattern: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
