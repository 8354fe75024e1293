import { setCacheNameDetails } from 'workbox-core';
import { createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { StaleWhileRevalidate } from 'workbox-strategies';

/**
 * The kiosk's, for `/kiosk/` alone. It keeps the app, all of one version, and the company's profile; it holds nothing of anybody
 * who stands there, and never touches what they send. A new version waits until the page sends SKIP_WAITING, between two
 * people. One classic script, like the residents'.
 */
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** The number goes up when what is kept in it changes its shape. Not the residents' cache: either cleans up after itself. */
const companyCache = 'meterbook-kiosk-company-v1';
const company = ['/company.json', '/kiosk/manifest.webmanifest', '/favicon.svg'];

// By its own name the residents' worker, whose scope is around this one, would take it for an old cache of theirs.
setCacheNameDetails({ prefix: 'meterbook-kiosk', precache: 'app' });
precacheAndRoute(self.__WB_MANIFEST);

// The kiosk has one address; what is listed must reach the server.
const notOurs = /^\/kiosk\/(trpc|enrol|hello|assets)(\/|$)|\.[a-z0-9]+$/i;
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [notOurs] }));

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && company.includes(url.pathname),
  new StaleWhileRevalidate({ cacheName: companyCache }),
);

self.addEventListener('install', (event) => {
  // The page that registers this worker has fetched the profile before the worker could see it.
  event.waitUntil(caches.open(companyCache).then((cache) => cache.addAll(company)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldCaches(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});

async function dropOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('meterbook-kiosk-company-') && name !== companyCache);
  await Promise.all(old.map((name) => caches.delete(name)));
}
