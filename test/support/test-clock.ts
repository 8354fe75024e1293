import type { Clock } from '../../server/context.ts';

/** A server clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  /** ISO text, with or without an offset: `2026-11-30T23:50:00+02:00`. */
  set(at: string): void;
  advance(ms: number): void;
}

export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    set(at) {
      now = Date.parse(at);
    },
    advance(ms) {
      now += ms;
    },
  };
}
