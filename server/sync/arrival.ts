import type { CaptureInterval } from '../../shared/capture.ts';
import type { Company } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Problem } from '../../shared/problem.ts';

/** What an operation's verb is told of its arrival. */
export interface Arrival {
  company: Company;
  /** By whom a reading of it is handed in: at a device of one's own, or at one that stands in the office. */
  source: 'resident' | 'kiosk';
  /** When it is done. */
  at: EpochMs;
  /** When it came to the server: before `at` where the office has it judged again. */
  receivedAt: EpochMs;
  capture: CaptureInterval;
  /** The account's version before it, locked; rows that it changes take the next ones. */
  version: number;
}

/** What a verb did. It has written everything but the ledger and the account's version. */
export interface Effect {
  outcome: 'applied' | 'review' | 'rejected';
  problems: Problem[];
  /** How many versions it took. */
  rows: number;
}
