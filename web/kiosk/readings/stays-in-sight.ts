import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { outFromBehind } from './out-from-behind.ts';

/**
 * Keeps what is typed into in sight (`outFromBehind`) where the screen changes around it: with larger letters, with the keys, with
 * what is said to be wrong. Whoever asks for larger letters leaves the field for it, and finds it again.
 */
export class StaysInSight implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sizes = new ResizeObserver(() => this.#bring());
  readonly #ease = new MutationObserver(() => this.#bring());
  /** From the field that had the focus last, outwards. */
  #last: readonly EventTarget[] = [];
  #hand: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusout', this.#onLeft);
    addEventListener('resize', this.#bring);
    this.#ease.observe(document.documentElement, { attributes: true, attributeFilter: ['large', 'contrast'] });
    this.#sizes.observe(this.#host);
  }

  hostUpdated(): void {
    const hand = this.#host.shadowRoot?.querySelector<HTMLElement>('.hand') ?? null;
    if (hand === this.#hand) return;
    if (this.#hand) this.#sizes.unobserve(this.#hand);
    this.#hand = hand;
    if (hand) this.#sizes.observe(hand);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusout', this.#onLeft);
    removeEventListener('resize', this.#bring);
    this.#ease.disconnect();
    this.#sizes.disconnect();
    this.#hand = null;
    this.#last = [];
  }

  /** Of what lies in parts of the screen only the way out of them is heard here. */
  readonly #onLeft = (event: FocusEvent): void => {
    const path = event.composedPath();
    if (path[0] instanceof HTMLInputElement) this.#last = path;
  };

  readonly #bring = (): void => {
    const focused = pathIn(this.#host);
    outFromBehind(focused.length > 0 ? focused : this.#last, this.#hand);
  };
}

/** From what has the focus in it outwards; nothing where that is elsewhere, or a button. */
function pathIn(host: HTMLElement): Element[] {
  let focused = host.shadowRoot?.activeElement ?? null;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused === null || focused instanceof HTMLButtonElement) return [];
  const path: Element[] = [];
  for (
    let node: Node | null = focused;
    node && node !== host;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    if (node instanceof Element) path.push(node);
  }
  return path;
}
