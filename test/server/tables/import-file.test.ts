import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Encoding } from '../../../server/tables/encoding.ts';
import { contradictedBy, detectEncoding, type ImportFile, readText } from '../../../server/tables/import-file.ts';
import { FileRefused } from '../../../server/tables/problems.ts';
import { type Language, languages } from '../../../shared/company.ts';

type Bytes = readonly number[] | Uint8Array;

function fileOf(bytes: Bytes, chunk = 5): ImportFile {
  return {
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield Uint8Array.from(bytes.slice(at, at + chunk));
    },
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text in an encoding of one byte a character, or in UTF-16, without a byte order mark. */
function encode(text: string, encoding: string): number[] {
  if (encoding === 'utf-16le') return [...Buffer.from(text, 'utf16le')];
  if (encoding === 'utf-16be') return [...Buffer.from(text, 'utf16le').swap16()];
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]));
  return [...text].map((sign) => {
    const byte = bytes.get(sign);
    assert.ok(byte !== undefined, `${sign} is not in ${encoding}`);
    return byte;
  });
}

const detect = (bytes: Bytes, { named, speaks = languages }: { named?: Encoding; speaks?: readonly Language[] } = {}) =>
  detectEncoding(fileOf(bytes), { named, languages: speaks });

const refusedAs = (code: string) => (error: unknown) => error instanceof FileRefused && error.code === code;

async function textOf(bytes: Bytes, encoding: Encoding, chunk?: number): Promise<string> {
  let text = '';
  for await (const piece of readText(fileOf(bytes, chunk), encoding)) text += piece;
  return text;
}

const header = 'account;holder;address;premises\n';
const latvian = `${header}10427;Anna Bērziņa;Rīgas iela 48;1\n20315;Jānis Müller;Šķūņu iela 2;kv. 3\n`;
const russian = `${header}10427;Анна Берзиня;ул. Ригас 48;кв. 1\n20315;Ян Ли, ТСЖ «Заря» № 5;пр. Мира 2;3\n`;

test('what is no text is refused, a ZIP file too', async () => {
  await assert.rejects(detect([80, 75, 3, 4, 20, 0]), refusedAs('not_text'));
  await assert.rejects(detect([65, 0, 66, 0]), refusedAs('not_text'));
});

test('letters that leave a doubt are refused with the choice, never guessed', async () => {
  for (const [bytes, why] of [
    [encode('1;Müller\n', 'windows-1257'), 'a name of neither language'],
    [encode('1;Š.\n', 'windows-1257'), 'a single letter'],
    [
      encode('1;Bērziņa\n2;Берзиня\n'.replace('Берзиня', 'AAA'), 'windows-1257').concat(encode('Анна', 'windows-1251')),
      'both',
    ],
    [encode('1;Анна Берзиня\n', 'koi8-r'), 'KOI8-R'],
    [encode('1;АННА берзиня сестра\n', 'ibm866'), 'CP866'],
    [encode('1;Ābele, Kārlis\n', 'iso-8859-4'), 'ISO 8859-4'],
  ] as const) {
    await assert.rejects(
      detect(bytes),
      (error) => refusedAs('encoding_unclear')(error) && /--encoding/.test(String(error)),
      why,
    );
  }
});

test('a named encoding that the file is plainly not in is refused', async () => {
  await assert.rejects(detect(utf8(latvian), { named: 'windows-1257' }), refusedAs('encoding_contradicts'));
  await assert.rejects(detect([0xff, 0xfe, 65, 0], { named: 'utf-8' }), refusedAs('encoding_contradicts'));
  await assert.rejects(detect(encode(latvian, 'windows-1257'), { named: 'utf-8' }), refusedAs('encoding_broken'));
  await assert.rejects(detect([0xef, 0xbb, 0xbf, 65, 0xe7, 66]), refusedAs('encoding_broken'));
  // A byte that windows-1257 does not have.
  await assert.rejects(textOf([65, 0xa1], 'windows-1257'), refusedAs('encoding_broken'));
  await assert.rejects(textOf([0xff, 0xfe, 65, 0, 66], 'utf-16le'), refusedAs('encoding_broken'));
});

