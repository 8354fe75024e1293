import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountId } from '../../shared/ids.ts';
import type { AppContext } from './app-context.ts';

/** A view of the shown account, live: repaints its host whenever it changes, and ends with the host. */
export abstract class LiveView<View> implements ReactiveController {
  /** Undefined until the device has been read; null while it holds nothing of the account. */
  view: View | null | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #app: () => AppContext;
  /** Undefined while nothing is watched; null where there is no account to watch. */
  #watched: AccountId | null | undefined;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, app: () => AppContext) {
    this.#host = host;
    this.#app = app;
    host.addController(this);
  }

  /** What of the store is followed; answers how to stop. */
  protected abstract follow(
    store: AppContext['store'],
    account: AccountId,
    listener: (view: View | null) => void,
  ): () => void;

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { account, store } = this.#app();
    const wanted = account?.id ?? null;
    if (this.#watched === wanted) return;
    this.hostDisconnected();
    this.#watched = wanted;
    this.view = wanted === null ? null : undefined;
    if (wanted === null) return;
    this.#stop = this.follow(store, wanted, (view) => {
      this.view = view;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    this.#watched = undefined;
  }
}
