import type { EpochMs } from '../../shared/instant.ts';

export interface Clock {
  /** The device's own clock. It may jump. */
  now(): EpochMs;
  /** Calls once after so many milliseconds; answers how to prevent it. */
  setTimer(milliseconds: number, call: () => void): () => void;
}

export function browserClock(): Clock {
  return {
    now: Date.now,
    setTimer(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
