import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { plainSerial } from '../../shared/identity.ts';

/** By what a wrong serial number is known again if it comes once more: `<salt>.<SHA-256 of both, base64url>`, each mark with a salt of its own. */
export function markOfProof(serial: string, salt = randomBytes(16).toString('base64url')): string {
  return `${salt}.${hashOf(salt, serial).toString('base64url')}`;
}

export function isMarkOf(mark: string | null, serial: string): boolean {
  if (mark === null) return false;
  const [salt = '', kept = ''] = mark.split('.');
  const [one, other] = [Buffer.from(kept, 'base64url'), hashOf(salt, serial)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const hashOf = (salt: string, serial: string): Buffer =>
  createHash('sha256')
    .update(`${salt}:${plainSerial(serial)}`)
    .digest();
