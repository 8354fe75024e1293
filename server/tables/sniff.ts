import { isAscii } from 'node:buffer';
import type { Entry } from 'yauzl';
import type { ImportFile } from './import-file.ts';
import { FileRefused } from './problems.ts';
import { openZip } from './zip-file.ts';

/** What a file is, by its content; its name says nothing. `text`: CSV or JSON, or anything else in letters. */
export type FileKind =
  | 'text'
  | 'xlsx'
  | 'ods'
  | 'zip'
  | 'xls'
  | 'xlsx-encrypted'
  | 'pdf'
  | 'image'
  | 'empty'
  | 'unknown';

/** What a table can be read from. */
export type Container = 'csv' | 'json' | 'xlsx';

const beginnings: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  // The container of Excel 97 and of encrypted workbooks (MS-CFB § 2.2).
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['zip', [0x50, 0x4b, 3, 4]],
  ['zip', [0x50, 0x4b, 5, 6]],
];

export async function kindOfFile(file: ImportFile): Promise<FileKind> {
  const beginning = await beginningOf(file, 64 * 1024);
  if (beginning.length === 0) return 'empty';
  const kind = beginnings.find(([, bytes]) => bytes.every((byte, at) => beginning[at] === byte))?.[0];
  if (kind === 'zip') return kindOfZip(file);
  if (kind === 'xls') return beginning.includes(encryptedPackage) ? 'xlsx-encrypted' : 'xls';
  if (kind) return kind;
  const isMarked = (beginning[0] === 0xff && beginning[1] === 0xfe) || (beginning[0] === 0xfe && beginning[1] === 0xff);
  return isMarked || isAscii(beginning) || !beginning.includes(0) ? 'text' : 'unknown';
}

/** The stream by which MS-OFFCRYPTO § 2.3.4 holds an encrypted workbook, as the directory names it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

async function kindOfZip(file: ImportFile): Promise<FileKind> {
  try {
    const zip = await openZip(file, { lazyEntries: true, autoClose: false });
    try {
      let seen = 0;
      for await (const { fileName } of zip.eachEntry() as AsyncIterable<Entry>) {
        if (fileName === 'xl/workbook.xml') return 'xlsx';
        if (fileName === 'xl/workbook.bin') return 'xls';
        if (fileName === 'content.xml') return 'ods';
        if (++seen > 1000) break;
      }
      return 'zip';
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof FileRefused || (error as { syscall?: unknown }).syscall !== undefined) throw error;
    // Broken in a way that whoever reads it as what it should be names better.
    return 'zip';
  }
}

/** Refuses by words what no table can be read from. JSON and CSV are told apart by their text. */
export async function isWorkbook(file: ImportFile): Promise<boolean> {
  const kind = await kindOfFile(file);
  switch (kind) {
    case 'xlsx':
      return true;
    case 'xls':
      throw new FileRefused(
        'workbook_old',
        'the file is a workbook in a form of its own (XLS or XLSB): open it and save it as XLSX or CSV',
      );
    case 'xlsx-encrypted':
      throw new FileRefused('workbook_encrypted', 'the workbook has a password: save it without one');
    case 'ods':
      throw new FileRefused('not_a_table', 'the file is an OpenDocument file: save it as XLSX or CSV');
    case 'zip':
      throw new FileRefused('not_a_table', 'the file is a ZIP without a workbook in it, or it is cut');
    case 'pdf':
      throw new FileRefused('not_a_table', 'the file is a PDF, whatever its name says');
    case 'image':
      throw new FileRefused('not_a_table', 'the file is a picture, whatever its name says');
    default:
      return false;
  }
}

async function beginningOf(file: ImportFile, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = file.range ? file.range.open(0, Math.min(most, file.range.size)) : file.open();
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
