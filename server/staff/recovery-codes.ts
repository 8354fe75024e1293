import { hash, randomBytes } from 'node:crypto';

/** As many as fit on a slip of paper; each is used once. */
const howMany = 10;

/** Small letters and digits but `l`, `o`, `0` and `1`, which look like others on paper: 32 of them. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 80 random bits each, in four groups of four. Only their hashes are kept. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () =>
    Array.from(randomBytes(16), (byte) => signs[byte % signs.length])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );

/** Of a code as somebody typed it: with or without hyphens and spaces, in large letters or small ones. */
export const recoveryCodeHash = (code: string): string =>
  hash('sha256', code.toLowerCase().replace(/[^a-z0-9]/g, ''), 'hex');
