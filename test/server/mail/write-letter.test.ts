import '../../support/temporal.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { assetPath } from '../../../server/assets.ts';
import { loadCompany } from '../../../server/companies.ts';
import { type Draft, writeLetter } from '../../../server/mail/write-letter.ts';
import { languages } from '../../../shared/company.ts';
import { hostileTexts } from '../../support/hostile.ts';

const company = loadCompany('ddzksu');
const baseUrl = 'https://mans.example';
const url = `${baseUrl}/set-password#abcDEF-_123`;

/** Every kind of letter, and the link in it: one that opens something by itself for some hours, or one that lasts. */
const links: Readonly<Record<Draft['kind'], 'hours' | 'lasts' | 'none'>> = {
  registration: 'hours',
  known: 'hours',
  'known-elsewhere': 'hours',
  'password-reset': 'hours',
  activation: 'hours',
  'email-change': 'hours',
  'account-linked': 'none',
  'email-changed': 'none',
  'email-set': 'none',
  'phone-changed': 'none',
  'password-changed': 'none',
  'passkey-added': 'none',
  'users-merged': 'none',
  'office-wrote': 'lasts',
  'reading-reminder': 'lasts',
  'verification-reminder': 'lasts',
  'staff-invitation': 'hours',
  'staff-password-reset': 'hours',
  'staff-password-changed': 'none',
  'staff-second-factor-changed': 'none',
};
const kinds = Object.keys(links) as Draft['kind'][];

const draft = (change: Partial<Draft>): Draft => ({
  kind: 'registration',
  to: 'anna@example.lv',
  language: 'lv',
  name: 'Anna',
  facts: [],
  link:
    links[change.kind ?? 'registration'] === 'none'
      ? null
      : { url, hours: links[change.kind ?? 'registration'] === 'lasts' ? null : 24 },
  ...change,
});
const write = (change: Partial<Draft>, of = company) => writeLetter(draft(change), { company: of, baseUrl });

const catalogues = new Map(
  languages.map((language) => {
    const text = readFileSync(assetPath(`mail/words/${language}.ftl`), 'utf8');
    const body = new FluentResource(text).body;
    const keys = [...text.matchAll(/^([\w-]+)\s*=/gm)].map(([, key]) => key as string);
    return [language, { text, body, keys }] as const;
  }),
);

describe('the words of letters', () => {
  const english = catalogues.get('en');
  const variables = (text: string) => [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name))].sort();
  for (const [language, { text, body, keys }] of catalogues) {
    it(`are read whole in ${language}, with the keys and variables of the English ones`, () => {
      assert.deepEqual(new FluentBundle(language).addResource(new FluentResource(text)), []);
      assert.deepEqual(
        body.map(({ id }) => id),
        keys,
      );
      assert.deepEqual([...keys].sort(), [...(english?.keys ?? [])].sort());
      for (const { id, value } of body) {
        const same = english?.body.find((one) => one.id === id)?.value;
        assert.deepEqual(namesIn(value), namesIn(same), id);
      }
      assert.deepEqual(variables(text), ['company', 'hours', 'name']);
    });
  }
  const namesIn = (pattern: unknown) =>
    [
      ...new Set([...JSON.stringify(pattern ?? '').matchAll(/"type":"var","name":"(\w+)"/g)].map(([, name]) => name)),
    ].sort();

  it('are all said in some letter, in every language', () => {
    for (const language of languages) {
      const letters = kinds.flatMap((kind) =>
        [null, 'Anna'].map((name) =>
          write({
            kind,
            language,
            name,
            facts: [
              ['account', '1'],
              ['address', 'x'],
              ['when', '2026-11-28T12:00:00.000Z'],
              ['until', '2026-11-30'],
              ['meter', '1'],
              ['verified-until', '2026-12-31'],
            ],
          }),
        ),
      );
      const all = letters.map(({ text, html }) => `${text}\n${html}`).join('\n');
      for (const { id, value } of catalogues.get(language)?.body ?? []) {
        const parts = typeof value === 'string' ? [value] : (value ?? []).filter((part) => typeof part === 'string');
        for (const part of parts) assert.ok(all.includes(part), `${language}: ${id}: ${part}`);
      }
    }
  });

  it('count hours as the language does', () => {
    const lasts = (language: (typeof languages)[number], hours: number) =>
      write({ language, link: { url, hours } })
        .text.split('\n')
        .find((line) => line.includes(`${hours} `) || /one hour/.test(line));
    assert.match(lasts('en', 1) ?? '', /for one hour\./);
    assert.match(lasts('en', 24) ?? '', /for 24 hours\./);
    assert.match(lasts('lv', 1) ?? '', /1 stundu\./);
    assert.match(lasts('lv', 24) ?? '', /24 stundas\./);
    assert.match(lasts('ru', 1) ?? '', /1 часа\./);
    assert.match(lasts('ru', 24) ?? '', /24 часов\./);
  });
});

