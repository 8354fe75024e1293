import type { Language } from '../../shared/company.ts';

/** What a file may be named to be in. UTF-16 is read by its byte order mark alone. */
export const namedEncodings = ['utf-8', 'windows-1251', 'windows-1257'] as const;

export type Encoding = (typeof namedEncodings)[number] | 'utf-16le' | 'utf-16be';
type SingleByte = Extract<Encoding, `windows-${string}`>;

/**
 * What the words of a file look like, read byte by byte. Russian words in windows-1251 are all bytes above 0x80, Latvian
 * words in windows-1257 have a few of them among the letters of ASCII: `Bērziņš` is `B·rzi··`, `Берзиня` is `·······`.
 */
interface Tally {
  /** Three letters or more, none of ASCII, in the case that words are written in. */
  russian: number;
  /** Letters of ASCII and of the Latvian alphabet in windows-1257, no others. */
  latvian: number;
  /** Letters of ASCII and others: `Müller`. */
  mixed: number;
  /** `бЕРЗИНЯ`, as KOI8-R looks in windows-1251. */
  oddCase: number;
  /** Bytes by their value. */
  bytes: Uint32Array;
}

/** Of a hundred words that say something, so few may say the opposite: a typing error, a name in other letters. */
const mostDoubtful = 5;

/** Windows-1251 or windows-1257 where the words leave no doubt, otherwise null. Anything else is left in doubt too. */
export function encodingByWords(tally: Tally, languages: readonly Language[]): SingleByte | null {
  const { russian, latvian, mixed, oddCase, bytes } = tally;
  const plain = encodingOfWords(tally);
  if (plain !== null) return plain;
  if (russian + latvian + mixed + oddCase > 0) return null;
  // Nothing but signs and single letters (`№ 5`, `Š.`): they may read alike, or the company may have one of the two alphabets.
  if (!differing.some((byte) => bytes[byte] !== 0)) return 'windows-1257';
  const hasLatvian = languages.includes('lv');
  if (hasLatvian === languages.includes('ru')) return null;
  const likely = hasLatvian ? 'windows-1257' : 'windows-1251';
  return strangers(tally, likely) === 0 ? likely : null;
}

/** By the words alone, whatever the company speaks; null where there are none, or where they contradict each other. */
export function encodingOfWords(tally: Tally): SingleByte | null {
  const { russian, latvian, mixed, oddCase } = tally;
  const outweighs = (count: number, against: number): boolean => count > 0 && against * 100 <= count * mostDoubtful;
  if (outweighs(russian, latvian + mixed + oddCase + strangers(tally, 'windows-1251'))) return 'windows-1251';
  // Names of neighbours have letters of their own in windows-1257: `Müller`, `Žukauskienė`.
  if (outweighs(latvian, russian + strangers(tally, 'windows-1257')) && mixed * 3 <= latvian) return 'windows-1257';
  return null;
}

export async function tallyWords(chunks: AsyncIterable<Uint8Array>): Promise<Tally> {
  const tally: Tally = { russian: 0, latvian: 0, mixed: 0, oddCase: 0, bytes: new Uint32Array(256) };
  let [ascii, high, foreign, odd, before] = [0, 0, 0, 0, 0];
  const endWord = (): void => {
    if (high > 0 && ascii > 0) tally[foreign > 0 ? 'mixed' : 'latvian']++;
    else if (high >= 3) tally[odd > 0 ? 'oddCase' : 'russian']++;
    [ascii, high, foreign, odd, before] = [0, 0, 0, 0, 0];
  };
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      tally.bytes[byte] = (tally.bytes[byte] ?? 0) + 1;
      if (isAsciiLetter(byte)) ascii++;
      else if (isHighLetter(byte)) {
        high++;
        if (!latvianLetters.has(byte)) foreign++;
        if (isLower1251(before) && isHighLetter(before) && !isLower1251(byte)) odd++;
      } else if (ascii + high > 0) endWord();
      before = byte;
    }
  }
  endWord();
  return tally;
}

const isAsciiLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
/** А–я, Ё and ё of windows-1251; the letters of windows-1257 but for Æ and æ. */
const isHighLetter = (byte: number): boolean =>
  byte >= 0xc0 || byte === 0xa8 || byte === 0xb8 || byte === 0xaa || byte === 0xba;
const isLower1251 = (byte: number): boolean => byte >= 0xe0 || byte === 0xb8;

/** What the bytes from 0x80 on stand for. */
const upper = Uint8Array.from({ length: 0x80 }, (_, at) => 0x80 + at);
const signs: Readonly<Record<SingleByte, string>> = {
  'windows-1251': new TextDecoder('windows-1251').decode(upper),
  'windows-1257': new TextDecoder('windows-1257').decode(upper),
};

const latvianLetters = bytesIn('windows-1257', 'ĀČĒĢĪĶĻŅŌŖŠŪŽāčēģīķļņōŗšūž');

/** Signs below the letters that texts of these languages have; the same in both, but for € and №. */
const common = '‚„…‰‹‘’“”•–—™›\u00a0§©«\u00ad®°±·»';
const usual: Readonly<Record<SingleByte, ReadonlySet<number>>> = {
  'windows-1251': bytesIn('windows-1251', `${common}€№Ёё`),
  'windows-1257': bytesIn('windows-1257', `${common}€²³¹ŖŗØø`),
};

const differing = upper.filter((_, at) => signs['windows-1251'][at] !== signs['windows-1257'][at]);

function strangers({ bytes }: Tally, encoding: SingleByte): number {
  let count = 0;
  for (let byte = 0x80; byte < 0xc0; byte++) if (!usual[encoding].has(byte)) count += bytes[byte] ?? 0;
  return count;
}

function bytesIn(encoding: SingleByte, text: string): ReadonlySet<number> {
  return new Set(upper.filter((_, at) => text.includes(signs[encoding][at] ?? '\0')));
}
