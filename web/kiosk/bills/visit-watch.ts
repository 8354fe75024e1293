import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { KioskVisit } from '../../../shared/kiosk-answers.ts';
import { problemOf } from '../api.ts';
import type { KioskContext } from '../kiosk-context.ts';

/** How long an answer is waited for, in milliseconds. */
const patience = 10_000;

interface Ports {
  kiosk: () => Pick<KioskContext, 'api'>;
  visit: () => KioskVisit | null;
  /** The server has ended it. */
  over: () => void;
  /** Between two questions, in milliseconds. */
  every: () => number;
}

/**
 * Asks every few seconds whether what is shown may still be: whoever it is of can end it from elsewhere, by the phone with which it
 * began, by another password, or by signing out everywhere. Nobody's visit becomes longer by it.
 */
export class VisitWatch implements ReactiveController {
  readonly #ports: Ports;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, ports: Ports) {
    this.#ports = ports;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => void this.#ask(), this.#ports.every());
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #ask(): Promise<void> {
    const { kiosk, visit: current, over } = this.#ports;
    const visit = current();
    const timer = this.#timer;
    if (visit === null) return;
    try {
      await kiosk().api.holds.query({ visit: visit.token }, { signal: AbortSignal.timeout(patience) });
    } catch (error) {
      // Whatever else went wrong, the visit lasts as long as it says, and it is asked again.
      const isOver = problemOf(error)?.code === 'signed_out';
      if (isOver && timer === this.#timer) return over();
    }
    // The screen went meanwhile.
    if (timer === this.#timer) this.hostConnected();
  }
}
