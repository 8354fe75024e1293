/**
 * How much of a slice may go into building, in milliseconds: what was built is laid out and painted after it, and both
 * together must not hold up a phone for longer than fifty.
 */
const buildMs = 4;

/**
 * Many steps of building without holding up the page: the first ones at once, for what is seen first, the others in idle
 * slices. Whoever needs all of it now, to print it, calls `finish`.
 */
export class Slices {
  #steps = 0;
  #next = 0;
  #step: (at: number) => void = () => {};
  #cancel = () => {};
  #onDone = () => {};

  /** Drops what is left of the steps before. `onDone` is called after the last step, maybe within this call. */
  start(
    steps: number,
    { step, atOnce, onDone }: { step: (at: number) => void; atOnce: number; onDone: () => void },
  ): void {
    this.stop();
    this.#steps = steps;
    this.#next = 0;
    this.#step = step;
    this.#onDone = onDone;
    this.#run((done) => done < atOnce);
  }

  /** All that is left, at once. */
  finish(): void {
    if (this.#next < this.#steps) this.#run(() => true);
  }

  /** Nothing more is built. */
  stop(): void {
    this.#cancel();
    this.#steps = 0;
  }

  #run(goOn: (done: number) => boolean): void {
    this.#cancel();
    for (let done = 0; this.#next < this.#steps && goOn(done); done++) this.#step(this.#next++);
    if (this.#next >= this.#steps) this.#onDone();
    else this.#later();
  }

  #later(): void {
    const slice = (): void => {
      const began = performance.now();
      this.#run((done) => done === 0 || performance.now() - began < buildMs);
    };
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis) {
      const id = requestIdleCallback(slice, { timeout: 300 });
      this.#cancel = () => cancelIdleCallback(id);
    } else {
      const id = setTimeout(slice, 30);
      this.#cancel = () => clearTimeout(id);
    }
  }
}
