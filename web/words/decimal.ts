import type { Words } from './words.ts';

/** A decimal as billing writes it, with the language's mark: `3.400` is `3,400`. */
export const decimal = (text: string, { decimalMark }: Pick<Words, 'decimalMark'>): string =>
  text.replace('.', decimalMark).replace('-', '\u2212');
