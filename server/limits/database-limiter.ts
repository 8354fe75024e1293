import { RateLimiterRes } from 'rate-limiter-flexible';
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { addPoints, type Counted, pointsOf, takePoints } from './queries.ts';
import { type LimitRule, limitRules } from './rules.ts';

/**
 * rate-limiter-flexible over our table, on both engines and by our clock. Its own stores for SQL want a driver of their own,
 * beside the one connection that writes.
 */
export class DatabaseLimiter extends RateLimiterStoreAbstract {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #rule: LimitRule;

  constructor(db: Database, clock: Clock, rule: LimitRule) {
    const { points, seconds } = limitRules[rule];
    // Keys are hashes that hold the rule's name already.
    super({ storeClient: db, keyPrefix: '', points, duration: seconds });
    this.#db = db;
    this.#clock = clock;
    this.#rule = rule;
  }

  /** Positive points are consumed, negative ones given back. */
  protected _upsert(key: string, points: number, ms: number): Promise<Counted> {
    const now = this.#clock.now();
    const expiresAt = now + ms;
    return this.#db.write(async (tx) => {
      if (points < 0) {
        const left = await takePoints(tx, { key, points: -points, now });
        return left ?? { points: 0, expires_at: expiresAt };
      }
      const counted = await addPoints(tx, { key, points, expiresAt, ...this.#window(now) });
      // Told once: those who come after it are refused without writing.
      if (counted.points === this.points) {
        await appendAudit(tx, {
          at: toInstant(now),
          actor: 'anybody',
          action: 'limit-reached',
          subject: '',
          detail: { rule: this.#rule },
        });
      }
      return counted;
    });
  }

  protected async _get(key: string): Promise<Counted | null> {
    return (await pointsOf(this.#db.reader, key, this.#window(this.#clock.now()))) ?? null;
  }

  protected _getRateLimiterRes(_key: string, changed: number, { points, expires_at }: Counted): RateLimiterRes {
    const msBeforeNext = Math.max((expires_at ?? 0) - this.#clock.now(), 0);
    return new RateLimiterRes(Math.max(this.points - points, 0), msBeforeNext, points, points === changed);
  }

  /** Clocks of several instances differ a little, so a window counts for a while beyond its length. */
  #window(now: number): { now: number; latest: number } {
    return { now, latest: now + 2 * this.msDuration };
  }
}
