import { plainAmount } from '../../shared/amount.ts';
import type { PublicCompany } from '../../shared/company.ts';

/** Money as the language writes it, by `Intl`. Kept, because making a format takes longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: PublicCompany['currency'] | null): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      ...(currency && { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    });
    formats.set(key, format);
  }
  return format;
}

// Given as text, so that no digit passes through a float.
const exact = (minor: number) => plainAmount(minor) as Intl.StringNumericLiteral;

/** With the sign of the currency: `5 955,86 ₽`, `€12.34`. `minor` in minor units (B1). */
export const money = (
  minor: number,
  { locale, currency }: { locale: string; currency: PublicCompany['currency'] },
): string => formatOf(locale, currency).format(exact(minor));

/** Without it, for the cells of tables: `5 955,86`. */
export const amount = (minor: number, locale: string): string => formatOf(locale, null).format(exact(minor));
