import { Workbox } from 'workbox-window';
import { trustedScript } from '../trusted-script.ts';

export type UpdateState = 'none' | 'ready' | 'reload-needed';

export class UpdateStateChanged extends Event {
  static readonly type = 'update-state-changed';

  constructor() {
    super(UpdateStateChanged.type);
  }
}

/** How often a page that stays open asks for a new version, in milliseconds. */
const checkEvery = 60 * 60_000;

/**
 * The page's side of the service worker. A new version waits until the resident agrees; then this page reloads, once.
 * Another page of the same device, whose assets have been replaced by that, is told `reload-needed` and reloads only
 * with the resident's consent as well: a form may be open there.
 */
export class AppUpdates extends EventTarget {
  #workbox: Workbox | null = null;
  #state: UpdateState = 'none';
  #waiting = false;
  #consented = false;

  get state(): UpdateState {
    return this.#state;
  }

  /** Registers the worker; `report` hears of failures (a browser without storage), which leave a page that works online. */
  register(report: (error: unknown) => void, script = '/service-worker.js'): void {
    // A lazy part of this version is gone from the server and from the cache: only a reload brings a whole version.
    addEventListener('vite:preloadError', () => {
      if (navigator.onLine) this.needReload();
    });
    if (!('serviceWorker' in navigator)) return;
    const workbox = new Workbox(trustedScript(script));
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => {
      this.#waiting = true;
      if (this.#state === 'none') this.#become('ready');
    });
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (this.#consented) this.#reload();
      else if (isUpdate) this.needReload();
    });
    workbox.register().catch(report);
    const check = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) workbox.update().catch(report);
    };
    document.addEventListener('visibilitychange', check);
    setInterval(check, checkEvery);
  }

  /** This page cannot go on for long: what it was made of has been replaced. */
  needReload(): void {
    this.#become('reload-needed');
  }

  /** The resident agrees. The draft is on the disk with every keystroke, so nothing typed is lost. */
  consent(): void {
    if (this.#consented) return;
    this.#consented = true;
    if (this.#workbox && this.#waiting) this.#workbox.messageSkipWaiting();
    else this.#reload();
  }

  #reload(): void {
    location.reload();
  }

  #become(state: UpdateState): void {
    this.#state = state;
    this.dispatchEvent(new UpdateStateChanged());
  }
}
