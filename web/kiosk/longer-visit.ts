import { toEpochMs, toInstant } from '../../shared/instant.ts';
import { type KioskVisit, visitMinutes } from '../../shared/kiosk-answers.ts';
import { problemOf } from './api.ts';
import type { KioskContext } from './kiosk-context.ts';

/** A visit that is younger needs no longer one, in milliseconds. */
const youngFor = 60_000;

interface Ports {
  kiosk: () => Pick<KioskContext, 'api' | 'online' | 'now'>;
  /** Of whoever stands there; null where there is none. */
  visit: () => KioskVisit | null;
  /** There is a later one, or the server has ended it: then it lasts until now. */
  later: (visit: KioskVisit) => void;
}

/**
 * The visit of whoever stands there, by a proof or a sign-in, lasts five minutes, which is not as long as somebody may take who
 * reads slowly. So every sign of them makes it longer, once a minute, up to `longestVisitMinutes`.
 *
 *     lasts ──until──▶ over
 *       ▲ └─sign─▶ stay
 *       └────────────┘
 */
export class LongerVisit {
  readonly #ports: Ports;
  #asking = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Somebody is there. */
  async sign(): Promise<void> {
    const { kiosk, visit: current, later } = this.#ports;
    const visit = current();
    if (visit === null || this.#asking) return;
    const { api, online, now } = kiosk();
    const left = toEpochMs(visit.until) - now();
    if (online === false || left <= 0 || left > visitMinutes * 60_000 - youngFor) return;
    this.#asking = true;
    try {
      const next = await api.stay.mutate({ visit: visit.token });
      // Another one stands there by now, or nobody.
      if (current() === visit) later(next);
    } catch (error) {
      // Whatever else went wrong, the visit lasts as long as it did before, and the next sign asks again.
      const isOver = problemOf(error)?.code === 'signed_out';
      if (isOver && current() === visit) later({ ...visit, until: toInstant(now()) });
    } finally {
      this.#asking = false;
    }
  }
}
