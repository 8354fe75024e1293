import type { AccountId, ConversationId, MessageId, PhotoId, ReadingId } from './ids.ts';
import type { Instant } from './instant.ts';

export const conversationTopics = ['readings', 'meter', 'bill', 'payment', 'account', 'other'] as const;
export type ConversationTopic = (typeof conversationTopics)[number];

/** open: the office has to answer. answered: the resident has the last word to read. closed: done, until somebody writes again. */
export type ConversationState = 'open' | 'answered' | 'closed';

/** What a resident and the office write to each other about one thing. */
export interface Conversation {
  id: ConversationId;
  account: AccountId;
  topic: ConversationTopic;
  /** The reading that the office asks about. */
  reading: ReadingId | null;
  state: ConversationState;
  createdAt: Instant;
  changedAt: Instant;
}

export interface Message {
  id: MessageId;
  conversation: ConversationId;
  account: AccountId;
  author: 'resident' | 'office';
  text: string;
  writtenAt: Instant;
  receivedAt: Instant;
  photos: readonly PhotoId[];
}
