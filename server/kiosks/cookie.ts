import { cookieValue } from '../auth/cookie-value.ts';

/** The cookie in which a kiosk keeps its credential (`credentialsIn`), where no script reads it. */
export interface KioskCookies {
  /** What is in a `Cookie` header; not yet known to be valid. */
  read(cookieHeader: string): string | null;
  keep(value: string): string;
  forget(): string;
}

/** The longest that browsers keep a cookie; contact prolongs it. */
const maxAgeSeconds = 400 * 86_400;

/** `secure`: as for the session's cookie. */
export function createKioskCookies({ secure }: { secure: boolean }): KioskCookies {
  const name = secure ? '__Host-meterbook-kiosk' : 'meterbook-kiosk';
  const cookie = (value: string, maxAge: number) =>
    `${name}=${value}; HttpOnly; Max-Age=${maxAge}; Path=/; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    read: (cookieHeader) => cookieValue(cookieHeader, name),
    keep: (value) => cookie(value, maxAgeSeconds),
    forget: () => cookie('', 0),
  };
}
