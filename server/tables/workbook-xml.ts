import { SaxesParser } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import { FileRefused } from './problems.ts';

/** What is inflated of a workbook in all, and how much more than what it was packed into. Real sheets come to a tenth. */
const mostInflated = 2 * 1024 ** 3;
const mostRatio = 300;
/** Small parts may repeat themselves as much as they like. */
const smallPart = 8 * 1024 * 1024;

/** From one element to the next it is never as far: what the parser holds until then is in the memory. */
const longestPiece = 4 * 1024 * 1024;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /** By its name without a prefix, as are its attributes. */
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

export const brokenWorkbook = (words: string): FileRefused =>
  new FileRefused('workbook_broken', `the workbook cannot be read: ${words}`);

const bomb = (): FileRefused =>
  new FileRefused('zip_bomb', 'the workbook is made so that it would fill any memory: it is not read');

/** Counts what has been inflated, so that no small file becomes an endless one. */
export class Inflation {
  #total = 0;

  note(entry: Entry, sofar: number, more: number): void {
    this.#total += more;
    const isBomb = sofar > smallPart && sofar > entry.compressedSize * mostRatio;
    if (isBomb || this.#total > mostInflated) {
      throw bomb();
    }
  }
}

/**
 * Reads one part of a workbook from its beginning, and answers again after each piece of it. Whoever has enough stops asking.
 * Throws FileRefused where the part is cut, encrypted, or not well-formed. Entities of its own a document cannot have.
 */
export async function* readXml(
  zip: ZipFile,
  entry: Entry,
  inflation: Inflation,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  if (entry.isEncrypted()) throw new FileRefused('workbook_encrypted', 'the workbook has a password');
  const parser = new SaxesParser({ xmlns: false, position: false });
  let piece = 0;
  parser.on('opentag', ({ name, attributes }) => {
    piece = 0;
    handlers.open(local(name), byLocalName(attributes));
  });
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  const close = handlers.close;
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  parser.on('doctype', () => {
    throw brokenWorkbook('it declares a document type');
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  const stream = await sound(() => zip.openReadStreamPromise(entry));
  try {
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (;;) {
      const { done, value } = await sound(() => chunks.next());
      if (done) break;
      size += value.length;
      inflation.note(entry, size, value.length);
      piece += value.length;
      if (piece > longestPiece) throw bomb();
      await sound(async () => parser.write(decoder.decode(value, { stream: true })));
      yield;
    }
    await sound(async () => parser.write(decoder.decode()).close());
    yield;
  } finally {
    stream.destroy();
  }
}

/** What goes wrong with a workbook is the file's fault, unless the machine or the database says that it is its own. */
export async function sound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isOurs = error instanceof FileRefused || !(error instanceof Error) || isOfMachine(error);
    throw isOurs ? error : brokenWorkbook(error.message);
  }
}

/** yauzl, zlib, saxes and TextDecoder tell what is wrong with a file by words, or by codes of their own. */
function isOfMachine(error: Error): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (syscall !== undefined) return true;
  return typeof code === 'string' && !/^(Z_|ERR_)/.test(code);
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

function byLocalName(attributes: Readonly<Record<string, string>>): Attributes {
  let plain: Record<string, string> | null = null;
  for (const name in attributes) {
    if (!name.includes(':')) continue;
    plain ??= { ...attributes };
    plain[local(name)] = attributes[name] as string;
  }
  return plain ?? attributes;
}
