import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Instant } from '../../shared/instant.ts';
import { toEpochMs } from '../../shared/instant.ts';
import type { KioskPairing } from '../../shared/kiosk-answers.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from './api.ts';
import type { KioskContext } from './kiosk-context.ts';
import type { PhoneFound } from './session.ts';

/** silent: nobody answers. declined: the phone has chosen another number, or none. refused: the server gives no code. */
export type PairingState =
  | { kind: 'off' | 'asking' | 'silent' | 'over' | 'declined' }
  | { kind: 'shown'; pairing: KioskPairing }
  | { kind: 'met'; pairing: KioskPairing; number: string; until: Instant }
  | { kind: 'refused'; problem: Problem };

/** How long an answer is waited for, in milliseconds. */
const patience = 10_000;

interface Ports {
  kiosk: () => Pick<KioskContext, 'api' | 'now'>;
  /** A phone has opened the code: somebody is there. */
  met: () => void;
  found: (found: PhoneFound) => void;
  /** Between two questions, in milliseconds. */
  every: () => number;
}

/**
 * A code that a phone scans, and what becomes of it. As long as it is shown, or its number, the server is asked. What comes of one
 * that is shown no more concerns nobody here.
 *
 *     off ──begin──▶ asking ──▶ shown ──▶ met ──▶ (found), off
 *      ▲               │ ▲        │        ├──▶ declined
 *     end              │ └─begin──┴────────┴──▶ over
 *                      └──▶ silent │ refused
 */
export class Pairing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ports: Ports;
  #state: PairingState = { kind: 'off' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, ports: Ports) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  get state(): PairingState {
    return this.#state;
  }

  hostConnected(): void {
    void this.begin();
  }

  hostDisconnected(): void {
    this.end();
  }

  /** Another code, whatever was before. */
  async begin(): Promise<void> {
    const asking: PairingState = { kind: 'asking' };
    this.#become(asking);
    try {
      const { api } = this.#ports.kiosk();
      const pairing = await api.pair.mutate(undefined, { signal: AbortSignal.timeout(patience) });
      if (this.#state === asking) this.#become({ kind: 'shown', pairing });
    } catch (error) {
      const problem = problemOf(error);
      if (this.#state === asking) this.#become(problem ? { kind: 'refused', problem } : { kind: 'silent' });
    }
  }

  /** None is shown, and none is asked about. */
  end(): void {
    this.#become({ kind: 'off' });
  }

  #become(next: PairingState): void {
    clearTimeout(this.#timer);
    this.#state = next;
    this.#host.requestUpdate();
    if (next.kind === 'shown' || next.kind === 'met') this.#askLater(next);
  }

  #askLater(shown: Extract<PairingState, { pairing: KioskPairing }>): void {
    this.#timer = setTimeout(() => void this.#ask(shown), this.#ports.every());
  }

  async #ask(shown: Extract<PairingState, { pairing: KioskPairing }>): Promise<void> {
    const { kiosk, met, found } = this.#ports;
    const { api, now } = kiosk();
    const { code, until } = shown.pairing;
    if (now() >= toEpochMs(shown.kind === 'met' ? shown.until : until)) return this.#become({ kind: 'over' });
    try {
      const told = await api.paired.mutate({ code }, { signal: AbortSignal.timeout(patience) });
      if (this.#state !== shown) return;
      if (told.state === 'paired') {
        this.end();
        found({ visit: told.visit, name: told.name });
      } else if (told.state === 'refused') {
        this.#become({ kind: 'declined' });
      } else if (told.state === 'met' && shown.kind === 'shown') {
        this.#become({ ...shown, kind: 'met', number: told.number, until: told.until });
        met();
      } else {
        this.#askLater(shown);
      }
    } catch (error) {
      const problem = problemOf(error);
      if (this.#state !== shown) return;
      if (problem === null) this.#askLater(shown);
      else if (problem.code.startsWith('link_')) this.#become({ kind: 'over' });
      else this.#become({ kind: 'refused', problem });
    }
  }
}
