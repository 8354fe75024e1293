import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Company } from '../../shared/company.ts';
import { type AskedPayment, paymentCode, paymentFields } from '../../shared/payment-code.ts';
import { paymentPurpose } from '../../shared/payment-purpose.ts';

type Payee = Pick<Company, 'languages' | 'payment'>;

const riga: Payee = {
  languages: ['lv', 'ru', 'en'],
  payment: { scheme: 'epc', name: 'SIA Namu pārvalde', iban: 'LV80BANK0000435195001', bic: 'BANKLV22' },
};
const moscow: Payee = {
  languages: ['ru'],
  payment: {
    scheme: 'gost',
    name: 'ООО "ДомЖилСервис"',
    personalAcc: '40702810600000012345',
    bankName: 'ОБРАЗЕЦ БАНКА',
    bic: '044525999',
    correspAcc: '30101810600000000999',
    payeeInn: '5000123450',
  },
};
const bill: AskedPayment = { account: '12345', amount: 123_456, billNumber: 'R-1', period: '2026-10' };
const debt: AskedPayment = { account: '679-30', amount: 595_586, billNumber: null, period: null };

const purposeIn = (fields: readonly { key: string; value: string }[]) =>
  fields.find(({ key }) => key === 'purpose')?.value;

describe('a payment as code and as text', () => {
  it('is refused where nothing is to be paid; its fields can be shown all the same', () => {
    for (const company of [riga, moscow]) {
      assert.throws(() => paymentCode(company, { ...debt, amount: 0 }), RangeError);
      assert.ok(paymentFields(company, { ...debt, amount: 0 }).length > 4);
    }
  });

  it('is refused where the payee does not fit into the code', () => {
    const payment = { ...moscow.payment, name: 'Ж'.repeat(160), bankName: 'Ā'.repeat(45) } as Company['payment'];
    assert.throws(() => paymentCode({ ...moscow, payment }, debt), RangeError);
  });

  it('has the fields of a SEPA transfer, in the order of a bank’s form', () => {
    const { fields, encoding } = paymentCode(riga, bill);
    assert.equal(encoding, 'utf-8');
    assert.deepEqual(
      fields.map(({ key, value }) => `${key}: ${value}`),
      [
        'payee: SIA Namu pārvalde',
        'iban: LV80BANK0000435195001',
        'bic: BANKLV22',
        'amount: 1234.56',
        'purpose: Rēķins R-1, klienta kods 12345, 10.2026',
      ],
    );
  });

  it('has those of a Russian one, the month only where one month is paid', () => {
    const keysOf = (asked: AskedPayment) => paymentCode(moscow, asked).fields.map(({ key }) => key);
    const always = 'payee|inn|personal-account|bank|bic|correspondent-account|amount|purpose|account'.split('|');
    assert.deepEqual(keysOf(debt), always);
    assert.deepEqual(keysOf({ ...debt, period: '2017-05' }), [...always, 'period']);
    assert.equal(paymentFields(moscow, { ...debt, period: '2017-05' }).at(-1)?.value, '05.2017');
  });

  it('says in text what the code says, also where the purpose had to be cut', () => {
    for (const company of [riga, moscow]) {
      const { text, fields } = paymentCode(company, { ...bill, billNumber: 'ā'.repeat(300) });
      const purpose = purposeIn(fields) ?? '';
      assert.ok(purpose.length < 300 && text.includes(purpose), purpose);
    }
  });

  it('is bytes in the encoding that the text names', () => {
    const long = { ...moscow.payment, name: 'Жилищное управление '.repeat(8).trim() } as Company['payment'];
    for (const company of [riga, moscow, { ...moscow, payment: long }]) {
      const { bytes, encoding, text } = paymentCode(company, debt);
      assert.equal(new TextDecoder(encoding).decode(bytes), text);
    }
    assert.equal(paymentCode({ ...moscow, payment: long }, debt).encoding, 'windows-1251');
  });

  it('names the purpose in the company’s first language, whatever the resident speaks', () => {
    assert.equal(paymentPurpose(riga, bill), 'Rēķins R-1, klienta kods 12345, 10.2026');
    assert.equal(paymentPurpose(riga, debt), 'Klienta kods 679-30');
    assert.equal(paymentPurpose(moscow, bill), 'Оплата ЖКУ, л/с 12345, квитанция R-1, за 10.2026');
    assert.equal(paymentPurpose(moscow, debt), 'Оплата ЖКУ, л/с 679-30');
    assert.equal(paymentPurpose({ languages: ['en'] }, bill), 'Bill R-1, account 12345, 10.2026');
  });
});
