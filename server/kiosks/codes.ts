import { hash, randomInt } from 'node:crypto';
import { kioskCodeLength, kioskCodeSigns, plainKioskCode } from '../../shared/kiosk.ts';

/** 37 random bits: for a quarter of an hour, and with the limits on tries, more than can be guessed. */
export const newKioskCode = (): string =>
  Array.from({ length: kioskCodeLength }, () => kioskCodeSigns[randomInt(kioskCodeSigns.length)]).join('');

export const kioskCodeHash = (typed: string): string => hash('sha256', plainKioskCode(typed), 'hex');

export const kioskCredentialHash = (credential: string): string => hash('sha256', credential, 'hex');
