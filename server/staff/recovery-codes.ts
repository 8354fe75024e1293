import { hash } from 'node:crypto';
import { paperText } from '../auth/paper-text.ts';

/** As many as fit on a slip of paper; each is used once. */
const howMany = 10;

/** 80 random bits each, in four groups of four. Only their hashes are kept. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => paperText(16).replace(/(.{4})(?=.)/g, '$1-'));

/** Of a code as somebody typed it: with or without hyphens and spaces, in large letters or small ones. */
export const recoveryCodeHash = (code: string): string =>
  hash('sha256', code.toLowerCase().replace(/[^a-z0-9]/g, ''), 'hex');
