import type { UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { type Answer, withDeadline } from '../contact/answer.ts';
import { contactOf } from '../contact/contact.ts';
import type { SyncStatus } from '../store/views.ts';
import type { SyncPorts } from './ports.ts';

/** Asks the server and notes the contact (C1) when it answers. */
export async function call<T extends { serverTime: Instant; beacon: string }>(
  { clock, storage }: Pick<SyncPorts, 'clock' | 'storage'>,
  user: UserId,
  request: (signal: AbortSignal) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const sentAt = clock.now();
  const answer = await withDeadline(clock, request);
  if (answer.ok) await storage.recordContact(user, contactOf(answer.value, sentAt, clock.now()));
  return answer;
}

/** Why nobody answered: there is no network, or nobody there who does. */
export const silenceOf = (online: boolean): NonNullable<SyncStatus['silence']> =>
  online ? 'unanswered' : 'no-network';
