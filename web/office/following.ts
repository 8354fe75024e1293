import type { ReactiveController, ReactiveControllerHost } from 'lit';

const firstMs = 300;
const longestMs = 5_000;
const factor = 1.6;

interface Followed<T> {
  ask: () => Promise<T>;
  /** There is nothing left to wait for. */
  isOver: (value: T) => boolean;
  /** What changes while work goes on: as long as it stays the same, the next question takes longer. */
  standing: (value: T) => string;
}

/**
 * Asks how work stands, ever more seldom while nothing moves, and not at all while nobody looks at the page.
 *
 *   start ─▶ asks ─▶ waits ─▶ asks … ─▶ over
 *              │  ▲
 *              └──┴─ hidden: sleeps until it is looked at again
 */
export class Following<T> implements ReactiveController {
  /** What is known; null: nothing yet. */
  value: T | null = null;
  /** Why the last answer did not come; it is asked for again. */
  error: unknown = null;
  readonly #host: ReactiveControllerHost;
  readonly #about: Followed<T>;
  #isStarted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = firstMs;
  /** Which question it is: an answer to an older one is dropped. */
  #turn = 0;

  constructor(host: ReactiveControllerHost, about: Followed<T>) {
    this.#host = host;
    this.#about = about;
    host.addController(this);
  }

  /** It is about something else now: what was known is forgotten. */
  start(): void {
    this.value = null;
    this.error = null;
    this.#isStarted = true;
    this.lookNow();
  }

  /** Something was done about it: asks at once. */
  lookNow(): void {
    this.#delay = firstMs;
    void this.#look();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (this.#isStarted) void this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#turn++;
    clearTimeout(this.#timer);
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) clearTimeout(this.#timer);
    else if (this.#isStarted && !this.#isOver) this.lookNow();
  };

  get #isOver(): boolean {
    return this.value !== null && this.#about.isOver(this.value);
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const { ask, standing } = this.#about;
    const before = this.value;
    try {
      const value = await ask();
      if (turn !== this.#turn) return;
      this.value = value;
      this.error = null;
      if (before === null || standing(before) !== standing(value)) this.#delay = firstMs;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error;
    }
    this.#host.requestUpdate();
    if (this.#isOver || document.hidden) return;
    this.#timer = setTimeout(() => void this.#look(), this.#delay);
    this.#delay = Math.min(longestMs, this.#delay * factor);
  }
}
