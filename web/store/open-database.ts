import type { Dexie } from 'dexie';
import { StorageUnavailable } from './storage-error.ts';
import { ReloadNeeded, StorageLost } from './store-events.ts';

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
  if (await isNewer(database)) throw new StorageUnavailable('newer');
  try {
    await database.open();
  } catch (error) {
    throw new StorageUnavailable('unavailable', error);
  }
  if (isVersionNewer(database, database.backendDB().version)) {
    database.close({ disableAutoOpen: true });
    throw new StorageUnavailable('newer');
  }
}

/**
 * Dexie would open a database that newer code has upgraded, and even put back what that code took out of it. Browsers
 * from before 2024 cannot tell beforehand; there the look after opening has to do.
 */
async function isNewer(database: Dexie): Promise<boolean> {
  const factory: Partial<IDBFactory> | undefined = globalThis.indexedDB;
  const known = (await factory?.databases?.()) ?? [];
  return isVersionNewer(database, known.find(({ name }) => name === database.name)?.version ?? 0);
}

/** Ten of IndexedDB's versions are one of Dexie's. */
const isVersionNewer = ({ verno }: Dexie, version: number): boolean => version >= (verno + 1) * 10;
