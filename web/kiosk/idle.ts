/** In milliseconds. */
export interface Patience {
  /** Without a touch or a key, before it is asked whether anybody is there. */
  untilAsked: number;
  /** So long the question stands. */
  asked: number;
  /** From the first touch: the longest that one person has. */
  longest: number;
  /** So long before that end it is told. */
  told: number;
}

export const patience: Patience = { untilAsked: 60_000, asked: 15_000, longest: 5 * 60_000, told: 60_000 };

/**
 *     nobody ──touch──▶ there ──untilAsked──▶ asked ──asked──▶ over
 *                         ▲ ◀──────touch───────┘                ▲
 *                         └───────────── longest ───────────────┘
 *
 * `seconds`: what is left of the question; of the whole time, once it is told, or null before.
 */
export type Attention =
  | { kind: 'nobody' }
  | { kind: 'there'; seconds: number | null }
  | { kind: 'asked'; seconds: number }
  | { kind: 'over' };

export class AttentionChanged extends Event {
  static readonly type = 'attention-changed';

  constructor() {
    super(AttentionChanged.type);
  }
}

/** Whether somebody stands before the kiosk. It tells each change, and each second of what is counted down; `over` is the last. */
export class Idle extends EventTarget {
  attention: Attention = { kind: 'nobody' };
  readonly #patience: Patience;
  readonly #passed: () => number;
  #touchedAt = 0;
  #endsAt = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(durations: Patience = patience, passed: () => number = surelyPassed()) {
    super();
    this.#patience = durations;
    this.#passed = passed;
  }

  /** Somebody touched it, or pressed a key. What comes too late counts for nothing, even where the page was held up until now. */
  touch(): void {
    this.check();
    if (this.attention.kind === 'over') return;
    this.#touchedAt = this.#passed();
    if (this.attention.kind === 'nobody') this.#endsAt = this.#touchedAt + this.#patience.longest;
    this.#become(this.#now());
  }

  /** The whole time begins anew. */
  moreTime(): void {
    this.touch();
    if (this.attention.kind === 'over') return;
    this.#endsAt = this.#touchedAt + this.#patience.longest;
    this.#become(this.#now());
  }

  /** Looks what time it is: timers stand still as long as a printing dialog is open, or the tablet sleeps. */
  check(): void {
    if (this.attention.kind !== 'nobody' && this.attention.kind !== 'over') this.#become(this.#now());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #now(): Attention {
    const { untilAsked, asked, told } = this.#patience;
    const now = this.#passed();
    const left = this.#endsAt - now;
    const askedEndsAt = Math.min(this.#touchedAt + untilAsked + asked, this.#endsAt);
    if (now >= askedEndsAt) return { kind: 'over' };
    if (now >= this.#touchedAt + untilAsked) return { kind: 'asked', seconds: Math.ceil((askedEndsAt - now) / 1000) };
    return { kind: 'there', seconds: left > told ? null : Math.ceil(left / 1000) };
  }

  #become(next: Attention): void {
    const before = this.attention;
    this.attention = next;
    clearTimeout(this.#timer);
    if (next.kind !== 'over') this.#timer = setTimeout(() => this.check(), this.#untilNext(next));
    const isSame = before.kind === next.kind && secondsOf(before) === secondsOf(next);
    if (!isSame) this.dispatchEvent(new AttentionChanged());
  }

  /** Until the attention is another one. A millisecond more, because timers may be early. */
  #untilNext(attention: Attention): number {
    const { untilAsked, asked, told } = this.#patience;
    const now = this.#passed();
    const asksAt = this.#touchedAt + untilAsked;
    const endsAt = attention.kind === 'asked' ? Math.min(asksAt + asked, this.#endsAt) : this.#endsAt;
    const seconds = secondsOf(attention);
    const nextSecond = seconds === null ? this.#endsAt - told : endsAt - (seconds - 1) * 1000;
    return Math.max(0, Math.min(attention.kind === 'asked' ? endsAt : asksAt, nextSecond, endsAt) - now) + 1;
  }
}

const secondsOf = (attention: Attention): number | null => ('seconds' in attention ? attention.seconds : null);

/**
 * Milliseconds that have surely passed since the call, by whichever clock went further: one stands still while the tablet
 * sleeps, the other may be set back.
 */
export function surelyPassed(): () => number {
  let wall = Date.now();
  let steady = performance.now();
  let passed = 0;
  return () => {
    passed += Math.max(0, Date.now() - wall, performance.now() - steady);
    wall = Date.now();
    steady = performance.now();
    return passed;
  };
}
