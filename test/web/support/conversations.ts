import type { Conversation, Message } from '../../../shared/conversation.ts';
import { toInstant } from '../../../shared/instant.ts';
import { home, inWindow } from './household.ts';

export const question = '01890000-0000-7000-8000-0000000000d1';

export const conversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: question,
  account: home,
  topic: 'bill',
  reading: null,
  state: 'answered',
  createdAt: toInstant(inWindow - 86_400_000),
  changedAt: toInstant(inWindow - 3_600_000),
  ...change,
});

let messages = 0;

export const message = (change: Partial<Message> = {}): Message => {
  const at = toInstant(inWindow - 3_600_000 + messages++ * 1000);
  return {
    id: `01890000-0000-7000-8000-${String(messages).padStart(12, '0')}`,
    conversation: question,
    account: home,
    author: 'resident',
    text: 'Why is it more than in May?',
    writtenAt: at,
    receivedAt: at,
    photos: [],
    ...change,
  };
};

/** A picture as a camera makes it, and larger than what is kept. */
export async function picture(width = 2400, height = 1200): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#88aacc';
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}
