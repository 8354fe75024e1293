import { hash, verify } from '@node-rs/argon2';
import { ProblemError } from '../errors.ts';

/**
 * Argon2id after the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane (argon2id is the library's default
 * algorithm). A hash of weaker parameters still verifies and is renewed at the next sign-in.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const currentPrefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * With a null hash it takes as long and answers false, so that nobody learns who exists. `first`: before all others that
   * wait, and however many they are; for those of whom something is known, and who have few tries.
   */
  verify(stored: string | null, password: string, options?: { first?: boolean }): Promise<boolean>;
  needsRehash(stored: string): boolean;
}

/**
 * `mostAtOnce` hashes run, `mostWaiting` more wait; beyond that callers are told `too_many`, because each takes
 * 19 MiB and a guessing attack must not starve those who are signed in.
 */
export function createPasswords({ mostAtOnce = 2, mostWaiting = 64 } = {}): Passwords {
  let running = 0;
  const first: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const nobody = hash('a password that nobody has', parameters);

  async function limited<T>(work: () => Promise<T>, queue = waiting): Promise<T> {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting && queue === waiting) throw new ProblemError({ code: 'too_many' });
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = first.shift() ?? waiting.shift();
      // A waiting caller takes over the place, so the count stays.
      if (next) next();
      else running--;
    }
  }

  return {
    hash: (password) => limited(() => hash(password, parameters)),
    verify: (stored, password, options) =>
      limited(
        async () => {
          const right = await verify(stored ?? (await nobody), password);
          return right && stored !== null;
        },
        options?.first ? first : waiting,
      ),
    needsRehash: (stored) => !stored.startsWith(currentPrefix),
  };
}
