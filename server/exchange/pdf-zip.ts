import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { isTransient } from '../db/database.ts';
import type { ImportFile } from '../tables/import-file.ts';
import { FileRefused } from '../tables/problems.ts';
import { openZip } from '../tables/zip-file.ts';
import { isPdfName, isTooLarge, type PdfFile, type PdfSource, readPdf, tooLarge } from './pdf-source.ts';

/**
 * The PDFs in a ZIP, in whatever folder of it. Nothing is unpacked to disk, and of each file no more is inflated than a PDF may
 * have. Throws FileRefused where the ZIP is cut, broken or encrypted, or where its files lie over each other: so a small one could
 * be made to hold any number of large ones.
 */
export function pdfZip(from: string | ImportFile): PdfSource {
  return {
    async *files() {
      const zip = await whole(() => (typeof from === 'string' ? openPromise(from, options) : openZip(from, options)));
      try {
        const entries = zip.eachEntry();
        let left = zip.fileSize;
        for (;;) {
          const next = await whole(() => entries.next());
          if (next.done) return;
          left -= next.value.compressedSize;
          if (left < 0) throw broken('its files lie over each other');
          const file = fileOf(zip, next.value);
          if (file) yield file;
        }
      } finally {
        zip.close();
      }
    },
  };
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };

function fileOf(zip: ZipFile, entry: Entry): PdfFile | null {
  const place = placeOf(entry);
  const name = place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
  // macOS puts a file of its own beside each (AppleDouble).
  if (!isPdfName(name) || name.startsWith('._')) return null;
  return { name: name.normalize('NFC'), place, read: () => whole(() => read(zip, entry)) };
}

/** Names in UTF-8 say so (APPNOTE, bit 11), or are so all the same; others come from Windows in its code page for Cyrillic. */
function placeOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const saysSo = (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === unicodePath);
  if (saysSo) return name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return new TextDecoder('ibm866').decode(fileNameRaw);
  }
}

const unicodePath = 0x7075;

async function read(zip: ZipFile, entry: Entry): ReturnType<PdfFile['read']> {
  if (entry.isEncrypted()) {
    throw new FileRefused('zip_encrypted', 'the ZIP is encrypted: save it without a password');
  }
  if (isTooLarge(entry.uncompressedSize)) return tooLarge;
  const stream = await zip.openReadStreamPromise(entry);
  let sum = 0;
  async function* summed(): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      sum = crc32(chunk as Buffer, sum);
      yield chunk as Buffer;
    }
  }
  try {
    const answer = await readPdf(summed());
    // The package compares lengths only.
    if (answer.ok && sum !== entry.crc32) throw broken(`the check sum of ${placeOf(entry)} is another one`);
    return answer;
  } finally {
    stream.destroy();
  }
}

/** What goes wrong with a ZIP is the file's fault, unless the machine says that it is its own. */
async function whole<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileRefused || (error as { syscall?: unknown }).syscall !== undefined || isTransient(error)) {
      throw error;
    }
    const words = error instanceof Error ? error.message : String(error);
    if (/encrypt/i.test(words))
      throw new FileRefused('zip_encrypted', 'the ZIP is encrypted: save it without a password');
    throw broken(words);
  }
}

const broken = (words: string): FileRefused =>
  new FileRefused('zip_broken', `the ZIP cannot be read to its end: ${words}`);
