import { Secret, TOTP } from 'otpauth';
import type { SecondFactor } from '../../shared/staff-forms.ts';

/**
 * Codes of an authenticator app (RFC 6238): HMAC-SHA-1, six digits, steps of 30 seconds, which is what every app knows. They
 * go by the true time, also where a demo runs another clock: phones know no other.
 */
const options = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const stepMs = options.period * 1000;

/** The steps before and after the present one whose codes are taken: clocks differ, and typing takes time (RFC 6238, 5.2). */
const steps = [0, -1, 1] as const;

/** 160 random bits (RFC 4226, 4), base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label = {}): TOTP =>
  new TOTP({ ...options, ...label, secret: Secret.fromBase32(secret) });

export const secondFactorOf = (secret: string, label: { issuer: string; label: string }): SecondFactor => ({
  secret,
  uri: totpOf(secret, label).toString(),
});

/**
 * The step that the code is of; null where it is wrong, or of no step later than `used`: a code counts once, and so do those
 * before it.
 */
export function stepOf(
  secret: string,
  code: string,
  { now, used }: { now: number; used: number | null },
): number | null {
  // The library compares bytes, and throws where six other signs are more of them.
  if (!/^\d{6}$/.test(code)) return null;
  const totp = totpOf(secret);
  const present = Math.floor(now / stepMs);
  const found = steps.filter((step) => {
    const delta = totp.validate({ token: code, timestamp: (present + step) * stepMs, window: 0 });
    return delta !== null && (used === null || present + step > used);
  });
  return found[0] === undefined ? null : present + found[0];
}
