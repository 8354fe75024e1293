import type { Letter } from './letter.ts';

/** What carries a letter to where it belongs. */
export interface Transport {
  /**
   * Resolves when somebody has taken the letter over. `id` is the same at every attempt, so that a letter which arrives
   * twice is known for the same one. Throws a SendError, also when `signal` ends the attempt.
   */
  send(letter: Letter & { id: string }, signal: AbortSignal): Promise<void>;
}

/** A letter that nobody took. */
export class SendError extends Error {
  /** For the log and the database: codes alone, without addresses and names. */
  readonly fault: string;
  /** The same letter would be refused again. */
  readonly permanent: boolean;

  constructor(fault: string, { permanent, cause }: { permanent: boolean; cause: unknown }) {
    super(fault, { cause });
    this.name = 'SendError';
    this.fault = fault;
    this.permanent = permanent;
  }
}
