import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, type Options, RandomAccessReader, type ZipFile } from 'yauzl';
import type { ImportFile } from './import-file.ts';
import { FileRefused } from './problems.ts';

/** What a file may have that has to be held in memory, because no part of it can be read alone. */
const mostHeld = 64 * 1024 * 1024;

class FileReader extends RandomAccessReader {
  readonly #open: (start: number, end: number) => AsyncIterable<Uint8Array>;

  constructor(open: (start: number, end: number) => AsyncIterable<Uint8Array>) {
    super();
    this.#open = open;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#open(start, end), { objectMode: false });
  }
}

/** The directory of a ZIP, wherever its file is. Rejects with what yauzl says of a broken one. */
export async function openZip(file: ImportFile, options: Options): Promise<ZipFile> {
  const { size, open } = file.range ?? (await held(file));
  return fromRandomAccessReaderPromise(new FileReader(open), size, options);
}

async function held(file: ImportFile): Promise<NonNullable<ImportFile['range']>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.open()) {
    size += chunk.length;
    if (size > mostHeld) throw new FileRefused('workbook_too_large', 'the workbook is too large to be read this way');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return {
    size,
    open: async function* (start, end) {
      yield bytes.subarray(start, end);
    },
  };
}
