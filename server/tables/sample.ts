import { isAscii } from 'node:buffer';
import type { ImportFile } from './import-file.ts';

const beginning = 1024 * 1024;
const beyond = 1024 * 1024;

/**
 * What tells the encoding of a long file: its beginning, and where that is in letters of ASCII the first part that is not. Ends
 * with a whole line, so that no character is cut.
 */
export async function sampleOf(file: ImportFile): Promise<ImportFile> {
  const kept: Uint8Array[] = [];
  let read = 0;
  let special = 0;
  let isWhole = true;
  for await (const chunk of file.open()) {
    const plain = isAscii(chunk);
    if (read < beginning || !plain) kept.push(Buffer.from(chunk));
    if (!plain) special += chunk.length;
    read += chunk.length;
    if (read >= beginning && special >= beyond) {
      isWhole = false;
      break;
    }
  }
  const bytes = Buffer.concat(kept);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const end =
    isWhole || isWide ? bytes.length - (isWide ? bytes.length % 2 : 0) : bytes.lastIndexOf(0x0a) + 1 || bytes.length;
  const sample = bytes.subarray(0, end);
  return {
    open: async function* () {
      yield sample;
    },
  };
}
