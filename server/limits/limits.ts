import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { ProblemError } from '../errors.ts';
import { DatabaseLimiter } from './database-limiter.ts';
import { limitKey } from './limit-key.ts';
import { deletePointsBefore } from './queries.ts';
import { type LimitRule, limitRules } from './rules.ts';

/** Which rules a try counts under, and the name, address or e-mail for each; rules for everybody have ''. */
export type LimitKeys = Readonly<Partial<Record<LimitRule, string>>>;

/**
 * Limits that all instances share. A try takes its points before the work that it costs, so that guesses at the same time
 * cannot slip through, and gets them back when it was right.
 */
export interface Limits {
  /** Takes a point under every rule, or under none and throws `too_many` with the seconds until the window ends. */
  consumeAll(keys: LimitKeys): Promise<void>;
  /** Gives back what `consumeAll` took. */
  rewardAll(keys: LimitKeys): Promise<void>;
  /** The same for one rule. */
  consume(rule: LimitRule, key: string): Promise<void>;
  reward(rule: LimitRule, key: string): Promise<void>;
  /** Drops windows that have ended from the database. */
  sweep(): Promise<void>;
}

export function createLimits(db: Database, clock: Clock): Limits {
  const limiters = new Map(
    (Object.keys(limitRules) as LimitRule[]).map((rule) => [rule, new DatabaseLimiter(db, clock, rule)]),
  );
  const entriesOf = (keys: LimitKeys) =>
    (Object.entries(keys) as [LimitRule, string][]).map(([rule, text]) => ({
      limiter: limiters.get(rule) as DatabaseLimiter,
      key: limitKey(rule, text),
    }));

  async function consumeAll(keys: LimitKeys): Promise<void> {
    const entries = entriesOf(keys);
    // Whoever has no points left is told so by reading alone: a flood of tries writes nothing.
    const counted = await Promise.all(entries.map(({ limiter, key }) => limiter.get(key)));
    refuse(counted.filter((one, index) => one !== null && one.consumedPoints >= (entries[index]?.limiter.points ?? 0)));
    // They go out at the same time, and share one commit.
    const taken = await Promise.allSettled(entries.map(({ limiter, key }) => limiter.consume(key)));
    const failed = taken.filter((one) => one.status === 'rejected').map(({ reason }) => reason as unknown);
    if (failed.length === 0) return;
    const tookNothing = (index: number) => {
      const one = taken[index];
      return one?.status === 'rejected' && !(one.reason instanceof RateLimiterRes);
    };
    await Promise.all(entries.filter((_, index) => !tookNothing(index)).map(({ limiter, key }) => limiter.reward(key)));
    const fault = failed.find((reason) => !(reason instanceof RateLimiterRes));
    if (fault !== undefined) throw fault;
    refuse(failed as RateLimiterRes[]);
  }

  async function rewardAll(keys: LimitKeys): Promise<void> {
    await Promise.all(entriesOf(keys).map(({ limiter, key }) => limiter.reward(key)));
  }

  return {
    consumeAll,
    rewardAll,
    consume: (rule, key) => consumeAll({ [rule]: key }),
    reward: (rule, key) => rewardAll({ [rule]: key }),
    sweep: () => db.write((tx) => deletePointsBefore(tx, clock.now())),
  };
}

function refuse(exhausted: readonly (RateLimiterRes | null)[]): void {
  const waits = exhausted.map((one) => one?.msBeforeNext ?? 0);
  if (waits.length > 0) throw new ProblemError({ code: 'too_many', seconds: Math.ceil(Math.max(...waits) / 1000) });
}
