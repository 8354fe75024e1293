import type { Period } from './period.ts';
import { toWindows1251, utf8Length } from './text-bytes.ts';

/** The payee of a payment code after GOST R 56042-2014, as a company's profile has it. */
export interface GostPayee {
  name: string;
  personalAcc: string;
  bankName: string;
  bic: string;
  correspAcc: string;
  payeeInn?: string | undefined;
  kpp?: string | undefined;
}

export interface GostPayment {
  payee: GostPayee;
  /** Kopecks, at least 1. */
  amount: number;
  purpose: string;
  /** The account as on the receipt. */
  account: string;
  /** For which month; null for a whole debt. */
  period: Period | null;
}

export interface GostCode {
  text: string;
  /** What the bytes of the code are in; the text says it too, with its seventh sign. */
  encoding: 'utf-8' | 'windows-1251';
}

/** Bytes of the required block, without the header. */
const mostRequired = 300;
const longestPurpose = 210;
const separators = ['|', '~', '^', '_', '#', '$', '&', '*'];

/**
 * The text of a payment code after GOST R 56042-2014: header `ST0001`, encoding, separator, then the pairs, the required
 * ones first and in order. UTF-8; where the required block is too long in it, windows-1251. Throws a RangeError for an
 * amount that is none, a required block that is too long in both, or values that leave no sign to separate them with.
 */
export function gostCode({ payee, amount, purpose, account, period }: GostPayment): GostCode {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new RangeError(`amount ${amount}`);
  const required: Pair[] = [
    ['Name', payee.name],
    ['PersonalAcc', payee.personalAcc],
    ['BankName', payee.bankName],
    ['BIC', payee.bic],
    ['CorrespAcc', payee.correspAcc],
  ];
  const optional: (Pair | null)[] = [
    ['Sum', String(amount)],
    ['Purpose', [...oneLine(purpose)].slice(0, longestPurpose).join('')],
    payee.payeeInn === undefined ? null : ['PayeeINN', payee.payeeInn],
    payee.kpp === undefined ? null : ['KPP', payee.kpp],
    ['PersAcc', account],
    period === null ? null : ['PaymPeriod', `${period.slice(5, 7)}${period.slice(0, 4)}`],
    ['TechCode', '02'],
  ];
  const pairs = [...required, ...optional.filter((pair) => pair !== null)];
  const separator = separators.find((sign) => pairs.every(([, value]) => !value.includes(sign)));
  if (separator === undefined) throw new RangeError('every separator stands in a value');
  const block = (some: readonly Pair[]): string => some.map(([key, value]) => `${separator}${key}=${value}`).join('');
  const text = block(pairs);
  if (utf8Length(block(required)) <= mostRequired) return { text: `ST00012${text}`, encoding: 'utf-8' };
  const bytes = toWindows1251(block(required));
  if (!bytes || bytes.length > mostRequired || !toWindows1251(text)) {
    throw new RangeError('the payee does not fit into a code');
  }
  return { text: `ST00011${text}`, encoding: 'windows-1251' };
}

type Pair = readonly [key: string, value: string];

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
