import type { Period } from './period.ts';
import { toUtf8, toWindows1251, utf8Length } from './text-bytes.ts';

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
  bytes: Uint8Array;
  /** As it stands in the text: in one line, and cut where it was too long. */
  purpose: string;
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
export function gostCode({ payee, amount, purpose: asked, account, period }: GostPayment): GostCode {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new RangeError(`amount ${amount}`);
  const purpose = [...oneLine(asked)].slice(0, longestPurpose).join('');
  const required: Pair[] = [
    ['Name', payee.name],
    ['PersonalAcc', payee.personalAcc],
    ['BankName', payee.bankName],
    ['BIC', payee.bic],
    ['CorrespAcc', payee.correspAcc],
  ];
  const optional: (Pair | null)[] = [
    ['Sum', String(amount)],
    ['Purpose', purpose],
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
  if (utf8Length(block(required)) <= mostRequired) {
    const text = `ST00012${block(pairs)}`;
    return { text, encoding: 'utf-8', bytes: toUtf8(text), purpose };
  }
  const text = `ST00011${block(pairs)}`;
  const bytes = toWindows1251(text);
  // A sign is one byte in it.
  if (!bytes || block(required).length > mostRequired) throw new RangeError('the payee does not fit into a code');
  return { text, encoding: 'windows-1251', bytes, purpose };
}

type Pair = readonly [key: string, value: string];

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
