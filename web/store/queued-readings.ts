import type { UserId } from '../../shared/ids.ts';
import type { SealedOperation } from '../../shared/operation.ts';
import type { PhotoRow } from './outbox-db.ts';

/**
 * What a resident counts as waiting: readings. One that was corrected, or saved and taken back, is one however many
 * operations that took. Answers the user of each.
 */
export function queuedReadings(queued: readonly SealedOperation[]): UserId[] {
  const placeOf = new Map<string, string>();
  for (const operation of queued) {
    if (operation.kind !== 'reading-submitted') continue;
    const { meter, period } = operation.body;
    placeOf.set(operation.id, meter + period);
  }
  const users = new Map<string, UserId>();
  for (const operation of queued) {
    if (operation.kind === 'message-written') continue;
    const reading = operation.kind === 'reading-withdrawn' ? operation.body.reading : operation.id;
    users.set(operation.user + (placeOf.get(reading) ?? reading), operation.user);
  }
  return [...users.values()];
}

/** Likewise messages: one waits until it, and all of its photos, are sent. Photos of readings count with them. */
export function queuedMessages(
  queued: readonly SealedOperation[],
  photos: readonly Pick<PhotoRow, 'operation' | 'user'>[],
): UserId[] {
  const messages = queued.filter(({ kind }) => kind === 'message-written');
  return [
    ...new Map([
      ...messages.map(({ id, user }) => [id, user] as const),
      ...photos.map(({ operation, user }) => [operation, user] as const),
    ]).values(),
  ];
}
