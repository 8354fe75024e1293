import type { Clock } from './clock.ts';

interface Work<End> {
  /** One round; it does not throw. */
  round: () => Promise<End>;
  /** After the last of them: says when the next one begins, in milliseconds (null: when somebody wakes it). */
  rest: (end: End, pause: (delay: number | null) => void) => void | Promise<void>;
}

/**
 * Rounds of work: one at a time, at once when something happens, after a pause otherwise. What happens while one is at work is
 * seen by one more.
 */
export class Rounds<End> {
  readonly #clock: Pick<Clock, 'setTimer'>;
  readonly #does: Work<End>;
  #running = false;
  /** The round at work, with whatever follows it without a pause. */
  #work: Promise<void> | null = null;
  #again = false;
  #cancelTimer: (() => void) | null = null;

  constructor(clock: Pick<Clock, 'setTimer'>, does: Work<End>) {
    this.#clock = clock;
    this.#does = does;
  }

  get running(): boolean {
    return this.#running;
  }

  start(): void {
    this.#running = true;
  }

  /** After the round at work, if there is one, nothing more happens. */
  stop(): void {
    this.#running = false;
    this.#again = false;
    this.#setTimer(null);
  }

  /** Begins a round at once; `again`: one more, where one is at work. */
  wake({ again = true }: { again?: boolean } = {}): void {
    if (!this.#running) return;
    if (this.#work === null) this.#begin();
    else if (again) this.#again = true;
  }

  /** Resolves when it rests, whatever came of it. */
  async rest(): Promise<void> {
    while (this.#work !== null) await this.#work;
  }

  #begin(): void {
    this.#setTimer(null);
    this.#work = this.#run().finally(() => {
      this.#work = null;
      // Something happened between the last look at `again` and now.
      if (this.#again && this.#running) this.#begin();
    });
  }

  async #run(): Promise<void> {
    let end: End;
    do {
      this.#again = false;
      end = await this.#does.round();
    } while (this.#again && this.#running);
    await this.#does.rest(end, (delay) => {
      if (this.#running) this.#setTimer(delay);
    });
  }

  #setTimer(delay: number | null): void {
    this.#cancelTimer?.();
    this.#cancelTimer =
      delay === null
        ? null
        : this.#clock.setTimer(delay, () => {
            this.#cancelTimer = null;
            if (this.#running && this.#work === null) this.#begin();
          });
  }
}
