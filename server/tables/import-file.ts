import { isAscii } from 'node:buffer';
import type { Language } from '../../shared/company.ts';
import { type Encoding, encodingByWords, encodingOfWords, tallyWords } from './encoding.ts';
import { FileRefused } from './problems.ts';

/** A file that can be read more than once: a first time for its encoding, and again where a transaction starts over. */
export interface ImportFile {
  open(): AsyncIterable<Uint8Array>;
  /**
   * Where a part of it can be read without what stands before: from `start` up to `end`, which is not included. Without
   * it a workbook is read into the memory first.
   */
  range?: { readonly size: number; open(start: number, end: number): AsyncIterable<Uint8Array> };
}

/** What whoever brings a file knows of it: the encoding that they named, and the languages that its texts may be in. */
interface EncodingHints {
  named?: Encoding | undefined;
  languages: readonly Language[];
}

/**
 * A byte order mark decides, then whether it is UTF-8, which no other encoding is by chance, then what the letters say.
 * Where they leave a doubt the file is refused: a wrong guess would turn the names of residents into other letters.
 */
export async function detectEncoding(file: ImportFile, { named, languages }: EncodingHints): Promise<Encoding> {
  const { mark, isUtf8, hasAsciiOnly } = await look(file);
  const sure = mark ?? (isUtf8 && !hasAsciiOnly ? 'utf-8' : null);
  if (mark === 'utf-8' && !isUtf8) throw broken('utf-8');
  if (named !== undefined) {
    if (sure !== null && sure !== named) {
      throw new FileRefused('encoding_contradicts', `the file is in ${sure}, and ${named} was named`);
    }
    if (named === 'utf-8' && !isUtf8) throw broken('utf-8');
    return named;
  }
  if (sure !== null) return sure;
  if (hasAsciiOnly) return 'utf-8';
  const found = encodingByWords(await tallyWords(file.open()), languages);
  if (found !== null) return found;
  throw new FileRefused(
    'encoding_unclear',
    'the file is not in UTF-8, and its letters leave open whether it is in windows-1257 (Latvian) or windows-1251 ' +
      '(Russian): name it with --encoding, or save the file as UTF-8',
  );
}

/** The encoding that the words of a file plainly are in, where another one with single bytes was named for it. */
export async function contradictedBy(file: ImportFile, named: Encoding | undefined): Promise<Encoding | null> {
  if (!named?.startsWith('windows-')) return null;
  const found = encodingOfWords(await tallyWords(file.open()));
  return found === named ? null : found;
}

/** The text in chunks, without a byte order mark and with LF as the only line end. */
export async function* readText(file: ImportFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      const text = decoder.decode(bytes, { stream: bytes !== undefined });
      if (!text.includes('\0')) return text;
    } catch {
      throw broken(encoding);
    }
    throw new FileRefused('not_text', notText);
  };
  let held = '';
  for await (const bytes of file.open()) {
    const text = held + decode(bytes);
    // A CR at the end may be the first half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield toLf(held ? text.slice(0, -1) : text);
  }
  yield toLf(held + decode());
}

const toLf = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const notText = 'the file is not a text; UTF-16 is read only with its byte order mark';
const broken = (encoding: Encoding): FileRefused =>
  new FileRefused('encoding_broken', `the file is not in ${encoding} from its beginning to its end`);

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

async function look(file: ImportFile): Promise<{ mark: Encoding | null; isUtf8: boolean; hasAsciiOnly: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first: number[] | null = [];
  let mark: Encoding | null = null;
  let isUtf8 = true;
  let hasAsciiOnly = true;
  let hasZero = false;
  for await (const bytes of file.open()) {
    if (first !== null) {
      first.push(...bytes.subarray(0, 4 - first.length));
      if (first.length >= 4) {
        mark = markOf(first);
        first = null;
      }
    }
    if (isUtf8) isUtf8 = isValid(decoder, bytes);
    if (hasAsciiOnly) hasAsciiOnly = isAscii(bytes);
    if (!hasZero) hasZero = bytes.includes(0);
  }
  if (first !== null) mark = markOf(first);
  if (hasZero && !mark?.startsWith('utf-16')) throw new FileRefused('not_text', notText);
  return { mark, isUtf8: isUtf8 && isValid(decoder), hasAsciiOnly };
}

const markOf = (first: readonly number[]): Encoding | null =>
  marks.find(([, mark]) => mark.every((byte, at) => first[at] === byte))?.[0] ?? null;

function isValid(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
