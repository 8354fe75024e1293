import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AccountId, KioskId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { type KioskVisit, longestVisitMinutes, visitMinutes } from '../../shared/kiosk-answers.ts';
import type { Clock } from '../context.ts';
import { ProblemError } from '../errors.ts';

/** Whose it is: of an account, by a proof; or of a user, who signed in. */
export type VisitOf = { account: AccountId } | { user: UserId };

export interface Visit {
  kiosk: KioskId;
  of: VisitOf;
  begun: EpochMs;
}

/**
 * Leave for one kiosk to go on with one account or one user. Nothing of it is stored: the token says it all, with a signature,
 * `<account | user>.<kiosk>.<id>.<begun>.<until>.<HMAC-SHA-256, base64url>`, both times in base 36.
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
    const [kind, id] = 'account' in of ? ['account', of.account] : ['user', of.user];
    const text = [kind, kiosk, id, begun.toString(36), until.toString(36)].join('.');
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
      const [kind, of, id, begun, until] = text.split('.') as [string, KioskId, string, string, string];
      if (!isOurs || of !== kiosk || Number.parseInt(until, 36) <= clock.now()) {
        throw new ProblemError({ code: 'signed_out' });
      }
      return { kiosk, of: kind === 'account' ? { account: id } : { user: id }, begun: Number.parseInt(begun, 36) };
    },
  };
}

/** Of one account. Throws `signed_out` for the visit of a user. */
export function accountOfVisit({ of }: Visit): AccountId {
  if (!('account' in of)) throw new ProblemError({ code: 'signed_out' });
  return of.account;
}

/** Of one user. Throws `signed_out` for the visit of an account. */
export function userOfVisit({ of }: Visit): UserId {
  if (!('user' in of)) throw new ProblemError({ code: 'signed_out' });
  return of.user;
}
