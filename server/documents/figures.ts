import { plainAmount } from '../../shared/amount.ts';
import type { Company, Language } from '../../shared/company.ts';
import type { Day, Period } from '../../shared/period.ts';

/** Money, numbers, days and months as a language writes them on paper. */
export interface Figures {
  /** `5 955,86`; minor units. */
  amount(minor: number): string;
  /** The same with the sign of the currency. */
  money(minor: number): string;
  /** A decimal with a point, with all its digits. */
  decimal(text: string): string;
  day(day: Day): string;
  /** `Июнь 2017 г.` */
  month(period: Period): string;
}

/** English dates are those of Europe: the day before the month. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', lv: 'lv', ru: 'ru' };

/** The day has no time zone, and neither has the calendar that writes it. */
const timeZone = 'UTC';

export function figuresOf(language: Language, currency: Company['currency']): Figures {
  const locale = locales[language];
  const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const amounts = new Intl.NumberFormat(locale, cents);
  const sums = new Intl.NumberFormat(locale, {
    ...cents,
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
  const days = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: language === 'en' ? 'short' : '2-digit',
    year: 'numeric',
    timeZone,
  });
  return {
    amount: (minor) => written(amounts.format(exact(plainAmount(minor)))),
    money: (minor) => written(sums.format(exact(plainAmount(minor)))),
    decimal: (text) => {
      const decimals = text.split('.')[1]?.length ?? 0;
      const format = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      return written(new Intl.NumberFormat(locale, format).format(exact(text)));
    },
    day: (day) => days.format(new Date(day)),
    month: (period) => {
      const text = months.format(new Date(`${period}-01`));
      return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
    },
  };
}

// Given as text, so that no digit passes through a float.
const exact = (decimal: string) => decimal as Intl.StringNumericLiteral;

/** The font has no narrow space. */
const written = (text: string): string => text.replaceAll('\u202f', '\u00a0');
