import type { UserId } from '../../shared/ids.ts';
import { type EpochMs, type Instant, toEpochMs } from '../../shared/instant.ts';
import type { Contact } from '../store/cache-db.ts';
import type { SyncStatus } from '../store/views.ts';
import type { Answer, Clock, SyncPorts } from './ports.ts';

/** After this long without an answer a request is given up; its answer, should it still come, is not heard. */
export const requestDeadline = 60_000;

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

/**
 * The server read its clock somewhere between sending and receiving; the middle is the best guess. When the device's
 * clock jumped back meanwhile, only its present reading means anything.
 */
export function contactOf(
  { serverTime, beacon }: { serverTime: Instant; beacon: string },
  sentAt: EpochMs,
  receivedAt: EpochMs,
): Contact {
  const middle = sentAt <= receivedAt ? (sentAt + receivedAt) / 2 : receivedAt;
  const at = toEpochMs(serverTime);
  return { serverTime: at, offset: Math.round(at - middle), beacon, at: receivedAt };
}

/** Why nobody answered: there is no network, or nobody there who does. */
export const silenceOf = (online: boolean): NonNullable<SyncStatus['silence']> =>
  online ? 'unanswered' : 'no-network';

/** I8: an answer that never comes must not hold up the loop. */
export function withDeadline<T>(
  clock: Clock,
  request: (signal: AbortSignal) => Promise<Answer<T>>,
  deadline = requestDeadline,
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const cancel = clock.setTimer(deadline, () => {
      controller.abort();
      resolve({ ok: false, failure: { kind: 'unreachable' } });
    });
    request(controller.signal).then(
      (answer) => {
        cancel();
        resolve(answer);
      },
      (fault: unknown) => {
        cancel();
        reject(fault);
      },
    );
  });
}
