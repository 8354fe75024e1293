import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Company, companySchema, languages } from '../../shared/company.ts';
import { type AskedPayment, paymentCode } from '../../shared/payment-code.ts';
import { epcText } from '../../shared/payment-epc.ts';
import { gostCode } from '../../shared/payment-gost.ts';
import { accountInCode } from '../../shared/receipt-code.ts';

const profile = (id: string): Company =>
  companySchema.parse(
    JSON.parse(readFileSync(new URL(`../../../server/companies/${id}.json`, import.meta.url), 'utf8')),
  );
const ddzksu = profile('ddzksu');
const dgservic = profile('dgservic');
const epcPayee = ddzksu.payment as Extract<Company['payment'], { scheme: 'epc' }>;
const gostPayee = dgservic.payment as Extract<Company['payment'], { scheme: 'gost' }>;

/** A receipt with EPC069-12 as other programs print it. */
const epc = (
  change: Partial<Record<'version' | 'encoding' | 'scheme' | 'name' | 'iban' | 'reference' | 'text', string>>,
) => {
  const { version = '002', encoding = '1', scheme = 'SCT', name = epcPayee.name, iban = epcPayee.iban } = change;
  const { reference = '', text = '' } = change;
  return ['BCD', version, encoding, scheme, '', name, iban, 'EUR1.00', '', reference, text].join('\n');
};
const gost = (...pairs: string[]): string =>
  ['ST00012', 'Name=ООО', `PersonalAcc=${gostPayee.personalAcc}`, 'BIC=044525999', ...pairs].join('|');

