import { utf8Length } from './text-bytes.ts';

/** The payee of a SEPA credit transfer, as a company's profile has it. */
export interface EpcPayee {
  name: string;
  iban: string;
  bic?: string | undefined;
}

export interface EpcPayment {
  payee: EpcPayee;
  /** Cents, 1 to 99 999 999 999. */
  amount: number;
  /** What stands on the transfer: free text. */
  text: string;
}

/** UTF-8 bytes that the code holds at most (version 13 with correction M). */
const mostBytes = 331;
const mostCents = 99_999_999_999;
const longestName = 70;
const longestText = 140;

/**
 * The text of a payment code after EPC069-12, version 002, UTF-8: lines ended by LF, nothing after the last element.
 * Throws a RangeError for an amount that cannot be paid so. Name and text are cut at their limits, and the text further
 * where the whole would be too many bytes.
 */
export function epcText({ payee, amount, text }: EpcPayment): string {
  if (!Number.isInteger(amount) || amount < 1 || amount > mostCents) throw new RangeError(`amount ${amount}`);
  const euros = `EUR${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
  const name = cut(oneLine(payee.name), longestName);
  const head = ['BCD', '002', '1', 'SCT', payee.bic ?? '', name, payee.iban, euros, '', ''];
  const room = mostBytes - utf8Length([...head, ''].join('\n'));
  const free = cutToBytes(cut(oneLine(text), longestText), room);
  return [...head, free].join('\n').replace(/\n+$/, '');
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const cut = (text: string, most: number): string => [...text].slice(0, most).join('').trim();

function cutToBytes(text: string, most: number): string {
  const signs = [...text];
  while (utf8Length(signs.join('')) > most) signs.pop();
  return signs.join('').trim();
}
