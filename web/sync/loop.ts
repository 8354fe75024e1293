import { appTime } from '../contact/app-time.ts';
import { backOff } from '../contact/back-off.ts';
import { Rounds } from '../contact/rounds.ts';
import { silenceOf } from './call.ts';
import { type CycleEnd, runCycle } from './cycle.ts';
import type { SyncPorts } from './ports.ts';

/**
 * When a cycle runs.
 *
 *               start, saved, online, visible, resident, session
 *        ┌──────────────────────────────────────────────────────────┐
 *        │   poll timer                                             │
 *     ┌──┴─┐ ─────────────────────────────────────────────► ┌───────▼─┐ ─┐ a trigger meanwhile:
 *     │idle│ ◄───────────────────────────────── done ────── │ working │  │ one more cycle
 *     └────┘                                                └─────────┘ ◄┘
 *     ┌─────────────────┐      failed, again: back-off       │ ▲ │ │ ▲
 *     │ waiting/offline │ ◄──────────────────────────────────┘ │ │ │ │
 *     └─────────────────┘ ── back-off timer, any trigger ──────┘ │ │ │
 *     ┌─────────────────┐      no session, or an ended one       │ │ │
 *     │ signed-out      │ ◄──────────────────────────────────────┘ │ │
 *     └─────────────────┘ ── any trigger (looks anew) ─────────────│─┘
 *     ┌─────────────────┐      the pull was told so                │
 *     │ upgrade-required│ ◄────────────────────────────────────────┘   (pushing goes on with the poll timer)
 *     └─────────────────┘
 *
 * `offline` is `waiting` with other words: attempts go on, because browsers do not know. There is always a timer running
 * or a cycle at work, except when nobody is signed in (I8). Any trigger ends the back-off.
 */
export type Trigger = 'start' | 'saved' | 'online' | 'visible' | 'resident' | 'session';

/** How often the loop looks for news when all is well, in milliseconds. */
export const pollEvery = 15 * 60_000;

export class SyncLoop {
  readonly #ports: SyncPorts;
  readonly #rounds: Rounds<CycleEnd>;
  #failures = 0;
  /** Attempts without an answer, one after the other; a trigger does not make them forgotten. */
  #unanswered = 0;

  constructor(ports: SyncPorts) {
    this.#ports = ports;
    this.#rounds = new Rounds<CycleEnd>(ports.clock, {
      round: () => this.#cycle(),
      rest: (end, pause) => this.#rest(end, pause),
    });
  }

  start(): void {
    this.#rounds.start();
    this.wake('start');
  }

  /** After the cycle at work, if there is one, nothing more happens. */
  stop(): void {
    this.#rounds.stop();
  }

  /** Something happened that makes an attempt worth while at once. */
  wake(trigger: Trigger): void {
    if (!this.#rounds.running) return;
    this.#failures = 0;
    // Coming to the foreground fires several events; what is at work is as good as new for them.
    this.#rounds.wake({ again: trigger !== 'visible' });
  }

  /** Wakes and waits until the loop rests again, whatever came of it. */
  async runNow(): Promise<void> {
    this.wake('resident');
    await this.#rounds.rest();
  }

  async #cycle(): Promise<CycleEnd> {
    try {
      await this.#publish({ state: 'working', nextAttemptAt: null });
      return await this.#ports.exclusive(() => runCycle(this.#ports));
    } catch (fault) {
      // The storage failed, or we did. Neither may end the loop (I8).
      this.#ports.report(fault);
      return 'again';
    }
  }

  async #rest(end: CycleEnd, pause: (delay: number | null) => void): Promise<void> {
    const trouble = end === 'again' || typeof end === 'object';
    // A refusal is an answer.
    this.#unanswered = typeof end === 'object' && end.failed.kind === 'unreachable' ? this.#unanswered + 1 : 0;
    this.#failures = trouble ? this.#failures + this.#weight(end) : 0;
    const delay = end === 'signed-out' ? null : trouble ? backOff(this.#failures, this.#ports.random) : pollEvery;
    pause(delay);
    const calm = end === 'done' ? 'idle' : end;
    const online = this.#ports.network.online();
    const state = typeof calm === 'string' && calm !== 'again' ? calm : online ? 'waiting' : 'offline';
    // One attempt may fail for any reason; a server that is down does not answer the second one either.
    const silent = this.#unanswered > (online ? 1 : 0);
    const silence = silent ? silenceOf(online) : null;
    // What was pulled was the last user's.
    const session = end === 'signed-out' ? { pulled: false } : {};
    try {
      await this.#publish({ state, progress: null, nextAttemptAt: trouble ? delay : null, silence, ...session });
    } catch (fault) {
      this.#ports.report(fault);
    }
  }

  /** "Too many requests" asks for more than the first pause of two seconds. */
  #weight(end: CycleEnd): number {
    const crowded = typeof end === 'object' && end.failed.kind === 'refused' && end.failed.problem.code === 'too_many';
    return crowded && this.#failures === 0 ? 4 : 1;
  }

  /** `nextAttemptAt` is given as a delay and published in the app's time. */
  async #publish(change: Parameters<SyncPorts['publish']>[0]): Promise<void> {
    const { clock, storage, publish } = this.#ports;
    const [session, contact] = await Promise.all([storage.session(), storage.contact()]);
    const queued = session ? await storage.countQueued(session.user) : 0;
    const messages = session ? await storage.countMessages(session.user) : 0;
    const delay = change.nextAttemptAt ?? null;
    const nextAttemptAt = delay === null ? null : appTime(clock.now(), contact) + delay;
    publish({ ...change, nextAttemptAt, queued, messages, lastContactAt: contact?.serverTime ?? null });
  }
}
