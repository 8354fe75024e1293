import type { Answer } from '../contact/answer.ts';
import { backOff } from '../contact/back-off.ts';
import type { Clock } from '../contact/clock.ts';
import type { Exclusive } from '../contact/one-at-a-time.ts';
import { Rounds } from '../contact/rounds.ts';
import { companyTime } from './company-time.ts';
import { deliver, type Handed } from './deliver.ts';
import { sweepDelivered } from './delivered-envelopes.ts';
import { greet, isSignedOut } from './greeting.ts';
import type { KioskDb } from './kiosk-db.ts';
import type { KioskNetwork } from './kiosk-network.ts';
import { longestPutOff, nextPutOff, putOffBy } from './put-off.ts';

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

export type Heard = 'answered' | 'signed-out';

/** How often the kiosk greets when all is well, in milliseconds. */
export const greetEvery = 5 * 60_000;

/**
 * again: something waits that should not, or nobody knows of us. Otherwise in so many milliseconds, also for a kiosk that was signed
 * out: time alone heals nothing.
 */
type CycleEnd = 'again' | number;

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
 * left; one whose credential has ended hands in what it holds all the same, and learns of it by the greeting. What the server has
 * put off (`put-off`) is not sent before its time, whatever wakes the loop.
 */
export class DeliveryLoop {
  readonly #ports: DeliveryPorts;
  readonly #rounds: Rounds<CycleEnd>;
  #failures = 0;
  /** By the tablet's clock: until then the server does not want to be handed anything. */
  #quietUntil = 0;

  constructor(ports: DeliveryPorts) {
    this.#ports = ports;
    this.#rounds = new Rounds<CycleEnd>(ports.clock, {
      round: () => this.#cycle(),
      rest: (end, pause) => {
        this.#failures = end === 'again' ? this.#failures + 1 : 0;
        pause(end === 'again' ? backOff(this.#failures, ports.random) : end);
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
    const { exclusive, report } = this.#ports;
    try {
      return await exclusive(() => this.#work());
    } catch (fault) {
      // The storage failed, or we did. Neither may end the loop (I8).
      report(fault);
      return 'again';
    }
  }

  async #work(): Promise<CycleEnd> {
    const { db, heard } = this.#ports;
    let handed = await this.#handIn();
    const before = await this.#epoch();
    const greeted = handed.failure?.kind === 'unreachable' ? null : await greet(this.#ports);
    if (greeted === null || isUnanswered(greeted)) {
      heard(null);
      return 'again';
    }
    await sweepDelivered(db, await companyTime(this.#ports));
    if (isSignedOut(greeted)) {
      heard('signed-out');
      return this.#restLength();
    }
    heard('answered');
    // The server was restored from a backup, as it says: what it may have lost goes at once.
    if (handed.failure === null && before !== (await this.#epoch())) handed = await this.#handIn();
    return greeted.ok && !handed.failure && handed.left === 0 ? this.#restLength() : 'again';
  }

  /** Nothing where the server wants to be left in peace. */
  async #handIn(): Promise<Handed> {
    if (this.#quiet > 0) return { failure: null, left: 0 };
    const handed = await deliver(this.#ports);
    const wait = handed.failure?.kind === 'refused' ? putOffBy(handed.failure.problem) : null;
    if (wait === null) return handed;
    this.#quietUntil = this.#ports.clock.now() + wait;
    return { ...handed, failure: null };
  }

  /** For so long the server wants to be handed nothing, in milliseconds; a clock that was set back says nothing of it. */
  get #quiet(): number {
    const left = this.#quietUntil - this.#ports.clock.now();
    return left > longestPutOff ? 0 : Math.max(left, 0);
  }

  async #restLength(): Promise<number> {
    const putOff = await nextPutOff(this.#ports.db, await companyTime(this.#ports));
    return Math.min(greetEvery, this.#quiet || greetEvery, putOff ?? greetEvery);
  }

  async #epoch(): Promise<string | undefined> {
    return (await this.#ports.db.self.get('self'))?.epoch;
  }
}

const isUnanswered = (answer: Answer<unknown>): boolean => !answer.ok && answer.failure.kind === 'unreachable';
