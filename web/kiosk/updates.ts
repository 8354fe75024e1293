import { Workbox } from 'workbox-window';
import { trustedScript } from '../trusted-script.ts';

/** How often a new version is asked for, in milliseconds. */
const checkEvery = 60 * 60_000;

/** The reset does not wait longer than this for a new version to take over, in milliseconds. */
const takeOverMs = 3_000;

/** A new version waits, and can be taken on when nobody stands there. */
export class UpdateWaits extends Event {
  static readonly type = 'update-waits';

  constructor() {
    super(UpdateWaits.type);
  }
}

/** The page's side of the service worker: a new version is taken on between two people, by the page that begins anew. */
export class KioskUpdates extends EventTarget {
  waits = false;
  #workbox: Workbox | null = null;

  /** `report` hears of failures (a browser without storage), which leave a page that works with a network alone. */
  register(report: (error: unknown) => void): void {
    if (!('serviceWorker' in navigator)) return;
    const workbox = new Workbox(trustedScript('/kiosk/kiosk-worker.js'), { scope: '/kiosk/' });
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => {
      this.waits = true;
      this.dispatchEvent(new UpdateWaits());
    });
    workbox.register().catch(report);
    const check = () => {
      if (navigator.onLine) workbox.update().catch(report);
    };
    addEventListener('online', check);
    setInterval(check, checkEvery);
  }

  /** Resolves when the next page will be the new version's, or after a short while in any case. */
  takeOn(): Promise<void> {
    const workbox = this.#workbox;
    if (!workbox || !this.waits) return Promise.resolve();
    return new Promise((resolve) => {
      workbox.addEventListener('controlling', () => resolve());
      setTimeout(resolve, takeOverMs);
      workbox.messageSkipWaiting();
    });
  }
}
