import { browserClock } from '../contact/clock.ts';
import { webLock } from '../contact/one-at-a-time.ts';
import type { SyncStorage } from '../store/sync-storage.ts';
import type { SyncStatus } from '../store/views.ts';
import type { Network, SyncPorts } from './ports.ts';

/** The ports in a browser, for the page as for the service worker. */
export function browserPorts(
  network: Network,
  storage: SyncStorage,
  publish: (change: Partial<SyncStatus>) => void,
  app: string,
): SyncPorts {
  const clock = browserClock();
  const exclusive = webLock('meterbook-sync', clock, navigator.locks);
  return { clock, network, storage, random: Math.random, exclusive, publish, report: reportError, app };
}
