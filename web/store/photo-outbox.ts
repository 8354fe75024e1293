import type { PhotoOf } from '../../shared/conversation.ts';
import type { OperationId, PhotoId, UserId } from '../../shared/ids.ts';
import type { Problem } from '../../shared/problem.ts';
import type { OutboxDb } from './outbox-db.ts';

/** A photo whose message or reading the server has. */
export interface PhotoToSend {
  id: PhotoId;
  of: PhotoOf;
}

/** This user's photos whose operation has been received, and not refused, in the order in which they were taken. */
export async function photosToSend(outbox: OutboxDb, user: UserId): Promise<PhotoToSend[]> {
  const waiting = (await outbox.photos.where({ state: 'queued' }).toArray()).filter((photo) => photo.user === user);
  if (waiting.length === 0) return [];
  const operations = await outbox.operations.bulkGet(waiting.map(({ operation }) => operation));
  return waiting
    .filter((_, at) => {
      const operation = operations[at];
      const outcome = operation?.answer?.first ?? operation?.answer?.outcome;
      return operation?.state === 'received' && outcome !== 'rejected' && outcome !== 'conflict';
    })
    .map(({ id, of, operation }) => ({ id, of: of === 'message' ? { message: operation } : { reading: operation } }));
}

/** What the server said of it. Without a problem it is received; with one it is not sent again. */
export async function settlePhoto(outbox: OutboxDb, user: UserId, id: PhotoId, problem: Problem | null): Promise<void> {
  await outbox.photos
    .where({ id })
    .and((photo) => photo.user === user && photo.state === 'queued')
    .modify({ state: problem === null ? 'received' : 'refused', problem });
}

/** The server has lost these operations, and with them the photos. */
export async function requeuePhotos(outbox: OutboxDb, operations: readonly OperationId[]): Promise<void> {
  await outbox.photos
    .where('operation')
    .anyOf(operations)
    .and(({ state }) => state === 'received')
    .modify({ state: 'queued' });
}
