import type { Language } from './company.ts';
import type { ConversationState } from './conversation.ts';
import type { AccountId, ConversationId, PhotoId, ReadingId, SlipId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Meter, Service } from './meter.ts';
import type { Day, Period } from './period.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { Claims, Effect, Finding, Reading, Verdict } from './reading.ts';

/** Why a reading waits for the office. One may wait for several reasons. */
export const reviewKinds = [
  'rollover',
  'conflict',
  'impossible',
  'unusual',
  'time',
  'late',
  'replaced',
  'withdrawn',
  'verification',
  'kiosk',
  'other',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

const kindOfCode: Partial<Record<ProblemCode, ReviewKind>> = {
  rollover_unlikely: 'rollover',
  concurrent_reading: 'conflict',
  impossible_use: 'impossible',
  unusual_high: 'unusual',
  window_unsure: 'time',
  meter_replaced: 'replaced',
  corrects_withdrawn: 'withdrawn',
  verification_expired: 'verification',
};

/** The reasons, in the order of `reviewKinds`; of what has none that has a name, `other`. */
export function kindsOf({ state, source, problems }: Pick<Reading, 'state' | 'source' | 'problems'>): ReviewKind[] {
  const kinds = new Set<ReviewKind>();
  // U2 says all that U1 says, and more.
  const impossible = problems.some(({ code }) => code === 'impossible_use');
  for (const { code } of problems) {
    const kind = kindOfCode[code];
    if (kind && !(kind === 'unusual' && impossible)) kinds.add(kind);
  }
  if (state === 'late') kinds.add('late');
  if (source === 'kiosk') kinds.add('kiosk');
  return kinds.size === 0 ? ['other'] : reviewKinds.filter((kind) => kinds.has(kind));
}

/** One line of the queue. */
export interface QueueRow {
  id: ReadingId;
  account: AccountId;
  number: string;
  holder: string;
  address: string;
  building: string;
  service: Service;
  serial: string;
  period: Period;
  receivedAt: Instant;
  kinds: ReviewKind[];
  /** The office has asked the resident: `answered` waits for the resident, `open` for the office. */
  question: ConversationState | null;
}

/** What waits, of the oldest in the queue: so many are looked at, and no more, however many there are. */
export interface QueueSummary {
  total: number;
  /** There are more than were looked at. */
  more: boolean;
  kinds: Partial<Record<ReviewKind, number>>;
  services: Service[];
  buildings: string[];
  /** Newest first. */
  periods: Period[];
}

/** A reading as the office sees it. */
export interface ReadingSeen extends Reading {
  /** C2. */
  earliest: Instant | null;
  latest: Instant;
}

/** A reading that waits, with everything that a decision needs. */
export interface ReviewCase {
  reading: ReadingSeen;
  kinds: ReviewKind[];
  /** What the meter's month was when it was read: whoever decides says what they saw. */
  seen: number;
  account: {
    id: AccountId;
    number: string;
    holder: string;
    address: string;
    email: string | null;
    phone: string | null;
  };
  /** Somebody of the account uses the portal; else nobody reads there what is decided or asked. */
  isRead: boolean;
  /** What it was left on at a kiosk, with how to reach whoever left it, as it was typed; null of what came another way. */
  slip: { id: SlipId; contact: string | null; language: Language } | null;
  meter: Meter;
  /** What the resident said about it; null where nobody said anything. */
  claims: Claims | null;
  /** The verdict of today, beside the neighbours of today, without the window and the lock. */
  judged: { effect: Effect; problem: Problem }[];
  window: { opensOn: Day; closesOn: Day };
  /** W6, I9: accepting it makes an adjustment of a month that billing has. */
  adjusts: 'no' | 'locked' | 'billed';
  /** Whatever else came for the same meter and month (C4), newest first. */
  beside: ReadingSeen[];
  /** What stands for the meter, newest first; the month itself is not among it. */
  history: Reading[];
  /** What the office decided about the meter's other readings, newest first. */
  decided: Reading[];
  photos: PhotoId[];
  question: { conversation: ConversationId; state: ConversationState; askedAt: Instant; text: string } | null;
}

/** What `review.enter` is shown before values are typed. */
export interface EntryBasis {
  meter: Meter;
  /** Of the meter and month. */
  seen: number;
  present: Reading[];
  history: Reading[];
  adjusts: ReviewCase['adjusts'];
}

/**
 * `done: false`: nothing happened; the rules say this against it, and it takes an override, or cannot be (`stops`).
 * `adjustment`: it is in the next export, as an adjustment.
 */
export type Decided =
  | { done: true; reading: ReadingId; state: Reading['state']; adjustment: boolean }
  | { done: false; problems: Problem[]; stops: boolean };

/** Refusals that the office may set aside, knowing why; what is no reading of this meter at all stays refused. */
const canBeOverridden: ReadonlySet<ProblemCode> = new Set(['below_previous', 'above_next', 'verification_expired']);

/** W5: what of a verdict stands against the office's wish; `stops`: no override helps. */
export function objections(
  { findings }: Verdict,
  which: (finding: Finding) => boolean,
): { problems: Problem[]; stops: boolean } {
  const against = findings.filter(which);
  return {
    problems: against.map(({ problem }) => problem),
    stops: against.some(({ effect, problem }) => effect === 'refuse' && !canBeOverridden.has(problem.code)),
  };
}
