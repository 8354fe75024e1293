import type { Clock } from './clock.ts';

export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/** How long to wait for another tab's cycle. */
const lockPatience = 60_000;

/**
 * One tab at a time. The browser frees the lock of a tab that crashed; it is never stolen. A tab that was frozen while
 * holding it must not stop the others for good (I8), so after a minute the work goes on without: two cycles at once are
 * wasteful and harmless, because the server's constraints and the storage's transactions are the real guard.
 *
 * A page that is left leaves the queue, and lets go of the lock if it has it: in the back-forward cache it would keep
 * everybody waiting. When it is shown again it asks again, or goes on where it was.
 */
export function webLock(name: string, clock: Clock, locks: LockManager | undefined): Exclusive {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (!locks) return work();
    for (;;) {
      const waiting = new AbortController();
      const cancel = clock.setTimer(lockPatience, () => waiting.abort('impatient'));
      let leave = () => {};
      const left = new Promise<void>((resolve) => {
        leave = () => {
          waiting.abort('left');
          resolve();
        };
      });
      addEventListener('pagehide', leave);
      let working: Promise<T> | null = null;
      try {
        await locks.request(name, { signal: waiting.signal }, () => {
          cancel();
          working = work();
          return Promise.race([working, left]);
        });
      } catch (error) {
        if (working === null && !waiting.signal.aborted) throw error;
        if (working === null && waiting.signal.reason === 'impatient') return work();
      } finally {
        cancel();
        removeEventListener('pagehide', leave);
      }
      if (working !== null) return working;
      await new Promise((resolve) => addEventListener('pageshow', resolve, { once: true }));
    }
  };
}
