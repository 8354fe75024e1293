import type { Words } from '../words/words.ts';

/** A count for a table: `12 345` with the marks of the language. */
export const figure = ({ locale }: Pick<Words, 'locale'>, count: number): string =>
  new Intl.NumberFormat(locale).format(count);

/** `64 %` as the language writes it; a dash where there is none. */
export const share = ({ locale }: Pick<Words, 'locale'>, hundredths: number | null): string =>
  hundredths === null
    ? '–'
    : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(hundredths / 100);
