import { hash, randomBytes, randomInt } from 'node:crypto';
import { kioskCodeLength, kioskCodeSigns, plainKioskCode } from '../../shared/kiosk.ts';

/** 37 random bits: for a quarter of an hour, and with the limits on tries, more than can be guessed. */
export const newKioskCode = (): string =>
  Array.from({ length: kioskCodeLength }, () => kioskCodeSigns[randomInt(kioskCodeSigns.length)]).join('');

export const kioskCodeHash = (typed: string): string => hash('sha256', plainKioskCode(typed), 'hex');

/** 256 random bits, hex. */
export const newKioskCredential = (): string => randomBytes(32).toString('hex');

export const kioskCredentialHash = (credential: string): string => hash('sha256', credential, 'hex');

/**
 * What is in a kiosk's cookie: its credential, and the former one behind a point. That opens nothing any more, but by it a kiosk is
 * known where the database comes from a backup that does not have the newest. None of what has another form.
 */
export const credentialsIn = (cookie: string): string[] =>
  /^[0-9a-f]{64}(\.[0-9a-f]{64})?$/.test(cookie) ? cookie.split('.') : [];
