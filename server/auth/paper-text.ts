import { randomBytes } from 'node:crypto';

/** Small letters and digits but `l`, `o`, `0` and `1`, which look like others on paper: 32 of them. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';

/** So many signs that a person can type from paper, of five random bits each. */
export const paperText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => signs[byte % signs.length]).join('');
