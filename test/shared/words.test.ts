import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { languages } from '../../shared/company.ts';
import { registerCodes, services, units } from '../../shared/meter.ts';

const packageRoot = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8');

interface Catalogue {
  text: string;
  bundle: FluentBundle;
  /** The keys as they stand in the file, also those that the parser could not read. */
  keys: string[];
  parsed: Set<string>;
}

/** What only some screens say, beside the words that come with the app. */
const areas = readdirSync(new URL('shared/words/', packageRoot), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function catalogue(language: string): Catalogue {
  const files = [`${language}.ftl`, ...areas.map((area) => `${area}/${language}.ftl`)];
  const text = files.map((file) => read(`shared/words/${file}`)).join('\n');
  const resource = new FluentResource(text);
  const bundle = new FluentBundle(language, { useIsolating: false });
  assert.deepEqual(bundle.addResource(resource), []);
  const keys = [...text.matchAll(/^([\w-]+)\s*=/gmu)].map(([, key]) => key as string);
  return { text, bundle, keys, parsed: new Set(resource.body.map(({ id }) => id)) };
}

const catalogues = new Map(languages.map((language) => [language, catalogue(language)]));
const english = catalogues.get('en') as Catalogue;

/** The variables of a message, those of the messages it refers to among them. */
function variables({ bundle }: Catalogue, key: string): string[] {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      const { type, name } = node as { type?: string; name?: string };
      if (type === 'var' && name) found.add(name);
      if (type === 'mesg' && name) walk(bundle.getMessage(name)?.value);
      Object.values(node).forEach(walk);
    }
  };
  walk(bundle.getMessage(key)?.value);
  return [...found].sort();
}

const dateParts = new Set(['date', 'day', 'month', 'short', 'time', 'year']);
const writesDates = (key: string): boolean => /^(date|day-\w+|month|moment-\w+|period|period-for)$/.test(key);

/** Every `code: '…'` or `kind: '…'` of a type that exists in its source alone. */
const named = (source: string, field: string): string[] => [
  ...new Set([...source.matchAll(new RegExp(`\\b${field}: '([\\w-]+)'`, 'g'))].map(([, name]) => name as string)),
];

function sources(folder: string): string {
  return readdirSync(new URL(folder, packageRoot), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
    .map((entry) => (entry.isDirectory() ? sources(`${folder}${entry.name}/`) : read(`${folder}${entry.name}`)))
    .join('\n');
}

describe('the words', () => {
  it('have areas, each in every language', () => {
    assert.deepEqual(areas, [
      'accounts',
      'bills',
      'history',
      'kiosk',
      'more',
      'office',
      'office-accounts',
      'office-audit',
      'office-exchange',
      'office-keys',
      'office-kiosks',
      'office-people',
      'office-progress',
      'office-review',
      'office-staff',
      'office-support',
      'office-windows',
      'readings',
      'support',
    ]);
    for (const area of areas) {
      const files = readdirSync(new URL(`shared/words/${area}/`, packageRoot)).sort();
      assert.deepEqual(files, languages.map((language) => `${language}.ftl`).sort());
    }
  });

  for (const [language, { text, bundle, keys, parsed }] of catalogues) {
    describe(`in ${language}`, () => {
      it('are read without anything left over, and no key stands twice', () => {
        assert.deepEqual(keys, [...new Set(keys)]);
        assert.deepEqual(keys, [...parsed]);
      });

      it('have the keys and the variables of the English ones', () => {
        assert.deepEqual([...keys].sort(), [...english.keys].sort());
        for (const key of keys) {
          const used = variables({ text, bundle, keys, parsed }, key);
          // A language writes a date from what it wants of the same parts.
          if (writesDates(key))
            assert.deepEqual(
              used.filter((name) => !dateParts.has(name)),
              [],
              key,
            );
          else assert.deepEqual(used, variables(english, key), `the variables of ${key}`);
        }
      });

      it('say something for every number, day, month and device', () => {
        for (const key of keys) {
          for (const number of [0, 1, 2, 3, 5, 10, 11, 21, 22, 25, 101]) {
            for (const device of ['phone', 'computer']) {
              const named = variables({ text, bundle, keys, parsed }, key).map((name) => [name, number]);
              const values: Record<string, string | number> = { ...Object.fromEntries(named), device };
              const pattern = bundle.getMessage(key)?.value;
              assert.ok(pattern, `${key} is empty`);
              const errors: Error[] = [];
              const said = bundle.formatPattern(pattern, values, errors);
              assert.deepEqual(errors, [], key);
              assert.ok(said.trim() !== '' && !/[{}]/.test(said), `${key}: ${said}`);
            }
          }
        }
      });

      it('name every problem, explanation, service, unit, register and language', () => {
        const problems = read('shared/problem.ts');
        const wanted = [
          ...named(problems, 'code').map((code) => `problem-${code}`),
          ...named(problems, 'kind').map((kind) => `explanation-${kind}`),
          ...services.map((service) => `service-${service}`),
          ...units.map((unit) => `unit-${unit}`),
          ...registerCodes.map((code) => `register-${code}`),
          ...languages.map((one) => `language-${one}`),
        ];
        assert.ok(wanted.length > 60);
        assert.deepEqual(
          wanted.filter((key) => !parsed.has(key)),
          [],
        );
      });

      it('know no technical terms', () => {
        const terms =
          /\b(sync|server|cache|offline|online|upload|database|serveri|kešatmiņa|sinhroniz\p{L}*)\b|сервер|кэш|синхрон|онлайн|офлайн/iu;
        const said = text.replace(/^[\w-]+\s*=/gmu, '');
        assert.equal(terms.exec(said)?.[0], undefined);
      });
    });
  }

  it('are all there that the app asks for by name, and no word is kept that nobody says', () => {
    const code = sources('web/');
    const literals = new Set([...code.matchAll(/'([a-z][\w]*(?:-[\w]+)+)'/g)].map(([, key]) => key as string));
    const asked = [...code.matchAll(/(?:words\.|this\.)text\(\s*'([\w-]+)'/g)].map(([, key]) => key as string);
    assert.ok(asked.length > 100);
    assert.deepEqual(
      asked.filter((key) => !english.parsed.has(key)),
      [],
    );
    // `service-${service}` and the like: asked for by their beginning.
    const begun = [...code.matchAll(/`([a-z-]+-)\$\{/g)].map(([, start]) => start as string);
    const ended = [...code.matchAll(/\$\{[^`}]+\}(-[a-z-]+)`/g)].map(([, end]) => end as string);
    const said = (key: string): boolean =>
      literals.has(key) ||
      asked.includes(key) ||
      begun.some((start) => key.startsWith(start)) ||
      ended.some((end) => key.endsWith(end) && literals.has(key.slice(0, -end.length)));
    assert.deepEqual(
      english.keys.filter((key) => !said(key) && !english.text.includes(`{ ${key} }`)),
      [],
    );
  });
});
