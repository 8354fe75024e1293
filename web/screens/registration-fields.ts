import { parseAmount } from '../../shared/amount.ts';
import type { PublicCompany } from '../../shared/company.ts';
import { isEmail, isLine, isPhone, longest } from '../../shared/contact.ts';
import type { CheckedField } from '../elements/typed-form.ts';
import type { Words } from '../words/words.ts';

/** The fields are called as what is sent: `RegisterInput`, `AddAccountInput`. */
type FieldId = 'holder' | 'number' | 'phone' | 'email';

const ids = { holder: 'holder', 'account-number': 'number', phone: 'phone', email: 'email' } as const;

/** What the company asks of whoever registers, in its order, with its hints; the further proof, where it wants one, comes last. */
export function registrationFields(
  { accountNumber, registration, phones }: PublicCompany,
  words: Words,
): CheckedField[] {
  const { fields, proof } = registration;
  const proofs = {
    'meter-serial': (hint = words.text('register-proof-hint')): CheckedField => ({
      ...line('proof', longest.proof),
      autocomplete: 'off',
      hint,
      check: required(isLine, 'register-line-wrong'),
    }),
    'last-bill-total': (hint = words.text('register-total-hint')): CheckedField => ({
      ...line('proof', longest.proof),
      label: words.text('register-total'),
      autocomplete: 'off',
      inputMode: 'decimal',
      hint,
      check: required((text) => parseAmount(text).ok, 'register-total-wrong'),
    }),
  };
  return [
    ...fields.map(({ field, hint }) => make(ids[field], hint?.[words.language])),
    ...(proof ? [proofs[proof.kind](proof.hint?.[words.language])] : []),
  ];

  function make(id: FieldId, hint: string | undefined): CheckedField {
    switch (id) {
      case 'holder':
        return {
          ...line(id, longest.line),
          autocomplete: 'name',
          hint,
          check: required(isLine, 'register-line-wrong'),
        };
      case 'number': {
        const { example, inputMode } = accountNumber;
        const fits = fitsIn(accountNumber.pattern);
        return {
          ...line(id, longest.accountNumber),
          autocomplete: 'off',
          inputMode,
          hint: hint ?? words.text('register-number-hint', { example }),
          // "12 345" is how people read it from the bill.
          read: (typed) => [typed.trim(), typed.replace(/\s+/gu, '')].find(fits) ?? typed.trim(),
          check: required(fits, 'register-number-wrong', { example }),
        };
      }
      case 'phone': {
        const check = required(isPhone, 'register-phone-wrong', { example: phoneExample(phones) });
        return { ...line(id, longest.phone), type: 'tel', autocomplete: 'tel', hint, check };
      }
      case 'email':
        return { ...emailField(words), hint: hint ?? words.text('register-email-hint') };
    }
  }

  function line(id: FieldId | 'proof', maxLength: number) {
    return { id, label: words.text(`register-${id}`), maxLength, read: (typed: string) => typed.trim() };
  }

  function required(fits: (text: string) => boolean, word: string, values: Record<string, string> = {}) {
    return (text: string) =>
      text === '' ? words.text('register-empty') : fits(text) ? null : words.text(word, values);
  }
}

/** What a telephone number looks like: the company's own, on one line. */
export const phoneExample = (phones: PublicCompany['phones']): string =>
  (phones[0]?.number ?? '').replaceAll(' ', '\u00a0');

export function emailField(words: Words): CheckedField {
  return {
    id: 'email',
    label: words.text('register-email'),
    type: 'email',
    autocomplete: 'email',
    maxLength: longest.email,
    read: (typed) => typed.trim(),
    check: (text) =>
      text === '' ? words.text('register-empty') : isEmail(text) ? null : words.text('register-email-wrong'),
  };
}

function fitsIn(pattern: string): (text: string) => boolean {
  const expression = new RegExp(pattern, 'u');
  return (text) => expression.test(text);
}
