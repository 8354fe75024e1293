import '../../support/temporal.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { paperToken } from '../../../server/auth/tokens.ts';
import { loadCompany } from '../../../server/companies.ts';
import { type ActivationLetter, activationLetter } from '../../../server/letters/activation-letter.ts';
import { paperValidUntil } from '../../../server/letters/paper-validity.ts';
import { languages } from '../../../shared/company.ts';
import { printedCode, readPrintedCode } from '../../support/printed-code.ts';

const now = Date.parse('2026-11-21T12:30:00Z');
const token = paperToken();
const anna: ActivationLetter = {
  name: 'Anna Bērziņa',
  email: 'anna@example.com',
  language: 'lv',
  accounts: [{ number: '10427', address: 'Cietokšņa iela 48, Daugavpils, dz. 12' }],
  url: 'https://mans.ddzksu.lv',
  token,
  now,
  validUntil: paperValidUntil(now, 'Europe/Riga'),
};
const letter = (change: Partial<ActivationLetter> = {}, company = 'ddzksu') =>
  activationLetter(loadCompany(company), { ...anna, ...change });

/** What stands on the paper, without the marks that isolate directions of writing. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ');

describe('the activation letter', () => {
  test('has a code with white around it that reads as the very link that is to be typed', () => {
    const page = letter();
    assert.equal(readPrintedCode(page), `https://mans.ddzksu.lv/set-password#${token}`);
    const { size, dark } = printedCode(page);
    for (const place of dark) {
      for (const at of place.split(' ').map(Number)) assert.ok(at >= 4 && at < size - 4, place);
    }
    const typed = /<code>(.*)<\/code>/s.exec(page)?.[1] ?? '';
    assert.equal(typed.replace(/<[^>]+>/g, ''), `https://mans.ddzksu.lv/set-password#${token}`);
    assert.equal([...typed.matchAll(/<i>([a-z2-9]{4})<\/i>/g)].length, 7);
  });

  test('writes an address of other letters as people know it, and encodes it as browsers do', () => {
    const page = letter({ url: 'https://lk.домжилсервис.рф/портал' }, 'dgservic');
    assert.match(textOf(page), /Ваш доступ к lk\.домжилсервис\.рф\/портал/);
    const read = readPrintedCode(page);
    assert.match(read, /^https:\/\/lk\.xn--[a-z0-9]+\.xn--p1ai\/[%\dA-F]+\/set-password#/);
    assert.equal(new URL(read).hash, `#${token}`);
  });

  test('says whose it is, what to do, until when, and whom to call, in the language of the user', () => {
    for (const [language, ...wanted] of [
      [
        'lv',
        'Klienta kods 10427 , Cietokšņa iela 48',
        'Pēdējā derīguma diena: 2026. gada 5. decembris',
        'Abonentu daļa',
      ],
      ['en', 'Account number 10427 , Cietokšņa iela 48', 'until the end of 5 December 2026', 'Subscriber department'],
      [
        'ru',
        'Лицевой счёт 10427 , Cietokšņa iela 48',
        'Действует по 5 декабря 2026 г. включительно',
        'Абонентский отдел',
      ],
    ] as const) {
      const page = letter({ language });
      assert.match(page, new RegExp(`<html lang="${language}">`));
      const always = [
        'SIA "Daugavpils dzīvokļu',
        'Anna Bērziņa',
        'anna@example.com',
        ' 8 ',
        '80007287',
        'mans@ddzksu.lv',
      ];
      for (const words of [...always, ...wanted])
        assert.ok(textOf(page).includes(words), `${words} in ${textOf(page)}`);
      // For a broken pipe, not for a password.
      assert.doesNotMatch(page, /80076100/);
    }
  });

  test('is in the first language of a company that does not speak that of the user', () => {
    assert.match(letter({ language: 'lv' }, 'dgservic'), /<html lang="ru">/);
    assert.match(letter({ language: null }), /<html lang="lv">/);
  });

  test('names the e-mail address as a way to sign in only to a user who has one', () => {
    const page = textOf(letter({ language: 'en', email: null }));
    assert.match(page, /sign in at mans\.ddzksu\.lv with your account number and this password/);
    assert.match(textOf(letter({ language: 'en' })), /with your account number or your e-mail address and this/);
  });

  test('stays on one page with many accounts: it names the first ones and counts the others', () => {
    const accounts = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ number: `1000${at}`, address: `Rīgas iela ${at}` }));
    const told = (count: number) => textOf(letter({ language: 'en', accounts: accounts(count) }));
    assert.match(told(4), /10000 .*10001 .*10002 .*10003 , Rīgas iela 3 E-mail/);
    assert.match(told(5), /10000 .*10001 .*10002 , Rīgas iela 2 and 2 more accounts/);
    assert.doesNotMatch(told(5), /10003/);
    assert.match(textOf(letter({ language: 'ru', accounts: accounts(24) })), /и ещё 21 лицевой счёт /);
    assert.doesNotMatch(told(0), /Account number/);
  });

  test('takes every text as text, and holds nothing that runs or is fetched', () => {
    const hostile = `<script>alert(1)</script>"'&\u202e</bdi>`;
    const page = letter({
      name: hostile,
      email: `${hostile}@example.com`,
      accounts: [{ number: hostile, address: hostile }],
    });
    assert.doesNotMatch(page, /<script|<\/bdi><\/b>"|javascript:|<link|<img|<a /);
    assert.equal(page.split('<bdi>').length, page.split('</bdi>').length);
    assert.ok(textOf(page).includes(hostile));
    assert.match(page, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.doesNotMatch(page.replace(/<style>.*<\/style>/s, ''), /\bon\w+=|\bsrc=|\bhref=/);
  });

  test('refuses an address that is too long for a code on paper', () => {
    assert.throws(() => letter({ url: `https://${'a'.repeat(50)}.lv/${'b'.repeat(400)}` }), RangeError);
  });
});

describe('a token for paper', () => {
  test('has 28 of 32 signs, none of which looks like another, and at least 128 random bits', () => {
    const tokens = Array.from({ length: 500 }, paperToken);
    for (const one of tokens) assert.match(one, /^[a-km-np-z2-9]{28}$/);
    assert.equal(new Set(tokens).size, 500);
    const signs = new Set(tokens.join(''));
    assert.equal(signs.size, 32);
    assert.ok(28 * Math.log2(signs.size) >= 128);
  });

  test('lasts two weeks and to the end of that day where the company is, also across a change of the clocks', () => {
    for (const [at, timeZone, until] of [
      ['2026-11-21T12:30:00Z', 'Europe/Riga', '2026-12-05T22:00:00Z'],
      // Already the next day in Riga.
      ['2026-11-21T22:30:00Z', 'Europe/Riga', '2026-12-06T22:00:00Z'],
      ['2026-10-20T12:00:00Z', 'Europe/Riga', '2026-11-03T22:00:00Z'],
      ['2027-03-20T12:00:00Z', 'Europe/Riga', '2027-04-03T21:00:00Z'],
      ['2026-11-21T12:30:00Z', 'Europe/Moscow', '2026-12-05T21:00:00Z'],
    ] as const) {
      assert.equal(new Date(paperValidUntil(Date.parse(at), timeZone)).toISOString(), `${until.slice(0, -1)}.000Z`, at);
    }
  });
});

test('the words of letters on paper are the same keys in every language', () => {
  const keysOf = (language: string) => {
    const file = new URL(`../../../../server/letters/words/${language}.ftl`, import.meta.url);
    return [...readFileSync(file, 'utf8').matchAll(/^([\w-]+) =/gm)].map(([, key]) => key);
  };
  for (const language of languages) assert.deepEqual(keysOf(language), keysOf('en'), language);
});
