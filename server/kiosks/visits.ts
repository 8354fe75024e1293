import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AccountId, KioskId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { type KioskVisit, longestVisitMinutes, visitMinutes } from '../../shared/kiosk-answers.ts';
import type { Clock } from '../context.ts';
import { ProblemError } from '../errors.ts';

/** Whose it is: of an account, by a proof; or of a user, who signed in, as long as `leave` holds (`user-visit`). */
export type VisitOf = { account: AccountId } | { user: UserId; leave: string };

export interface Visit {
  kiosk: KioskId;
  of: VisitOf;
  begun: EpochMs;
}

/**
 * Leave for one kiosk to go on with one account or one user. The token says it all, with a signature,
 * `<account | user>.<kiosk>.<id>.<begun>.<until>.<leave>.<HMAC-SHA-256, base64url>`, both times in base 36, `leave` only of a user.
 * Whether there still is who it is of, `user-visit` looks up.
 */
export interface Visits {
  begin(kiosk: KioskId, of: VisitOf): KioskVisit;
  /** The same one for longer, but never beyond `longestVisitMinutes`. */
  prolong(visit: Visit): KioskVisit;
  /** Throws `signed_out` for one that is none, is over, or is another kiosk's. */
  read(token: string, kiosk: KioskId): Visit;
}

/** `key`: at least 32 random bytes, the same on all instances. */
export function createVisits(key: Buffer, clock: Clock): Visits {
  const sign = (text: string): Buffer => createHmac('sha256', key).update(`kiosk-visit:${text}`).digest();

  function prolong({ kiosk, of, begun }: Visit): KioskVisit {
    const until = Math.min(clock.now() + visitMinutes * 60_000, begun + longestVisitMinutes * 60_000);
    const [kind, id, leave] = 'account' in of ? ['account', of.account, ''] : ['user', of.user, of.leave];
    const text = [kind, kiosk, id, begun.toString(36), until.toString(36), leave].join('.');
    return { token: `${text}.${sign(text).toString('base64url')}`, until: toInstant(until) };
  }

  return {
    begin: (kiosk, of) => prolong({ kiosk, of, begun: clock.now() }),
    prolong,
    read(token, kiosk) {
      const end = token.lastIndexOf('.');
      const text = token.slice(0, Math.max(end, 0));
      const [given, right] = [Buffer.from(token.slice(end + 1), 'base64url'), sign(text)];
      // What is signed is of our own making, so that nothing of it has to be looked at before.
      const isOurs = given.length === right.length && timingSafeEqual(given, right);
      const [kind, of, id, begun, until, leave] = text.split('.') as [string, KioskId, string, string, string, string];
      if (!isOurs || of !== kiosk || Number.parseInt(until, 36) <= clock.now()) {
        throw new ProblemError({ code: 'signed_out' });
      }
      const whose = kind === 'account' ? { account: id } : { user: id, leave };
      return { kiosk, of: whose, begun: Number.parseInt(begun, 36) };
    },
  };
}

/** Of one user. Throws `signed_out` for the visit of an account. */
export function userOfVisit({ of }: Visit): Extract<VisitOf, { user: UserId }> {
  if (!('user' in of)) throw new ProblemError({ code: 'signed_out' });
  return of;
}
