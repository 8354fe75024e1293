import { cacheNames } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { StaleWhileRevalidate } from 'workbox-strategies';
import { syncTag } from '../sync/sync-tag.ts';
import { routeAssets } from './asset-routes.ts';

/**
 * Built as one classic script: module workers are too young in some browsers that residents use.
 *
 * It answers GET for the app shell (precached, all of one version) and for the company's profile, and nothing else:
 * `/trpc`, health checks and files of residents are never touched. A new version waits (no `skipWaiting` at module
 * scope) until the page sends SKIP_WAITING with the resident's consent.
 */
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Background Sync; it stands in no standard library of types. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** The number goes up when what is kept in it changes its shape. */
const companyCache = 'meterbook-company-v1';
const company = ['/company.json', '/manifest.webmanifest'];

// Browsers without Temporal need its polyfill offline as well; the others never load it.
const needed = (entry: PrecacheEntry | string): boolean =>
  !('Temporal' in self) || !(typeof entry === 'string' ? entry : entry.url).includes('temporal-polyfill');
precacheAndRoute(self.__WB_MANIFEST.filter(needed));
cleanupOutdatedCaches();

// Every path of the app is index.html. What is listed has pages or files of its own, or must reach the server.
const notOurs = /^\/(trpc|healthz|readyz|metrics|office|kiosk|assets|files|documents|mailbox)(\/|$)|\.[a-z0-9]+$/i;
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [notOurs] }));

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && company.includes(url.pathname),
  new StaleWhileRevalidate({ cacheName: companyCache }),
);

self.addEventListener('install', (event) => {
  routeAssets(event, cacheNames.precache, reportError);
  // The page that registers this worker has fetched the profile before the worker could see it.
  event.waitUntil(caches.open(companyCache).then((cache) => cache.addAll(company)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCompanyCaches());
});

self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  // Imported when needed: the worker begins at every start of the app, and most of them send nothing from here.
  if (tag === syncTag) (event as SyncEvent).waitUntil(import('./sync-once.ts').then(({ syncOnce }) => syncOnce()));
});

async function dropOldCompanyCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('meterbook-company-') && name !== companyCache);
  await Promise.all(old.map((name) => caches.delete(name)));
}
