import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { JobView } from './exchange-types.ts';

const firstMs = 300;
const longestMs = 5_000;
const factor = 1.6;

/**
 * Asks how far a job is, ever more seldom while nothing moves, and not at all while nobody looks at the page.
 *
 *   follow ─▶ asks ─▶ waits ─▶ asks … ─▶ over
 *               │  ▲
 *               └──┴─ hidden: sleeps until it is looked at again
 */
export class FollowJob implements ReactiveController {
  /** What is known; null: nothing yet. */
  job: JobView | null = null;
  /** Why the last answer did not come; it is asked for again. */
  error: unknown = null;
  readonly #host: ReactiveControllerHost;
  readonly #ask: (id: string) => Promise<JobView>;
  #id: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = firstMs;
  /** Which following it is: an answer to an older one is dropped. */
  #turn = 0;

  constructor(host: ReactiveControllerHost, ask: (id: string) => Promise<JobView>) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** The same again asks at once. */
  follow(id: string): void {
    if (this.#id !== id) this.job = null;
    this.#id = id;
    this.#delay = firstMs;
    void this.#look();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (this.#id !== null) void this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#turn++;
    clearTimeout(this.#timer);
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) clearTimeout(this.#timer);
    else if (this.#id !== null && this.job?.endedAt == null) {
      this.#delay = firstMs;
      void this.#look();
    }
  };

  async #look(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const before = this.job;
    try {
      const job = await this.#ask(id);
      if (turn !== this.#turn) return;
      this.job = job;
      this.error = null;
      if (job.done !== before?.done || job.state !== before.state) this.#delay = firstMs;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error;
    }
    this.#host.requestUpdate();
    if (this.job?.endedAt != null || document.hidden) return;
    this.#timer = setTimeout(() => void this.#look(), this.#delay);
    this.#delay = Math.min(longestMs, this.#delay * factor);
  }
}
