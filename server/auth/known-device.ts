import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { UserId } from '../../shared/ids.ts';
import { cookieValue } from './cookie-value.ts';

/**
 * Browsers in which somebody has signed in before ("device cookies", OWASP Blocking Brute Force Attacks). Such a browser
 * has limits of its own for that user, so that whoever types wrong passwords elsewhere does not keep the resident out.
 * The cookie opens nothing; whoever steals one may try ten passwords of its user in a quarter of an hour.
 */
export interface KnownDevices {
  /** The cookie's value in a `Cookie` header. */
  read(cookieHeader: string): string | null;
  /** The name of this browser for the first of the users that it knows; null if it knows none of them. */
  find(token: string | null, users: readonly UserId[]): string | null;
  /** The cookie that makes the browser known for this user too, under another name than before. */
  remember(token: string | null, user: UserId): { cookie: string };
}

/** People who share a browser; of more than these, those who signed in longest ago are forgotten. */
const mostUsers = 6;
const maxAgeSeconds = 400 * 86_400;

interface Entry {
  user: UserId;
  nonce: string;
}

/**
 * `user.nonce.signature` for each user, with `~` between them. The key belongs to the database, so that every instance
 * reads what another one wrote. `secure`: as for the session's cookie.
 */
export function createKnownDevices(key: Buffer, { secure }: { secure: boolean }): KnownDevices {
  const name = secure ? '__Host-meterbook-known' : 'meterbook-known';
  const signatureOf = ({ user, nonce }: Entry) =>
    createHmac('sha256', key).update(`known-device.${user}.${nonce}`).digest();

  function entriesOf(token: string | null): Entry[] {
    return (token ?? '')
      .slice(0, 4_000)
      .split('~')
      .slice(0, mostUsers)
      .flatMap((text) => {
        const [user = '', nonce = '', signature = ''] = text.split('.');
        const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf({ user, nonce })];
        return given.length === right.length && timingSafeEqual(given, right) ? [{ user, nonce }] : [];
      });
  }

  return {
    read: (cookieHeader) => cookieValue(cookieHeader, name),
    find: (token, users) => entriesOf(token).find(({ user }) => users.includes(user))?.nonce ?? null,
    remember(token, user) {
      const others = entriesOf(token).filter((entry) => entry.user !== user);
      const value = [{ user, nonce: randomBytes(16).toString('base64url') }, ...others]
        .slice(0, mostUsers)
        .map((entry) => `${entry.user}.${entry.nonce}.${signatureOf(entry).toString('base64url')}`)
        .join('~');
      const attributes = `HttpOnly; Max-Age=${maxAgeSeconds}; Path=/; SameSite=Strict${secure ? '; Secure' : ''}`;
      return { cookie: `${name}=${value}; ${attributes}` };
    },
  };
}
