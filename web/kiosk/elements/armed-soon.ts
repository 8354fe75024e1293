import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The second tap of somebody who taps twice has come by then, in milliseconds. */
const secondTapMs = 600;

/**
 * What cannot be taken back waits for a tap of its own: people tap twice, and the second tap must not fall on what has just come
 * to lie under their finger. Keys, and whoever does without a pointer, have no second tap: they are taken at once.
 *
 *     shown → unarmed ──(no tap for a moment)──→ armed
 *                └──(a tap: dropped)──→ unarmed anew
 */
export class ArmedSoon implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** It looks as if it could be pressed. */
  armed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Whether this press is meant for what is on the screen now. `detail`: the taps it is the last of; none for a key. */
  takes({ detail }: Pick<MouseEvent, 'detail'>): boolean {
    if (this.armed || detail === 0) return true;
    this.#wait();
    return false;
  }

  /** Something else has come to lie under the finger, or has to be read before. */
  again(): void {
    this.#wait();
    this.#host.requestUpdate();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.armed = false;
    this.#timer = setTimeout(() => {
      this.armed = true;
      this.#host.requestUpdate();
    }, secondTapMs);
  }
}
