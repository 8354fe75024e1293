import type { UserId } from '../../shared/ids.ts';
import type { Account } from '../../shared/protocol.ts';
import type { Contact } from '../contact/contact.ts';
import type { CacheDb } from './cache-db.ts';

/** Signed in: the cache is this user's from now on. What it held of another user is gone in the same transaction. */
export function beginSession(
  cache: CacheDb,
  user: { id: UserId; name: string },
  accounts: readonly Account[],
  contact: Contact,
): Promise<void> {
  return cache.transaction('rw', cache.tables, async () => {
    const before = await cache.read('session');
    if (before?.user !== user.id) await wipe(cache);
    await cache.write('session', { user: user.id, name: user.name, since: contact.at, expired: false });
    await cache.write('contact', contact);
    await cache.accounts.bulkPut([...accounts]);
  });
}

/** Signed out: nothing but the chosen language stays. `farewell` when the server does not know of it yet. */
export function endSession(cache: CacheDb, { farewell }: { farewell: boolean }): Promise<void> {
  return cache.transaction('rw', cache.tables, async () => {
    await wipe(cache);
    if (farewell) await cache.write('farewell', true);
  });
}

/** Inside a transaction over all tables of the cache: nothing but the chosen language stays. */
export async function wipe(cache: CacheDb): Promise<void> {
  const language = await cache.read('language');
  await Promise.all(cache.tables.map((table) => table.clear()));
  if (language !== null) await cache.write('language', language);
}
