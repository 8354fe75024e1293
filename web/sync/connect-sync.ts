import type { Store } from '../store/store.ts';
import { OperationSaved } from '../store/store-events.ts';
import { SyncLoop } from './loop.ts';
import type { SyncPorts } from './ports.ts';
import { syncTag } from './sync-tag.ts';

/** The loop, not yet started, and whatever wakes it in a page. iOS has no `sync` event, so the page's own events have to do. */
export function connectSync(ports: SyncPorts, { events }: Pick<Store, 'events'>): SyncLoop {
  const loop = new SyncLoop(ports);
  const visible = () => {
    if (document.visibilityState === 'visible') loop.wake('visible');
  };
  addEventListener('online', () => loop.wake('online'));
  addEventListener('focus', visible);
  addEventListener('pageshow', visible);
  document.addEventListener('visibilitychange', visible);
  events.addEventListener(OperationSaved.type, () => {
    loop.wake('saved');
    registerSync().catch(ports.report);
  });
  return loop;
}

/** `SyncManager` stands in no standard library of types; only Chromium has it. */
interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

async function registerSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration: SyncRegistration | undefined = await navigator.serviceWorker.getRegistration();
  if (!registration?.active || !registration.sync) return;
  const permission = await navigator.permissions.query({ name: 'background-sync' as PermissionName });
  // Where it is denied the page's own triggers remain; nothing is wrong.
  if (permission.state === 'granted') await registration.sync.register(syncTag);
}
