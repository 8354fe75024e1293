import type { AccountId, MeterId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { RegisterCode, RegisterValues, Service, Unit } from './meter.ts';
import { type Day, daysBetween, type Period } from './period.ts';
import type { ReadingSource } from './reading.ts';
import type { VerificationDue } from './verification.ts';

/** How far a month has come, as the office sees it. */

/** So many meters, and registers on them. */
export interface Amount {
  meters: number;
  registers: number;
}

/** Readings that stand, by the local day on which they came and whence; of billing's own the day on which they were taken. */
export interface Arrival extends Amount {
  day: Day;
  source: ReadingSource;
}

/**
 * A month of the whole company or of a building. What should be read are the meters that were there on the last day of the month
 * and were not taken out by then (M6, M7): each is read, waits for the office, or is missing.
 */
export interface Tally {
  expected: Amount;
  /** An actual reading stands. */
  read: Amount;
  /** An actual reading waits for the office, and none stands. */
  waiting: Amount;
  missing: Amount;
  /** Of those that are not read, those with an estimate that stands (M3). */
  estimated: Amount;
  /** Readings, not meters: one may have been handed in twice. */
  review: number;
  late: number;
  refused: number;
  arrivals: Arrival[];
  /** Accounts with a meter that should be read, with one that is missing, and of these those that a reminder would reach. */
  accounts: { expected: number; missing: number; remindable: number };
  /** W8, of the meters that are not taken out, on the day of the count. */
  verifications: Record<VerificationStep, number>;
}

/** W8: the nearest warning that is reached, as text: `60`, `30`, `7`, or `ended`. */
export const verificationSteps = ['ended', '7', '30', '60'] as const;
export type VerificationStep = (typeof verificationSteps)[number];
export const stepOf = ({ reached }: VerificationDue): VerificationStep => `${reached}`;

/** A month as it was counted at an instant. */
export interface CountedMonth {
  period: Period;
  /** By the rule of the whole company. */
  opensOn: Day;
  closesOn: Day;
  countedAt: Instant;
  tally: Tally;
}

export interface MonthProgress {
  period: Period;
  /** The month that is open or was last, and those one can look back to. */
  present: Period;
  today: Day;
  /** ahead: nobody can read yet. grace: what was captured in time still comes in. */
  state: 'ahead' | 'open' | 'grace' | 'closed' | 'locked';
  opensOn: Day;
  closesOn: Day;
  /** W6: from when on it can be locked and exported without leaving anybody out. */
  lockableFrom: Instant;
  lockedAt: Instant | null;
  /** Null: never counted yet. */
  now: CountedMonth | null;
  lastMonth: CountedMonth | null;
  lastYear: CountedMonth | null;
  /** Something here is older than it need be: asked for again with `count`, it is counted anew. */
  stale: boolean;
  openConversations: Bounded;
  jobs: { running: number; waiting: number };
  /** A job that writes reminders is under way. */
  reminding: boolean;
}

/** A number that was not counted to its end. */
export interface Bounded {
  count: number;
  more: boolean;
}

export interface BuildingRow {
  building: string;
  /** Registers. */
  expected: number;
  read: number;
  waiting: number;
  missing: number;
  accounts: { missing: number; remindable: number };
  /** Up to the same day since the opening, in hundredths; null where nothing was expected, or it was not counted. */
  lastMonth: number | null;
  lastYear: number | null;
}

/** An account with meters that are missing. */
export interface MissingAccount {
  account: AccountId;
  number: string;
  holder: string;
  building: string;
  address: string;
  phone: string | null;
  email: string | null;
  /** Somebody of the account can be written to who uses the portal. */
  byMail: boolean;
  remindedAt: Instant | null;
  meters: MissingMeter[];
}

export interface MissingMeter {
  meter: MeterId;
  service: Service;
  serial: string;
  place: string;
  unit: Unit;
  registers: { code: RegisterCode; decimals: number }[];
  /** What stands last before the month. */
  last: { period: Period; values: RegisterValues; estimate: boolean } | null;
}

/** A meter whose verification ends soon, or has ended. */
export interface VerificationRow {
  meter: MeterId;
  service: Service;
  serial: string;
  place: string;
  verifiedUntil: Day;
  daysLeft: number;
  step: VerificationStep;
  account: AccountId;
  number: string;
  holder: string;
  building: string;
  address: string;
  phone: string | null;
  email: string | null;
  byMail: boolean;
  /** Of this step. */
  remindedAt: Instant | null;
}

const none = (): Amount => ({ meters: 0, registers: 0 });

export const emptyTally = (): Tally => ({
  expected: none(),
  read: none(),
  waiting: none(),
  missing: none(),
  estimated: none(),
  review: 0,
  late: 0,
  refused: 0,
  arrivals: [],
  accounts: { expected: 0, missing: 0, remindable: 0 },
  verifications: { ended: 0, '7': 0, '30': 0, '60': 0 },
});

/** What had come by the end of the day that lies so many days after the opening. */
export function readByDay({ arrivals }: Pick<Tally, 'arrivals'>, opensOn: Day, offset: number): Amount {
  const sum = none();
  for (const { day, meters, registers } of arrivals) {
    if (daysBetween(opensOn, day) > offset) continue;
    sum.meters += meters;
    sum.registers += registers;
  }
  return sum;
}

/** A share in whole hundredths; all is said only where it is all, and nothing only where it is nothing. */
export function hundredths(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const share = Math.round((part / whole) * 100);
  if (share >= 100 && part < whole) return 99;
  return share <= 0 && part > 0 ? 1 : share;
}

/** One day of the chart: registers that came on it, and all up to its end. */
export interface ChartDay {
  day: Day;
  came: number;
  sum: number;
}

/** The days of a window, and after it those on which something still came; what came before the opening counts to its first day. */
export function chartDays(
  { opensOn, closesOn, tally }: Pick<CountedMonth, 'opensOn' | 'closesOn' | 'tally'>,
  daysAfter = 5,
): ChartDay[] {
  const length = daysBetween(opensOn, closesOn) + 1;
  const came = new Map<number, number>();
  for (const { day, registers } of tally.arrivals) {
    const offset = Math.min(Math.max(0, daysBetween(opensOn, day)), length - 1 + daysAfter);
    came.set(offset, (came.get(offset) ?? 0) + registers);
  }
  const last = Math.max(length - 1, ...came.keys());
  let sum = 0;
  return Array.from({ length: last + 1 }, (_, offset) => {
    const registers = came.get(offset) ?? 0;
    sum += registers;
    return { day: dayAfter(opensOn, offset), came: registers, sum };
  });
}

export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day;
