import type { SyncStatus } from './views.ts';

export class SyncStatusChanged extends Event {
  static readonly type = 'sync-status-changed';
  readonly status: SyncStatus;

  constructor(status: SyncStatus) {
    super(SyncStatusChanged.type);
    this.status = status;
  }
}

/** How sending stands, for everybody who shows it. The sync writes it; screens never import the sync. */
export class SyncStatusBoard extends EventTarget {
  #status: SyncStatus = {
    state: 'idle',
    queued: 0,
    messages: 0,
    lastContactAt: null,
    nextAttemptAt: null,
    progress: null,
    pulled: false,
    silence: null,
  };

  get status(): SyncStatus {
    return this.#status;
  }

  publish(change: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.dispatchEvent(new SyncStatusChanged(this.#status));
  }
}
