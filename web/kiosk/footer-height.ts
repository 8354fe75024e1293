import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells the screens, as `--footer`, how high the frame's lower edge is: what sticks to the window's must stay above it. */
export class FooterHeight implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer: ResizeObserver;
  #footer: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      const [box] = entry?.borderBoxSize ?? [];
      if (box) host.style.setProperty('--footer', `${box.blockSize}px`);
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const footer = this.#host.shadowRoot?.querySelector('footer') ?? null;
    if (footer === this.#footer) return;
    this.#observer.disconnect();
    this.#footer = footer;
    if (footer) this.#observer.observe(footer);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#footer = null;
  }
}
