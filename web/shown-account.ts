import type { AccountId } from '../shared/ids.ts';
import type { AccountView } from './store/views.ts';

type Listener = (view: AccountView | null) => void;
type Watch = (account: AccountId, listener: Listener) => () => void;

/**
 * One watch over the account that is shown, from before the first screen and from screen to screen, so that each paints
 * at once with what is known already. Another account's begins when it is asked for, and ends this one.
 */
export class ShownAccount {
  readonly #watch: Watch;
  readonly #listeners = new Set<Listener>();
  #account: AccountId | null = null;
  /** Undefined until the device has been read. */
  #view: AccountView | null | undefined;
  #stop: (() => void) | null = null;
  #read: Promise<void> = Promise.resolve();

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** Begins to watch; null ends it. */
  show(account: AccountId | null): void {
    if (account === this.#account) return;
    this.#stop?.();
    this.#stop = null;
    this.#account = account;
    this.#view = undefined;
    this.#listeners.clear();
    if (account === null) return;
    this.#read = new Promise((resolve) => {
      this.#stop = this.#watch(account, (view) => {
        this.#view = view;
        for (const listener of this.#listeners) listener(view);
        resolve();
      });
    });
  }

  /** Resolves when the device has been read for the shown account, or at once where there is none. */
  get read(): Promise<void> {
    return this.#read;
  }

  /** Tells the listener the view, at once if it is known; answers how to stop. */
  listen(account: AccountId, listener: Listener): () => void {
    this.show(account);
    this.#listeners.add(listener);
    if (this.#view !== undefined) listener(this.#view);
    return () => this.#listeners.delete(listener);
  }
}
