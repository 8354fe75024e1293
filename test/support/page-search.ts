import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Browsing } from './chromium-profile.ts';

/** Everything that the page's origin has stored, and what the page says of itself, as one text. */
export async function storedBy({ context }: Pick<Browsing, 'context'>, page: Page): Promise<string> {
  const cookies = await context.cookies();
  return `${await page.evaluate(storedHere)}\n${JSON.stringify(cookies.map((cookie) => cookie.name))}`;
}

/** Those of the words that stand in any string of the page's heap, after garbage was collected. */
export async function inHeapOf(
  { context }: Pick<Browsing, 'context'>,
  page: Page,
  words: readonly string[],
): Promise<string[]> {
  const session = await context.newCDPSession(page);
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { strings } = JSON.parse(parts.join('')) as { strings: string[] };
  assert.ok(strings.length > 1000);
  return words.filter((word) => strings.some((text) => text.includes(word)));
}

/** In the page: every record, every kept answer, both storages, and its own address and title. */
async function storedHere(): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const found: unknown[] = [location.href, document.title, history.state, { ...localStorage }, { ...sessionStorage }];
  for (const { name: database = '' } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(database));
    for (const store of db.objectStoreNames) {
      const objects = db.transaction(store).objectStore(store);
      found.push(await done(objects.getAllKeys()), await done(objects.getAll()));
    }
    db.close();
  }
  for (const cache of await caches.keys()) {
    const kept = await caches.open(cache);
    for (const request of await kept.keys()) {
      found.push(request.url, await (await kept.match(request))?.text());
    }
  }
  return JSON.stringify(found);
}
