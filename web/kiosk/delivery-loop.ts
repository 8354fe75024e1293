import type { Answer } from '../contact/answer.ts';
import { backOff } from '../contact/back-off.ts';
import type { Clock } from '../contact/clock.ts';
import type { Exclusive } from '../contact/one-at-a-time.ts';
import { Rounds } from '../contact/rounds.ts';
import { deliver } from './deliver.ts';
import { greet, isSignedOut } from './greeting.ts';
import type { KioskDb } from './kiosk-db.ts';
import type { KioskNetwork } from './kiosk-network.ts';

export interface DeliveryPorts {
  clock: Clock;
  db: KioskDb;
  network: KioskNetwork;
  /** 0 ≤ random() < 1, for the jitter of the back-off. */
  random: () => number;
  /** Runs the work while no other tab runs it. */
  exclusive: Exclusive;
  /** What the server said last; null where nobody answered. */
  heard: (said: Heard | null) => void;
  /** A fault of ours or of the storage, never one of the network: for the log. The loop goes on after its back-off. */
  report: (fault: unknown) => void;
}

export type Heard = 'welcome' | 'signed-out' | 'trouble';

/** How often the kiosk greets when all is well, in milliseconds. */
export const greetEvery = 5 * 60_000;

/** again: something waits that should not, or nobody knows of us. A kiosk that was signed out is done: time alone heals nothing. */
type CycleEnd = 'done' | 'again';

/**
 * When a kiosk hands in what waits and greets.
 *
 *              start, saved, online, visible
 *        ┌─────────────────────────────────────────┐
 *        │   timer (`greetEvery`)                  │
 *     ┌──┴─┐ ────────────────────────────► ┌───────▼─┐ ─┐ a trigger meanwhile:
 *     │idle│ ◄────────── done ──────────── │ working │  │ one more cycle
 *     └────┘                               └─┬─────▲─┘ ◄┘
 *     ┌───────┐ ◄─── nobody answered, again ─┘     │
 *     │waiting│ ──── back-off timer, any trigger ──┘
 *     └───────┘
 *
 * There is always a timer running or a cycle at work (I8). It hands in first and greets then, so that the office is told what is
 * left; a kiosk that was revoked hands in what it holds all the same, and learns that it was by the greeting.
 */
export class DeliveryLoop {
  readonly #ports: DeliveryPorts;
  readonly #rounds: Rounds<CycleEnd>;
  #failures = 0;

  constructor(ports: DeliveryPorts) {
    this.#ports = ports;
    this.#rounds = new Rounds<CycleEnd>(ports.clock, {
      round: () => this.#cycle(),
      rest: (end, pause) => {
        this.#failures = end === 'again' ? this.#failures + 1 : 0;
        pause(end === 'again' ? backOff(this.#failures, ports.random) : greetEvery);
      },
    });
  }

  start(): void {
    this.#rounds.start();
    this.wake();
  }

  /** After the cycle at work, if there is one, nothing more happens. */
  stop(): void {
    this.#rounds.stop();
  }

  /** Something happened that makes an attempt worth while at once. */
  wake(): void {
    if (this.#rounds.running) this.#failures = 0;
    this.#rounds.wake();
  }

  /** Wakes and waits until the loop rests again, whatever came of it. */
  async runNow(): Promise<void> {
    this.wake();
    await this.rest();
  }

  /** Resolves when it rests, whatever came of it. */
  rest(): Promise<void> {
    return this.#rounds.rest();
  }

  async #cycle(): Promise<CycleEnd> {
    const { exclusive, heard, report } = this.#ports;
    try {
      return await exclusive(async () => {
        const handed = await deliver(this.#ports);
        const greeted = handed.failure?.kind === 'unreachable' ? null : await greet(this.#ports);
        if (greeted === null || isUnanswered(greeted)) {
          heard(null);
          return 'again';
        }
        if (isSignedOut(greeted)) {
          heard('signed-out');
          return 'done';
        }
        heard(greeted.ok ? 'welcome' : 'trouble');
        return greeted.ok && !handed.failure && handed.left === 0 ? 'done' : 'again';
      });
    } catch (fault) {
      // The storage failed, or we did. Neither may end the loop (I8).
      report(fault);
      return 'again';
    }
  }
}

const isUnanswered = (answer: Answer<unknown>): boolean => !answer.ok && answer.failure.kind === 'unreachable';
