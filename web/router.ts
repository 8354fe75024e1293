import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What `history.state` carries for each entry. */
interface Place {
  scrollY: number;
}

/**
 * The address bar as the state of its host, on the History API. Plain links inside the app are followed without loading
 * the page; scroll positions come back with the history.
 */
export class Router<Route> implements ReactiveController {
  route: Route;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parsePath: (path: string) => Route;
  readonly #arrived: (scrollY: number) => void;

  /** `arrived` is called after the route has changed, with the scroll position that belongs to it. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    parsePath: (path: string) => Route,
    arrived: (scrollY: number) => void,
  ) {
    this.#host = host;
    this.#parsePath = parsePath;
    this.#arrived = arrived;
    this.route = parsePath(location.pathname);
    host.addController(this);
  }

  hostConnected(): void {
    history.scrollRestoration = 'manual';
    addEventListener('popstate', this.#onPopState);
    this.#host.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
    this.#host.removeEventListener('click', this.#onClick);
  }

  /** `replace`: the way back does not lead to where we are. */
  navigate(path: string, { replace } = { replace: false }): void {
    if (path === location.pathname) {
      scrollTo(0, 0);
      return;
    }
    if (!replace) history.replaceState({ scrollY } satisfies Place, '');
    history[replace ? 'replaceState' : 'pushState']({ scrollY: 0 } satisfies Place, '', path);
    this.#show(0);
  }

  #show(scrollY: number): void {
    this.route = this.#parsePath(location.pathname);
    this.#host.requestUpdate();
    this.#arrived(scrollY);
  }

  readonly #onPopState = ({ state }: PopStateEvent): void => {
    this.#show((state as Place | null)?.scrollY ?? 0);
  };

  readonly #onClick = (event: MouseEvent): void => {
    // Whoever wants a new tab or a download gets it.
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute('download')) return;
    const { origin, pathname, hash } = new URL(link.href, location.href);
    if (origin !== location.origin || hash !== '') return;
    event.preventDefault();
    this.navigate(pathname);
  };
}
