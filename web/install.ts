/** How this page can become an app on the home screen: not (it is one already, or nobody says how), by a prompt, by hand. */
export type InstallWay = 'none' | 'prompt' | 'ios';

/** Chromium's own event; it stands in no standard library of types. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

export class InstallWayChanged extends Event {
  static readonly type = 'install-way-changed';

  constructor() {
    super(InstallWayChanged.type);
  }
}

/** Keeps the browser's offer to install until the resident asks for it. Made early: the browser offers once. */
export class Install extends EventTarget {
  #offer: BeforeInstallPromptEvent | null = null;
  readonly #byHand: boolean;

  constructor(view: Window = window) {
    super();
    const standalone = view.matchMedia('(display-mode: standalone)').matches;
    const { userAgent, maxTouchPoints } = view.navigator;
    // iPads call themselves Macintosh; no Mac has a touch screen.
    const apple = /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
    this.#byHand = apple && !standalone;
    view.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#keep(event as BeforeInstallPromptEvent);
    });
    view.addEventListener('appinstalled', () => this.#keep(null));
  }

  get way(): InstallWay {
    return this.#offer ? 'prompt' : this.#byHand ? 'ios' : 'none';
  }

  async prompt(): Promise<void> {
    const offer = this.#offer;
    // An offer can be used once.
    this.#keep(null);
    await offer?.prompt();
  }

  #keep(offer: BeforeInstallPromptEvent | null): void {
    this.#offer = offer;
    this.dispatchEvent(new InstallWayChanged());
  }
}
