import type { AccountId, ConversationId, MessageId, PhotoId, ReadingId, StaffId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Register, RegisterValues, Service, Unit } from './meter.ts';
import type { Period } from './period.ts';
import type { ReadingState } from './reading.ts';

export const conversationTopics = ['readings', 'meter', 'bill', 'payment', 'account', 'other'] as const;
export type ConversationTopic = (typeof conversationTopics)[number];

/** open: the office has to answer. answered: the resident has the last word to read. closed: done, until somebody writes again. */
export const conversationStates = ['open', 'answered', 'closed'] as const;
export type ConversationState = (typeof conversationStates)[number];

/** Characters (UTF-16 code units) of a message. */
export const maxMessageLength = 4000;
export const maxPhotosPerMessage = 4;

/** Photos are kept as JPEG of at most so many pixels in either direction: a meter's digits are legible at half of that. */
export const longestPhotoSide = 1600;
export const maxPhotoBytes = 8 * 1024 * 1024;

/** What a message may say: something, at most so long, and nothing that not every database keeps (U+0000, half characters). */
export function isMessageText(text: string): boolean {
  return text.trim() !== '' && text.length <= maxMessageLength && !text.includes('\u0000') && !loneSurrogate.test(text);
}

/** What was typed or pasted, without the signs that `isMessageText` refuses, and without the space around it. */
export function messageText(typed: string): string {
  return typed
    .replaceAll('\u0000', '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

const loneSurrogate = /\p{Cs}/u;

/** What a photo belongs to: a resident's own message or reading, by the id of its operation. */
export type PhotoOf = { message: MessageId } | { reading: ReadingId };

/** What a resident and the office write to each other about one thing. */
export interface Conversation {
  id: ConversationId;
  account: AccountId;
  topic: ConversationTopic;
  /** The reading that the office asks about. */
  reading: ReadingId | null;
  state: ConversationState;
  createdAt: Instant;
  /** When it came into this state; what is added to an open one does not change that. */
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

/** A line of the office's list. */
export interface InboxRow {
  id: ConversationId;
  topic: ConversationTopic;
  state: ConversationState;
  account: { id: AccountId; number: string; holder: string };
  assigned: Colleague | null;
  /** When it came into its state: an open one waits since then. */
  changedAt: Instant;
  /** How it ends so far; a longer text is cut. */
  last: { author: 'resident' | 'office'; text: string; at: Instant } | null;
}

/** Somebody of the office, for those who share the work. */
export interface Colleague {
  id: StaffId;
  name: string;
}

/** A conversation as the office reads it. */
export interface ConversationPage {
  id: ConversationId;
  topic: ConversationTopic;
  state: ConversationState;
  assigned: Colleague | null;
  createdAt: Instant;
  changedAt: Instant;
  account: { id: AccountId; number: string; holder: string; address: string; phone: string | null };
  /** The reading that the office asked about. */
  reading: {
    id: ReadingId;
    period: Period;
    service: Service;
    serial: string;
    place: string;
    unit: Unit;
    registers: readonly Pick<Register, 'code' | 'digits' | 'decimals'>[];
    values: RegisterValues;
    state: ReadingState;
  } | null;
  /** In the order in which they arrived. `name`: who wrote it, where that is still known. */
  messages: readonly (Omit<Message, 'conversation' | 'account'> & { name: string | null })[];
}
