import type { SyncStorage } from '../store/sync-storage.ts';
import type { SyncStatus } from '../store/views.ts';
import type { Clock, Exclusive, Network, SyncPorts } from './ports.ts';

/** The ports in a browser, for the page as for the service worker. */
export function browserPorts(
  network: Network,
  storage: SyncStorage,
  publish: (change: Partial<SyncStatus>) => void,
  app: string,
): SyncPorts {
  const clock = browserClock();
  const exclusive = webLock(clock, navigator.locks);
  return { clock, network, storage, random: Math.random, exclusive, publish, report: reportError, app };
}

export function browserClock(): Clock {
  return {
    now: Date.now,
    setTimer(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** How long to wait for another tab's cycle. */
const lockPatience = 60_000;

/**
 * One tab at a time. The browser frees the lock of a tab that crashed; it is never stolen. A tab that was frozen while
 * holding it must not stop the others for good (I8), so after a minute the work goes on without: two cycles at once are
 * wasteful and harmless, because the server's constraints and the storage's transactions are the real guard.
 */
export function webLock(clock: Clock, locks: LockManager | undefined): Exclusive {
  return async (work) => {
    if (!locks) return work();
    const waiting = new AbortController();
    const cancel = clock.setTimer(lockPatience, () => waiting.abort());
    let begun = false;
    try {
      return await locks.request('meterbook-sync', { signal: waiting.signal }, () => {
        begun = true;
        cancel();
        return work();
      });
    } catch (error) {
      if (begun || !waiting.signal.aborted) throw error;
      return work();
    } finally {
      cancel();
    }
  };
}
