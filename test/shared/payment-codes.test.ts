import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { epcText } from '../../shared/payment-epc.ts';
import { gostCode } from '../../shared/payment-gost.ts';
import { toUtf8, toWindows1251, utf8Length } from '../../shared/text-bytes.ts';

const epcPayee = { name: 'SIA Namu pārvalde', iban: 'LV80BANK0000435195001' };
const gostPayee = {
  name: 'ООО "ДомЖилСервис"',
  personalAcc: '40702810600000012345',
  bankName: 'ОБРАЗЕЦ БАНКА',
  bic: '044525999',
  correspAcc: '30101810600000000999',
  payeeInn: '5000123450',
};
const gost = (change: object = {}, of: object = {}) =>
  gostCode({
    payee: { ...gostPayee, ...change },
    amount: 595_586,
    purpose: 'Квартплата',
    account: '679-30',
    period: '2017-05',
    ...of,
  });

describe('a payment code after EPC069-12', () => {
  it('is refused for an amount that cannot be paid so', () => {
    for (const amount of [0, -1, 1.5, Number.NaN, 100_000_000_000]) {
      assert.throws(() => epcText({ payee: epcPayee, amount, text: 'x' }), RangeError, String(amount));
    }
  });

  it('has eleven lines, the empty ones for purpose and reference among them', () => {
    assert.equal(
      epcText({ payee: epcPayee, amount: 1_234, text: 'Klienta kods 12345' }),
      'BCD\n002\n1\nSCT\n\nSIA Namu pārvalde\nLV80BANK0000435195001\nEUR12.34\n\n\nKlienta kods 12345',
    );
  });

  it('ends after the last element given', () => {
    const text = epcText({ payee: { ...epcPayee, bic: 'BANKLV22' }, amount: 99_999_999_999, text: '' });
    assert.ok(text.endsWith('LV80BANK0000435195001\nEUR999999999.99'));
    assert.equal(text.split('\n')[4], 'BANKLV22');
  });

  it('holds at most 331 bytes, counted in UTF-8, and cuts the text for it', () => {
    const payee = { name: 'Ž'.repeat(90), iban: 'LV80BANK0000435195001', bic: 'BANKLV22XXX' };
    const text = epcText({ payee, amount: 99_999_999_999, text: 'ā'.repeat(200) });
    assert.equal(text.split('\n')[5], 'Ž'.repeat(70));
    assert.ok(utf8Length(text) <= 331 && utf8Length(text) >= 330, String(utf8Length(text)));
  });

  it('has one line for each element, whatever stands in a text', () => {
    assert.equal(epcText({ payee: epcPayee, amount: 1, text: 'a\nb\r\n\tc' }).split('\n').at(-1), 'a b c');
  });
});

describe('a payment code after GOST R 56042-2014', () => {
  it('is refused for an amount that is none', () => {
    for (const amount of [0, -5, 0.5]) assert.throws(() => gost({}, { amount }), RangeError);
  });

  it('is refused where the required block is longer than 300 bytes in every encoding', () => {
    assert.throws(() => gost({ name: 'Ж'.repeat(160), bankName: 'Ж'.repeat(120) }), /does not fit/);
    // Latvian letters are not in windows-1251.
    assert.throws(() => gost({ name: 'Ā'.repeat(160) }), /does not fit/);
  });

  it('begins with its header and has the required pairs first and in order', () => {
    const { bytes, ...code } = gost();
    assert.deepEqual(bytes, toUtf8(code.text));
    assert.deepEqual(code, {
      encoding: 'utf-8',
      purpose: 'Квартплата',
      text:
        'ST00012|Name=ООО "ДомЖилСервис"|PersonalAcc=40702810600000012345|BankName=ОБРАЗЕЦ БАНКА|BIC=044525999' +
        '|CorrespAcc=30101810600000000999|Sum=595586|Purpose=Квартплата|PayeeINN=5000123450|PersAcc=679-30' +
        '|PaymPeriod=052017|TechCode=02',
    });
  });

  it('chooses another separator for the whole where a value holds the usual one', () => {
    const { text } = gost({}, { purpose: 'за воду|свет' });
    assert.ok(text.startsWith('ST00012~Name='));
    assert.equal(text.split('~').length, 12);
    assert.throws(() => gost({}, { purpose: '|~^_#$&*' }), RangeError);
  });

  it('falls back to windows-1251 where the Cyrillic of the required block is too long', () => {
    const name = 'Ж'.repeat(160);
    const code = gost({ name });
    assert.equal(code.encoding, 'windows-1251');
    assert.ok(code.text.startsWith(`ST00011|Name=${name}|`));
    assert.equal(new TextDecoder('windows-1251').decode(code.bytes), code.text);
    // No sign of the whole text may be missing from it.
    assert.throws(() => gost({ name }, { purpose: 'ā' }), /does not fit/);
  });

  it('leaves the month out for a whole debt', () => assert.doesNotMatch(gost({}, { period: null }).text, /PaymPeriod/));
});

describe('bytes of a text', () => {
  it('are those of the machine’s own encoder in UTF-8', () => {
    // At each bound between one length and the next, and half a character.
    const bounds = '\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}';
    for (const text of ['', 'abc', 'āЖ€', '😀', 'x'.repeat(331), bounds, 'a\ud83d', '\ude00b']) {
      assert.equal(utf8Length(text), Buffer.byteLength(text));
      assert.deepEqual(Buffer.from(toUtf8(text)), Buffer.from(text));
    }
  });

  it('are those of the standard’s decoder in windows-1251, sign by sign', () => {
    const decoder = new TextDecoder('windows-1251');
    const all = decoder.decode(Uint8Array.from({ length: 256 }, (_, code) => code));
    assert.deepEqual(
      [...(toWindows1251(all) ?? [])],
      Array.from({ length: 256 }, (_, code) => code),
    );
    assert.equal(toWindows1251('ā'), null);
  });
});
