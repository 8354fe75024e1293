import type { Dexie } from 'dexie';
import { StorageUnavailable } from './storage-error.ts';
import { ReloadNeeded, StorageLost } from './storage-events.ts';

/**
 * Opens a database and watches over it: when a newer version of the app wants it, it is closed for good in this page
 * (nothing may be written by the old code) and `ReloadNeeded` is announced; when the browser takes it away, `StorageLost`.
 * Throws StorageUnavailable. There is no silent memory in its place.
 */
export async function openDatabase(database: Dexie, events: EventTarget): Promise<void> {
  const giveUp = () => {
    database.close({ disableAutoOpen: true });
    events.dispatchEvent(new ReloadNeeded());
  };
  database.on('versionchange', () => {
    giveUp();
    // Ends Dexie's chain of handlers: its own would open the database again.
    return false;
  });
  database.on('close', (event: unknown) => {
    // Dexie tells of its own closings in the same way, without an event of the browser's.
    if (event instanceof Event) events.dispatchEvent(new StorageLost(event));
  });
  try {
    await database.open();
  } catch (error) {
    const newer = error instanceof Error && error.name === 'VersionError';
    throw new StorageUnavailable(newer ? 'newer' : 'unavailable', error);
  }
}
