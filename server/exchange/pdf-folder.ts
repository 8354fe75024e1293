import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPdfName, isTooLarge, type PdfSource, readPdf, tooLarge } from './pdf-source.ts';

/** The PDFs of a folder by their names; what else lies there, folders and links are left alone. */
export function pdfFolder(folder: string): PdfSource {
  return {
    async *files() {
      const entries = await readdir(folder, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile() && isPdfName(entry.name)).map(({ name }) => name);
      for (const name of names.sort()) {
        yield { name: name.normalize('NFC'), place: name, read: () => read(join(folder, name)) };
      }
    },
  };
}

/** A link that has taken the file's place since is not followed. */
async function read(path: string): ReturnType<typeof readPdf> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = await file.stat();
    return isTooLarge(size) ? tooLarge : await readPdf(file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
}