describe('a letter', () => {
  it('says the same as text and as HTML: the link, whom to call, and who writes', () => {
    for (const language of languages) {
      for (const kind of kinds) {
        const { subject, text, html } = write({ kind, language });
        assert.ok(text.startsWith(`${subject}\n`) && html.includes(`>${subject}</h1>`), kind);
        for (const said of ['80007287', baseUrl])
          assert.ok(text.includes(said) && html.includes(said), `${kind} ${said}`);
        assert.doesNotMatch(text + html, /80076100/, 'an emergency number is not for questions about a letter');
        assert.equal(text.includes(`\n${url}\n`), links[kind] !== 'none');
        assert.equal(html.split(`href="${url}"`).length - 1, text.includes(url) ? 2 : 0);
        assert.ok(html.includes(`<html lang="${language}"`));
        const shown = html.replace(/<style>[\s\S]*<\/style>/, '');
        assert.doesNotMatch(text + shown, /undefined|\[object|[{}]/);
      }
    }
  });

  it('loads nothing and runs nothing', () => {
    for (const kind of kinds) {
      const { html } = write({ kind });
      assert.doesNotMatch(html, /<(script|img|link|iframe|object|form|base)\b|\son\w+=|url\(|@import/i);
      for (const [, target] of html.matchAll(/href="([^"]*)"/g))
        assert.match(target ?? '', /^(https:\/\/mans\.example|tel:)/);
    }
  });

  it('shows whatever names, numbers and addresses hold, and none of it does anything', () => {
    const tagsOf = (html: string) => [...html.matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag);
    const facts = (value: string) => [['account', value] as const, ['address', value] as const];
    for (const kind of kinds) {
      const plain = write({ kind, name: 'x', facts: facts('x') });
      for (const value of [...hostileTexts, `"'<>&`, '</bdi></style></title><b>', '\u2069\u2069<i>', '{ $hours }']) {
        const { subject, text, html } = write({ kind, name: value, facts: facts(value) });
        assert.equal(subject, plain.subject);
        assert.deepEqual(tagsOf(html), tagsOf(plain.html), value);
        assert.equal(text.split('\n').length, plain.text.split('\n').length, value);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        assert.doesNotMatch(text + html, /[\u0000-\u0009\u000b-\u001f\u200b-\u200f\u202a-\u202e]/, value);
      }
    }
  });

  it('keeps right-to-left text to itself, and marks nothing where there is none', () => {
    const { text, html } = write({ name: 'مرحبا', facts: [['address', 'Rīgas iela 1']] });
    assert.ok(text.includes('Labdien, \u2068مرحبا\u2069!'));
    assert.ok(html.includes('Labdien, <bdi>مرحبا</bdi>!'));
    assert.ok(text.includes('Adrese: Rīgas iela 1\n'));
    assert.doesNotMatch(write({}).text, /[\u2066-\u2069]/);
    assert.doesNotMatch(html, /[\u2066-\u2069]/);
  });

  it('tells the time as the company’s clocks do', () => {
    const facts = [['when', '2026-11-28T22:30:00.000Z']] as const;
    assert.match(write({ kind: 'phone-changed', language: 'en', facts }).text, /^When: 29 November 2026 at 00:30$/m);
    assert.match(
      write({ kind: 'phone-changed', language: 'lv', facts }).text,
      /^Laiks: 2026\. gada 29\. novembris.* 00:30$/m,
    );
    assert.match(write({ kind: 'phone-changed', language: 'ru', facts }).text, /^Когда: 29 ноября 2026 г\. в 00:30$/m);
  });

  it('can be read on the accent of any company', () => {
    const on = (light: string) =>
      /href="[^"]*" target="_blank" style="display:block[^"]*color:(#\w+)"/.exec(
        write({}, { ...company, accent: { light, dark: '#ffffff' } }).html,
      )?.[1];
    assert.deepEqual(['#000000', '#0b6e4f', '#ffd400', '#ffffff'].map(on), [
      '#ffffff',
      '#ffffff',
      '#10110d',
      '#10110d',
    ]);
  });
});
