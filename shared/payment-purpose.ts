import type { Language } from './company.ts';
import type { Period } from './period.ts';

/** What a payment is for. Both null for a whole debt or another amount. */
export interface PaidFor {
  /** The account as on the receipt. */
  account: string;
  billNumber: string | null;
  period: Period | null;
}

/**
 * What stands on a transfer. It is written for whoever books it, so it is in the company's first language whatever the
 * resident speaks, and without the marks that catalogues put around values: banks refuse signs that they do not know.
 */
export const paymentPurpose = ({ languages }: { languages: readonly Language[] }, paid: PaidFor): string =>
  purposes[languages[0] ?? 'en'](paid);

const purposes: Readonly<Record<Language, (paid: PaidFor) => string>> = {
  en: ({ account, billNumber, period }) =>
    list(billNumber && `Bill ${billNumber}`, `account ${account}`, month(period)),
  lv: ({ account, billNumber, period }) =>
    list(billNumber && `Rēķins ${billNumber}`, `klienta kods ${account}`, month(period)),
  ru: ({ account, billNumber, period }) =>
    list('Оплата ЖКУ', `л/с ${account}`, billNumber && `квитанция ${billNumber}`, period && `за ${month(period)}`),
};

const month = (period: Period | null): string | null => period && `${period.slice(5, 7)}.${period.slice(0, 4)}`;

function list(...parts: (string | null)[]): string {
  const text = parts.filter((part) => part !== null && part !== '').join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
