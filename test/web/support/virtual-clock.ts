import type { Clock } from '../../../web/contact/clock.ts';

/** Lets everything that is ready to run do so: one turn of the event loop, no time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** A clock that stands still until it is told to go on. */
export class VirtualClock implements Clock {
  #now: number;
  #elapsed = 0;
  readonly #timers = new Set<{ due: number; call: () => void }>();

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** How long until the next timer fires; null when there is none. */
  get next(): number | null {
    const dues = [...this.#timers].map(({ due }) => due - this.#elapsed);
    return dues.length === 0 ? null : Math.min(...dues);
  }

  setTimer(milliseconds: number, call: () => void): () => void {
    const timer = { due: this.#elapsed + milliseconds, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** The wall clock jumps; timers do not notice. */
  jump(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Time passes: timers fire in their order, and what they start runs before the next. */
  async advance(milliseconds: number): Promise<void> {
    await turn();
    const end = this.#elapsed + milliseconds;
    for (;;) {
      const [timer] = [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
      if (!timer) break;
      this.#pass(timer.due);
      this.#timers.delete(timer);
      timer.call();
      await turn();
    }
    this.#pass(end);
  }

  #pass(until: number): void {
    this.#now += until - this.#elapsed;
    this.#elapsed = until;
  }
}
