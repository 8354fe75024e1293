import type { OperationId } from '../../shared/ids.ts';
import type { CacheDb } from './cache-db.ts';
import type { OperationRow, OutboxDb } from './outbox-db.ts';
import { prunable } from './prune.ts';

/** Deletes what is `prunable` of these received operations, with its photos. Resolves to how many operations it were. */
export async function pruneOutbox(outbox: OutboxDb, cache: CacheDb, rows: readonly OperationRow[]): Promise<number> {
  const accounts = [...new Set(rows.map((row) => row.account))];
  const readings = await cache.readings.where('account').anyOf(accounts).toArray();
  const messages = await cache.messages.where('account').anyOf(accounts).toArray();
  const photos = await outbox.photos.where('account').anyOf(accounts).toArray();
  const seen = new Map(messages.map((message) => [message.id, message]));
  const ids = prunable(rows, readings, seen, photos).map((row) => row.id);
  if (ids.length === 0) return 0;
  const { operations, photos: kept, photoBytes } = outbox;
  return outbox.transaction('rw', operations, kept, photoBytes, async () => {
    // A received operation may have become queued again meanwhile, so the state is looked at once more while deleting.
    const done = operations
      .where('id')
      .anyOf(ids)
      .and((row) => row.state === 'received');
    await dropPhotos(outbox, await done.primaryKeys());
    return done.delete();
  });
}

/** Photos whose operation is not kept any more are not needed either. */
async function dropPhotos({ photos, photoBytes }: OutboxDb, operations: readonly OperationId[]): Promise<void> {
  const gone = await photos.where('operation').anyOf(operations).primaryKeys();
  await photos.bulkDelete(gone);
  await photoBytes.bulkDelete(gone);
}
