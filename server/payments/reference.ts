import { randomInt } from 'node:crypto';

/** No two of these are taken for each other, on paper or aloud: neither O and 0 nor I, L and 1, B and 8, S and 5, Z and 2, U and V. */
const signs = '346789ACDEFGHJKMNPQRTWXY';

/** `MB-` and ten signs, by which people and billing name an online payment. Some 6·10¹³ of them; the table refuses one given out twice. */
export const newReference = (): string =>
  `MB-${Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')}`;