describe('the account number in a scanned code', () => {
  describe('is not there', () => {
    for (const [what, code] of [
      ['nothing', ''],
      ['a greeting', 'Hello'],
      ['an address of the web', 'https://example.com/12345'],
      ['a number of another form', '1234567'],
      ['a Wi-Fi password', 'WIFI:T:WPA;S:12345;P:12345;;'],
      [
        'a transfer to somebody else',
        epc({ iban: 'LV97HABA0012345678910', name: 'SIA Cits', text: 'Klienta kods 12345' }),
      ],
      ['a transfer of a later version', epc({ version: '003', text: 'Klienta kods 12345' })],
      ['a transfer in no known encoding', epc({ encoding: '9', text: 'Klienta kods 12345' })],
      ['a transfer that is none of SEPA', epc({ scheme: 'INST', text: 'Klienta kods 12345' })],
      ['a transfer without an account', epc({ text: 'Paldies!' })],
      ['a label without a number', epc({ text: 'Klienta kods' })],
      ['the number of a bill', epc({ text: 'Rēķins 12345, 10.2026' })],
      ['a label inside another word', epc({ text: 'Manklienta kods 12345' })],
      ['a number that goes on', epc({ text: 'Klienta kods 123456' })],
      ['a receipt of the other country', gost('PersAcc=12345')],
      ['more than a code can hold', '1'.repeat(7090)],
    ] as const) {
      it(what, () => assert.equal(accountInCode(code, ddzksu), null));
    }

    it('in a receipt of another company', () => {
      const other = gost('PersAcc=679-30').replace(gostPayee.personalAcc, '40702810600000099999');
      assert.equal(accountInCode(other, dgservic), null);
    });

    it('in a Russian receipt that names none, or has no separator', () => {
      for (const code of [
        gost('Sum=100'),
        gost('PersAcc='),
        gost('PersAcc'),
        'ST00012',
        'ST00012|',
        'ST00019|PersAcc=1',
      ]) {
        assert.equal(accountInCode(code, dgservic), null, code);
      }
    });

    it('where a text that filled its code was cut inside it', () => {
      const loose: Company = {
        ...ddzksu,
        accountNumber: { pattern: '^\\d{1,30}$', example: '1', inputMode: 'numeric' },
      };
      const text = `Rēķins ${'x'.repeat(100)}, klienta kods 1234567890123456789012345`;
      const code = epcText({ payee: epcPayee, amount: 1, text });
      assert.ok(!code.includes('2345678901234567890123'));
      assert.equal(accountInCode(code, loose), null);
    });
  });

  describe('is read', () => {
    for (const [what, code] of [
      ['from nothing but the number', ' 12345\n'],
      [
        'of version 001, with lines of Windows',
        epc({ version: '001', text: 'Klienta kods: 12345' }).replaceAll('\n', '\r\n'),
      ],
      ['from Latvian', epc({ text: 'Rēķins 54321, klienta kods 12345, 10.2026' })],
      ['from Russian', epc({ text: 'Оплата ЖКУ, Л/С № 12345, квитанция 54321' })],
      ['from Russian in full', epc({ text: 'Лицевой счёт № 12345' })],
      ['from English', epc({ text: 'Bill 54321, account no. 12345' })],
      ['before a word that goes on without a comma', epc({ text: 'kl. kods 12345 par oktobri' })],
      ['from a text that is nothing else', epc({ text: '12345' })],
      ['from a reference of the company', epc({ reference: '12345' })],
      ['from a reference of ISO 11649', epc({ reference: 'RF18 1234 5' })],
      ['from one with zeros before it', epc({ reference: 'RF4500000012345' })],
      ['of another bank account, by the name', epc({ iban: 'LV97HABA0012345678910', text: 'Klienta kods 12345' })],
      ['by the bank account, whatever the name', epc({ name: 'DDzKSU', text: 'Klienta kods 12345' })],
      ['behind the mark of UTF-8', `\ufeff${epc({ text: 'Klienta kods 12345' })}`],
    ] as const) {
      it(what, () => assert.equal(accountInCode(code, ddzksu), '12345'));
    }

    for (const [what, code] of [
      ['from PersAcc', gost('PersAcc=679-30')],
      ['whatever the case of its key', gost('persacc= 679-30 ', 'PERSACC=1')],
      ['from the purpose, where PersAcc is missing', gost('Purpose=Квартплата, лиц. счет 679-30, май')],
      [
        'of windows-1251, with names that were read wrongly',
        gost('PersAcc=679-30').replace('12|Name=ООО', '11|Name=\ufffdÎÎ'),
      ],
      ['by the payee’s tax number', gost('PayeeINN=5000123450', 'PersAcc=679-30').replace('4070281', '4070999')],
      ['with an equals sign in another value', gost('Purpose=a=b', 'PersAcc=679-30')],
      ['between other separators', gost('PersAcc=679-30').replaceAll('|', '~')],
    ] as const) {
      it(`of a Russian receipt ${what}`, () => assert.equal(accountInCode(code, dgservic), '679-30'));
    }
  });

  const account = { ddzksu: fc.stringMatching(/^\d{5}$/), dgservic: fc.stringMatching(/^[\dА-Яа-я][\d/-]{0,12}\d$/) };
  const asked = (number: fc.Arbitrary<string>): fc.Arbitrary<AskedPayment> =>
    fc.record({
      account: number,
      amount: fc.integer({ min: 1, max: 9_999_999 }),
      billNumber: fc.option(fc.stringMatching(/^[A-Z\d-]{1,20}$/), { nil: null }),
      period: fc.constantFrom('2026-10', '2017-05', null),
    });

  for (const company of [ddzksu, dgservic]) {
    it(`comes back from whatever ${company.id} prints, in each language`, () => {
      const every = fc.tuple(asked(account[company.id as 'ddzksu' | 'dgservic']), fc.constantFrom(...languages));
      fc.assert(
        fc.property(every, ([bill, language]) => {
          const { text } = paymentCode({ ...company, languages: [language] }, bill);
          assert.equal(accountInCode(text, company), bill.account);
        }),
      );
    });
  }

  it('comes back between whatever separator the code had to take', () => {
    for (const purpose of ['за воду|свет', '|~', '|~^', '|~^_', '|~^_#', '|~^_#$', '|~^_#$&']) {
      const { text } = gostCode({ payee: gostPayee, amount: 1, purpose, account: '679-30', period: null });
      assert.equal(accountInCode(text, dgservic), '679-30', text);
    }
  });

  it('is null or of the company’s form with a digit for every text, and nothing is thrown', () => {
    const valid = paymentCode(ddzksu, { account: '12345', amount: 1, billNumber: null, period: null }).text;
    const start = fc.constantFrom(
      '',
      'BCD',
      'BCD\n002\n1\nSCT\n',
      'ST00012',
      'ST00011|',
      `${valid}`,
      gost('PersAcc='),
      '\ufeff',
    );
    const any = fc.tuple(start, fc.string({ unit: 'binary', maxLength: 400 })).map((parts) => parts.join(''));
    fc.assert(
      fc.property(any, (code) => {
        for (const company of [ddzksu, dgservic]) {
          const read = accountInCode(code, company);
          assert.ok(
            read === null || (/\d/.test(read) && new RegExp(company.accountNumber.pattern, 'u').test(read)),
            `${read}`,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