test('a named encoding decides where the letters do not', async () => {
  const bytes = encode('1;Müller\n', 'windows-1257');
  assert.equal(await detect(bytes, { named: 'windows-1257' }), 'windows-1257');
  assert.equal(await detect(bytes, { named: 'windows-1251' }), 'windows-1251');
  assert.equal(await detect(utf8('1;Muller\n'), { named: 'windows-1251' }), 'windows-1251');
});

test('a named encoding that the words speak against is told, where they leave no doubt', async () => {
  const looksLike = (bytes: Bytes, named?: Encoding) => contradictedBy(fileOf(bytes), named);
  assert.equal(await looksLike(encode(latvian, 'windows-1257'), 'windows-1251'), 'windows-1257');
  assert.equal(await looksLike(encode(russian, 'windows-1251'), 'windows-1257'), 'windows-1251');
  assert.equal(await looksLike(encode(russian, 'windows-1251'), 'windows-1251'), null);
  assert.equal(await looksLike(encode(latvian, 'windows-1257')), null);
  assert.equal(await looksLike(encode('1;Müller\n', 'windows-1257'), 'windows-1251'), null);
  // Signs that both read alike, and no letters at all.
  assert.equal(await looksLike(encode('1;«5» – 6°\n', 'windows-1251'), 'windows-1251'), null);
  assert.equal(await looksLike(utf8('1;Muller\n'), 'windows-1251'), null);
});

test('Latvian in windows-1257 is not read as Russian, nor Russian in windows-1251 as Latvian', async () => {
  assert.equal(await detect(encode(latvian, 'windows-1257')), 'windows-1257');
  assert.equal(await detect(encode(russian, 'windows-1251')), 'windows-1251');
  // One name is enough, and a Latin letter among many Russian words does no harm.
  assert.equal(await detect(encode('1;Bērziņš\n', 'windows-1257')), 'windows-1257');
  assert.equal(await detect(encode('1;Анна\n', 'windows-1251')), 'windows-1251');
  const slip = `${'Анна Берзиня\n'.repeat(30)}Cергей\n`;
  assert.equal(await detect(encode(slip, 'windows-1251')), 'windows-1251');
});

test('signs and single letters are told by the languages of the company, where it has one of the two', async () => {
  const cyrillic = encode('1;кв. 5\n', 'windows-1251');
  assert.equal(await detect(cyrillic, { speaks: ['ru', 'en'] }), 'windows-1251');
  await assert.rejects(detect(cyrillic, { speaks: ['ru', 'lv'] }), refusedAs('encoding_unclear'));
  const latin = encode('1;Š. Ž. 5\n', 'windows-1257');
  assert.equal(await detect(latin, { speaks: ['lv'] }), 'windows-1257');
  // Both read these signs alike.
  const signs = encode('1;«5» – 6°\n', 'windows-1251');
  assert.equal(await textOf(signs, await detect(signs)), '1;«5» – 6°\n');
});

test('UTF-8 with and without a byte order mark, and UTF-16 with it, are read without being named', async () => {
  const marked = (text: string, encoding: Encoding) =>
    encoding === 'utf-8' ? utf8(`\ufeff${text}`) : encode(`\ufeff${text}`, encoding);
  for (const text of [latvian, russian, 'account\r\n1\r\n']) {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      assert.equal(await detect(marked(text, encoding)), encoding);
      for (const chunk of [1, 2, 3, 1000]) {
        assert.equal(await textOf(marked(text, encoding), encoding, chunk), text.replaceAll('\r\n', '\n'));
      }
    }
    assert.equal(await detect(utf8(text)), 'utf-8');
  }
});

test('line ends become LF, wherever the file is cut into chunks', async () => {
  for (const chunk of [1, 2, 3, 1000]) {
    assert.equal(await textOf(utf8('1\r\n\r\n2\r3\n\r'), 'utf-8', chunk), '1\n\n2\n3\n\n');
  }
});
