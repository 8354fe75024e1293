import type { ReactiveControllerHost } from 'lit';

/** What is done from a screen, one thing at a time: whether it is under way, and what the last one failed at. */
export class Act {
  busy = false;
  /** Null where nothing failed. */
  failure: unknown = null;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** Does nothing while something is under way. `refused`: whether a failure is said elsewhere, beside its field. */
  async run(call: () => Promise<unknown>, refused: (error: unknown) => boolean = () => false): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.clear();
    try {
      await call();
    } catch (error) {
      if (!refused(error)) this.failure = error;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** What failed is no matter any more. */
  clear(): void {
    this.failure = null;
    this.#host.requestUpdate();
  }
}
