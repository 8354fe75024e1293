import { posix } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import type { CsvRow } from './csv-reader.ts';
import type { ImportFile } from './import-file.ts';
import { FileRefused } from './problems.ts';
import { builtInForm, formOfCode, type NumberForm } from './workbook-numbers.ts';
import { readSheet } from './workbook-sheet.ts';
import { SharedStrings } from './workbook-strings.ts';
import { brokenWorkbook, Inflation, readXml, sound, type XmlHandlers } from './workbook-xml.ts';
import { openZip } from './zip-file.ts';

/** A workbook (XLSX, ECMA-376), read as rows of texts. */
export interface Workbook {
  /** The names of its sheets that are not hidden. */
  sheets: readonly string[];
  /** The rows of a sheet, anew each time, about a thousand at once. Rows without any content are left out. */
  rows(options: { skipLines: number }): AsyncGenerator<CsvRow[]>;
  /** Cells so far, of the last time, that were given as what a formula came to when the file was saved. */
  formulas(): number;
}

/** What the cells of a sheet need to be read. */
export interface BookParts {
  strings: SharedStrings;
  /** By the number of the style that a cell has. */
  forms: readonly NumberForm[];
  from: 1900 | 1904;
}

interface Sheet {
  name: string;
  hidden: boolean;
  path: string;
}

const mostParts = 10_000;
/** Excel has 65,490 styles of cells at the most, and shows sheets as far as there is memory. */
const mostStyles = 100_000;
const mostSheets = 1000;

/** `sheet`: by its name; null: the first one that is not hidden. Throws FileRefused. */
export async function openWorkbook(file: ImportFile, { sheet }: { sheet: string | null }): Promise<Workbook> {
  const opened = await openParts(file);
  const about = await readBook(opened).finally(opened.close);
  const wanted = sheetOf(about.sheets, sheet);
  let formulas = 0;
  return {
    sheets: about.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    formulas: () => formulas,
    async *rows({ skipLines }) {
      formulas = 0;
      const parts = await openParts(file);
      const entry = parts.entries.get(wanted.path);
      const strings = new SharedStrings(readerOf(parts, parts.named('sharedStrings')));
      try {
        if (!entry) throw brokenWorkbook(`the sheet ${wanted.name} is not in it`);
        const forms = await readForms(parts);
        const read = (handlers: XmlHandlers) => readXml(parts.zip, entry, parts.inflation, handlers);
        yield* readSheet(read, { strings, forms, from: about.from }, { skipLines, onFormula: () => formulas++ });
      } finally {
        await strings.close();
        parts.close();
      }
    },
  };
}

interface Parts {
  zip: ZipFile;
  entries: ReadonlyMap<string, Entry>;
  inflation: Inflation;
  /** A part of the usual name. */
  named(name: 'sharedStrings' | 'styles'): Entry | undefined;
  close(): void;
}

async function openParts(file: ImportFile): Promise<Parts> {
  const zip = await sound(() => openZip(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }));
  try {
    const entries = new Map<string, Entry>();
    const all = zip.eachEntry();
    for (;;) {
      const { done, value } = await sound(() => all.next());
      if (done) break;
      if (entries.size >= mostParts) throw brokenWorkbook('it has too many parts');
      entries.set((value as Entry).fileName, value as Entry);
    }
    const named = (name: string) => entries.get(`xl/${name}.xml`);
    return { zip, entries, inflation: new Inflation(), named, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const readerOf = (parts: Parts, entry: Entry | undefined) =>
  entry ? (handlers: XmlHandlers) => readXml(parts.zip, entry, parts.inflation, handlers) : null;

async function readWhole(parts: Parts, entry: Entry | undefined, handlers: XmlHandlers): Promise<void> {
  const read = readerOf(parts, entry);
  if (read) for await (const _ of read(handlers));
}

async function readBook(parts: Parts): Promise<{ sheets: Sheet[]; from: 1900 | 1904 }> {
  const targets = new Map<string, string>();
  await readWhole(parts, parts.entries.get('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Target = '', Type = '' }) {
      if (name !== 'Relationship' || !Type.endsWith('/worksheet')) return;
      if (targets.size >= mostParts) throw brokenWorkbook('it has too many parts');
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const sheets: Sheet[] = [];
  let from: 1900 | 1904 = 1900;
  await readWhole(parts, parts.entries.get('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) from = 1904;
      if (name !== 'sheet') return;
      const path = targets.get(attributes.id ?? '');
      // Sheets of charts and macros have no cells.
      if (path === undefined) return;
      if (sheets.length >= mostSheets) throw brokenWorkbook('it has too many sheets');
      sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', path });
    },
  });
  return { sheets, from };
}

function sheetOf(sheets: readonly Sheet[], wanted: string | null): Sheet {
  const plain = (name: string): string => name.trim().toLowerCase();
  const sheet = sheets.find(({ name, hidden }) => (wanted === null ? !hidden : plain(name) === plain(wanted)));
  if (sheet) return sheet;
  if (wanted === null) throw new FileRefused('file_empty', 'the workbook has no sheet that is not hidden');
  throw new FileRefused('sheet_unknown', `the workbook has no sheet ${wanted}`);
}

async function readForms(parts: Parts): Promise<NumberForm[]> {
  const codes = new Map<number, NumberForm>();
  const forms: NumberForm[] = [];
  let inCells = false;
  await readWhole(parts, parts.named('styles'), {
    open(name, attributes) {
      if (codes.size > mostStyles || forms.length > mostStyles) throw brokenWorkbook('it has too many styles');
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), formOfCode(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        forms.push(codes.get(id) ?? builtInForm(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return forms;
}
