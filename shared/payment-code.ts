import { plainAmount } from './amount.ts';
import type { Company } from './company.ts';
import { epcText } from './payment-epc.ts';
import { gostCode } from './payment-gost.ts';
import { type PaidFor, paymentPurpose } from './payment-purpose.ts';
import { toUtf8 } from './text-bytes.ts';

/** What a transfer needs to be told, by the company's profile: the server prints it, the device shows it and both code it. */
export interface AskedPayment extends PaidFor {
  /** Minor units. */
  amount: number;
}

type Payee = Pick<Company, 'languages' | 'payment'>;

/** In the order of a bank's form. The words for them belong to whoever shows them. */
export type PaymentFieldKey =
  | 'payee'
  | 'inn'
  | 'kpp'
  | 'iban'
  | 'personal-account'
  | 'bank'
  | 'bic'
  | 'correspondent-account'
  | 'amount'
  | 'purpose'
  | 'account'
  | 'period';

/** As it is typed or pasted into a bank's form: an IBAN without spaces, an amount as `"5955.86"`, a month as `"05.2017"`. */
export interface PaymentField {
  key: PaymentFieldKey;
  value: string;
}

export interface PaymentCode {
  text: string;
  encoding: 'utf-8' | 'windows-1251';
  /** The text in its encoding: what stands in the QR code, whose level of correction is M in both standards. */
  bytes: Uint8Array;
  /** What the code says: `paymentFields`, with a purpose that was too long for it cut as it is in the code. */
  fields: readonly PaymentField[];
}

/**
 * The payment code of the company's scheme, EPC069-12 or GOST R 56042-2014. Throws a RangeError where there is none: nothing
 * is to be paid, or it does not fit; `paymentFields` can be shown all the same.
 */
export function paymentCode(company: Payee, asked: AskedPayment): PaymentCode {
  const { payment } = company;
  const { amount, account, period } = asked;
  const purpose = paymentPurpose(company, asked);
  if (payment.scheme === 'epc') {
    const text = epcText({ payee: payment, amount, text: purpose });
    const coded = text.split('\n')[epcTextLine] ?? '';
    return { text, encoding: 'utf-8', bytes: toUtf8(text), fields: fieldsOf(company, asked, coded) };
  }
  const { purpose: coded, ...code } = gostCode({ payee: payment, amount, purpose, account, period });
  return { ...code, fields: fieldsOf(company, asked, coded) };
}

/** What to write on a transfer by hand; the same for any amount, also where no code can be made. */
export const paymentFields = (company: Payee, asked: AskedPayment): PaymentField[] =>
  fieldsOf(company, asked, paymentPurpose(company, asked));

const epcTextLine = 10;

function fieldsOf({ payment }: Payee, { amount, account, period }: AskedPayment, purpose: string): PaymentField[] {
  const fields: [PaymentFieldKey, string | undefined][] =
    payment.scheme === 'epc'
      ? [
          ['payee', payment.name],
          ['iban', payment.iban],
          ['bic', payment.bic],
          ['amount', plainAmount(amount)],
          ['purpose', purpose],
        ]
      : [
          ['payee', payment.name],
          ['inn', payment.payeeInn],
          ['kpp', payment.kpp],
          ['personal-account', payment.personalAcc],
          ['bank', payment.bankName],
          ['bic', payment.bic],
          ['correspondent-account', payment.correspAcc],
          ['amount', plainAmount(amount)],
          ['purpose', purpose],
          ['account', account],
          ['period', period === null ? undefined : `${period.slice(5, 7)}.${period.slice(0, 4)}`],
        ];
  return fields.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}
