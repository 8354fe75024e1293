import { openDatabase } from '../storage/open-database.ts';
import { CacheDb } from '../store/cache-db.ts';
import { DexieSyncStorage } from '../store/dexie-sync-storage.ts';
import { OutboxDb } from '../store/outbox-db.ts';
import { openApi } from '../sync/api.ts';
import { browserPorts } from '../sync/browser-ports.ts';
import { runCycle } from '../sync/cycle.ts';
import { appVersion } from '../version.ts';

/**
 * The same cycle as in the page, once. The databases are open only meanwhile, so that this worker never stands in the way
 * of a newer version. Rejects when something is left to send: the browser then wakes us again, with a back-off of its own.
 */
export async function syncOnce(): Promise<void> {
  const outbox = new OutboxDb();
  const cache = new CacheDb();
  const events = new EventTarget();
  try {
    await openDatabase(outbox, events);
    await openDatabase(cache, events);
    const ports = browserPorts(openApi(), new DexieSyncStorage(outbox, cache), () => {}, appVersion);
    const end = await ports.exclusive(() => runCycle(ports));
    if (end === 'again' || typeof end === 'object') throw new Error('not everything could be sent');
  } finally {
    outbox.close();
    cache.close();
  }
}
