import type { ConversationTopic } from '../../shared/conversation.ts';
import type { AccountId, ConversationId, MessageId, PhotoId } from '../../shared/ids.ts';
import type { StorageProblem } from '../storage/storage-error.ts';
import type { SaveAnswer } from '../store/views.ts';
import type { SupportView } from '../store/views-support.ts';

/**
 * The seam between the screens and the conversations with the office. Its code comes when it is asked for
 * (`AppStore.support`).
 */
export interface Support {
  /** The conversations of an account: as soon as they are read, and after every change. Answers how to stop. */
  watch(account: AccountId, listener: (view: SupportView | null) => void): () => void;
  /** Saves on the device, with its photos, or saves nothing and says why. */
  write(message: MessageToWrite): Promise<SaveAnswer>;
  /** Kept per keystroke; without any text it is deleted. */
  saveDraft(account: AccountId, draft: MessageDraft): Promise<StorageProblem | null>;
  /** The conversation is on the screen, up to this message. */
  markRead(conversation: ConversationId, message: MessageId): Promise<void>;
  /** Makes it small enough, and takes out where it was made. Null where it is no picture that this device can read. */
  preparePhoto(file: Blob): Promise<Blob | null>;
  /** A photo whose bytes are on this device. */
  photo(id: PhotoId): Promise<Blob | null>;
  /** The resident has read why it was refused, and needs it here no more. Any other photo stays. */
  dismissPhoto(id: PhotoId): Promise<void>;
}

/** A conversation, or the topic of the one that begins with this message. */
export type Place = { conversation: ConversationId; topic: null } | { conversation: null; topic: ConversationTopic };

export type MessageToWrite = Place & { account: AccountId; text: string; photos: readonly Blob[] };

export interface MessageDraft {
  conversation: ConversationId | 'new';
  topic: ConversationTopic | null;
  text: string;
}

/** Where the server gives out a photo that it has. */
export const photoAddress = (id: PhotoId): string => `/photos/${id}`;
