import type { Problem } from '../../shared/problem.ts';
import type { Clock } from './clock.ts';

/**
 * `unreachable`: no answer that can be understood; nobody knows what the server did. `refused`: the server's own word.
 */
export type Failure = { kind: 'unreachable' } | { kind: 'refused'; problem: Problem };
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** After this long without an answer a request is given up; its answer, should it still come, is not heard. */
export const requestDeadline = 60_000;

/** I8: an answer that never comes must not hold up the loop. */
export function withDeadline<T>(
  clock: Clock,
  request: (signal: AbortSignal) => Promise<Answer<T>>,
  deadline = requestDeadline,
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const cancel = clock.setTimer(deadline, () => {
      controller.abort();
      resolve({ ok: false, failure: { kind: 'unreachable' } });
    });
    request(controller.signal).then(
      (answer) => {
        cancel();
        resolve(answer);
      },
      (fault: unknown) => {
        cancel();
        reject(fault);
      },
    );
  });
}
