import type { Conversation, ConversationState, ConversationTopic, Message } from '../../shared/conversation.ts';
import type { AccountId, ConversationId, MessageId, OperationId, PhotoId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toEpochMs } from '../../shared/instant.ts';
import type { Meter } from '../../shared/meter.ts';
import type { OperationOf } from '../../shared/operation.ts';
import type { Period } from '../../shared/period.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Reading } from '../../shared/reading.ts';
import { capturedAt, isRefused } from './entries.ts';
import type { MessageDraftRow, OperationRow, PhotoRow } from './outbox-db.ts';

/** What the device holds of the conversations of one account, as read in one go. */
export interface SupportRows {
  user: UserId;
  conversations: readonly Conversation[];
  messages: readonly Message[];
  meters: readonly Meter[];
  readings: readonly Pick<Reading, 'id' | 'meter' | 'period'>[];
  /** Of the signed-in user, as are the photos and drafts. */
  operations: readonly OperationRow[];
  photos: readonly PhotoRow[];
  drafts: readonly MessageDraftRow[];
  /** The newest message of each conversation that was on the screen of this device. */
  read: Readonly<Record<ConversationId, MessageId>>;
}

export interface PhotoView {
  id: PhotoId;
  stage: 'saved' | 'received' | 'refused';
  /** Its bytes are on this device. */
  here: boolean;
  problem: Problem | null;
}

export interface MessageView {
  id: MessageId;
  author: 'resident' | 'office';
  text: string;
  writtenAt: EpochMs;
  /** `saved`: only on this device. */
  stage: 'saved' | 'received' | 'refused';
  /** Null while it is only here. */
  receivedAt: EpochMs | null;
  photos: readonly PhotoView[];
  /** Why it was refused, and what to dismiss. */
  refused: { operation: OperationId; problems: readonly Problem[] } | null;
}

export interface ConversationView {
  id: ConversationId;
  topic: ConversationTopic;
  state: ConversationState;
  /** In the order in which they were received; what is only here comes last. */
  messages: readonly MessageView[];
  /** The meter and month of the reading that the office asks about; null where it asks about none, or it is not here. */
  question: { meter: Meter; period: Period } | null;
  /** Its last word is the office's, of late, and was not on the screen of this device. */
  unread: boolean;
  draft: string;
  at: EpochMs;
}

export interface SupportView {
  account: AccountId;
  /** The one with the newest message first. */
  conversations: readonly ConversationView[];
  /** A conversation that was begun and not saved. */
  draft: { topic: ConversationTopic | null; text: string };
  unread: number;
}

/** What came longer ago is no news, also on a device that has never shown it. */
const newsMs = 30 * 86_400_000;

/** Pure: the same rows and time always give the same view. */
export function supportView(account: AccountId, rows: SupportRows, now: EpochMs): SupportView {
  const conversations = [...known(rows), ...begun(rows)]
    .map((conversation) => conversationView(conversation, rows, now))
    .filter(({ messages }) => messages.length > 0)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const draft = rows.drafts.find(({ conversation }) => conversation === 'new');
  return {
    account,
    conversations,
    draft: { topic: draft?.topic ?? null, text: draft?.text ?? '' },
    unread: conversations.filter(({ unread }) => unread).length,
  };
}

type Head = Pick<Conversation, 'id' | 'topic' | 'state' | 'reading'>;

const known = ({ conversations }: SupportRows): readonly Head[] => conversations;

/** Conversations that no pull has brought yet. */
function begun({ conversations, operations }: SupportRows): Head[] {
  return operations.flatMap((row) => {
    const topic = written(row)?.topic ?? null;
    if (topic === null || row.dismissedAt !== null || conversations.some(({ id }) => id === row.id)) return [];
    return [{ id: row.id, topic, state: 'open', reading: null } as const];
  });
}

function conversationView(
  { id, topic, state, reading }: Head,
  { messages, operations, photos, meters, readings, drafts, read }: SupportRows,
  now: EpochMs,
): ConversationView {
  const pulled = messages
    .filter(({ conversation }) => conversation === id)
    .sort((a, b) => (a.receivedAt === b.receivedAt ? (a.id < b.id ? -1 : 1) : a.receivedAt < b.receivedAt ? -1 : 1));
  const seen = new Set(pulled.map((message) => message.id));
  const own = [...operations]
    .sort((a, b) => a.number - b.number)
    .filter((row) => {
      const body = written(row);
      return body && (body.conversation ?? row.id) === id && !seen.has(row.id) && row.dismissedAt === null;
    });
  const views = [
    ...pulled.map((message) => fromMessage(message, photos)),
    ...own.map((row) => fromOperation(row, photos)),
  ];
  const last = pulled.at(-1);
  const asked = readings.find((one) => one.id === reading);
  const meter = meters.find((one) => one.id === asked?.meter);
  return {
    id,
    topic,
    state: own.some((row) => !isRefused(row)) ? 'open' : state,
    messages: views,
    question: asked && meter ? { meter, period: asked.period } : null,
    unread:
      own.length === 0 &&
      last?.author === 'office' &&
      read[id] !== last.id &&
      toEpochMs(last.receivedAt) > now - newsMs,
    draft: drafts.find(({ conversation }) => conversation === id)?.text ?? '',
    at: Math.max(0, ...views.map(({ writtenAt, receivedAt }) => receivedAt ?? writtenAt)),
  };
}

function fromMessage(message: Message, photos: readonly PhotoRow[]): MessageView {
  const { id, author, text, writtenAt, receivedAt } = message;
  const kept = photos.filter(({ operation }) => operation === id);
  // What the server has, then what is still on its way.
  const shown = [
    ...message.photos.map((photo) => ({
      id: photo,
      stage: 'received' as const,
      here: kept.some((one) => one.id === photo),
      problem: null,
    })),
    ...kept.filter((photo) => !message.photos.includes(photo.id)).map(photoView),
  ];
  return {
    id,
    author,
    text,
    writtenAt: toEpochMs(writtenAt),
    stage: 'received',
    receivedAt: toEpochMs(receivedAt),
    photos: shown,
    refused: null,
  };
}

function fromOperation(row: OperationRow, photos: readonly PhotoRow[]): MessageView {
  const refused = isRefused(row);
  return {
    id: row.id,
    author: 'resident',
    text: written(row)?.text ?? '',
    writtenAt: capturedAt(row),
    stage: refused ? 'refused' : row.state === 'queued' ? 'saved' : 'received',
    receivedAt: row.state === 'received' && !refused ? row.settledAt : null,
    photos: photos.filter(({ operation }) => operation === row.id).map(photoView),
    refused: refused ? { operation: row.id, problems: row.answer?.problems ?? [] } : null,
  };
}

const stages = { queued: 'saved', received: 'received', refused: 'refused' } as const;

const photoView = ({ id, state, problem }: PhotoRow): PhotoView => ({ id, stage: stages[state], here: true, problem });

function written({ sealed }: OperationRow): OperationOf<'message-written'>['body'] | null {
  return sealed.kind === 'message-written' ? sealed.body : null;
}
