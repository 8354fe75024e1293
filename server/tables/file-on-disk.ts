import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ImportFile } from './import-file.ts';

/** A file that lies on the disk and stays as it is while it is read. */
export async function fileOnDisk(path: string): Promise<ImportFile> {
  const { size } = await stat(path);
  return {
    open: () => createReadStream(path),
    range: {
      size,
      // Node's end is included; a part without bytes has none.
      open: (start, end) => (end > start ? createReadStream(path, { start, end: end - 1 }) : none()),
    },
  };
}

async function* none(): AsyncGenerator<Uint8Array> {}
