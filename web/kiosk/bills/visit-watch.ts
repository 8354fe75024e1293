import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { KioskVisit } from '../../../shared/kiosk-answers.ts';
import { problemOf } from '../api.ts';
import type { KioskContext } from '../kiosk-context.ts';

/** How long an answer is waited for, in milliseconds; who answers later is asked anew. */
const patience = 4000;

interface Ports {
  kiosk: () => Pick<KioskContext, 'api'>;
  visit: () => KioskVisit | null;
  /** The server has ended it. */
  over: () => void;
  /** Between two questions, in milliseconds. */
  every: () => number;
}

/**
 * Asks every few seconds, counted from one question to the next, whether what is shown may still be, and at once when the screen is
 * seen again: whoever it is of can end it from elsewhere, by the phone with which it began, by another password, or by signing out
 * everywhere. Nobody's visit becomes longer by it.
 */
export class VisitWatch implements ReactiveController {
  readonly #ports: Ports;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, ports: Ports) {
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onSeen);
    this.#wait(this.#ports.every());
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onSeen);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Timers stand still, or nearly so, while nobody sees the screen. */
  readonly #onSeen = (): void => {
    if (document.visibilityState === 'visible') this.#wait(0);
  };

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), milliseconds);
  }

  async #ask(): Promise<void> {
    const { kiosk, visit: current, over, every } = this.#ports;
    const visit = current();
    const timer = this.#timer;
    const began = performance.now();
    if (visit === null) return;
    try {
      await kiosk().api.holds.query({ visit: visit.token }, { signal: AbortSignal.timeout(patience) });
    } catch (error) {
      // Whatever else went wrong, the visit lasts as long as it says, and it is asked again.
      const isOver = problemOf(error)?.code === 'signed_out';
      if (isOver && timer === this.#timer) return over();
    }
    // The screen went meanwhile.
    if (timer === this.#timer) this.#wait(Math.max(0, every() - (performance.now() - began)));
  }
}
