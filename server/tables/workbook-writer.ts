import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CellForm } from './csv-reader.ts';

export interface SheetColumn {
  name: string;
  /** What its cells are, where they can be: a number that a workbook would cut stays text. */
  form: CellForm;
  /** In characters. */
  width: number;
}

/** A cell that is something else than its column says. */
export interface TypedCell {
  text: string;
  form: CellForm;
}

export type SheetCells = readonly (string | TypedCell)[];

/** What a sheet has room for. */
const mostRows = 1_048_576;

/** Kept the same, so that the same rows are the same file. */
const mtime = new Date(1980, 0, 1);
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);

/** The numbers of the styles in `styles`; a number with two decimals has `firstNumber + 2`. */
const style = { header: 1, text: 2, day: 3, month: 4, firstNumber: 5 } as const;
const mostDecimals = 6;
const decimalFormats = Array.from({ length: mostDecimals + 1 }, (_, decimals) =>
  decimals ? `0.${'0'.repeat(decimals)}` : '0',
);
const formats = ['yyyy\\-mm\\-dd', 'yyyy\\-mm', ...decimalFormats];

const plain = 'numFmtId="0" fontId="0" fillId="0" borderId="0"';
const styleOf = (format: number): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;

const styles = xml(
  `<styleSheet ${main}><numFmts count="${formats.length}">` +
    `${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEDE9DC"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    `<cellStyleXfs count="1"><xf ${plain}/></cellStyleXfs>` +
    `<cellXfs count="${3 + formats.length}"><xf ${plain} xfId="0"/>` +
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>' +
    `${[49, ...formats.map((_, at) => 164 + at)].map(styleOf).join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
);

const contentTypes = xml(
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
);

const relations = (...all: readonly [type: string, target: string][]): Buffer =>
  xml(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `${all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}` +
      '</Relationships>',
  );

/**
 * A workbook of one sheet (XLSX, ECMA-376) in pieces: a header that stays in sight, texts as texts, so that zeros in front stay and
 * nothing is run, numbers with all their decimals. Holds no more than a chunk of rows in memory.
 */
export async function* writeWorkbook(
  { sheet, columns, header = true }: { sheet: string; columns: readonly SheetColumn[]; header?: boolean },
  rows: AsyncIterable<readonly SheetCells[]>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, bytes: Buffer): void => zip.addBuffer(bytes, name, { mtime, forceDosTimestamp: true });
  add('[Content_Types].xml', contentTypes);
  add('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml']));
  add(
    'xl/workbook.xml',
    xml(
      `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
  );
  add('xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']));
  add('xl/styles.xml', styles);
  const content = Readable.from(sheetXml(columns, header, rows), { objectMode: false });
  zip.addReadStreamLazy('xl/worksheets/sheet1.xml', { mtime, forceDosTimestamp: true }, (give) => give(null, content));
  zip.end();
  const output = zip.outputStream as Readable;
  // What breaks while rows are read breaks the file; yazl leaves that to whoever gave the stream.
  const fail = (error: Error) => output.destroy(error);
  content.on('error', fail);
  zip.on('error', fail);
  try {
    for await (const piece of output) yield piece as Uint8Array;
  } finally {
    output.destroy();
    if (!content.destroyed) {
      // Ends what reads the rows before anybody goes on.
      content.destroy();
      await once(content, 'close');
    }
  }
}

async function* sheetXml(
  columns: readonly SheetColumn[],
  header: boolean,
  rows: AsyncIterable<readonly SheetCells[]>,
): AsyncGenerator<Buffer> {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield xml(
    `<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${header ? frozen : ''}</sheetView></sheetViews>` +
      `${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`,
  );
  let line = 0;
  const rowXml = (cells: string): string => {
    line++;
    if (line > mostRows) throw new RangeError('more rows than a sheet has');
    return `<row r="${line}">${cells}</row>`;
  };
  if (header)
    yield Buffer.from(rowXml(columns.map(({ name }, at) => textCell(`${letters(at)}1`, name, style.header)).join('')));
  for await (const some of rows) {
    let text = '';
    for (const cells of some) {
      const next = line + 1;
      text += rowXml(
        cells.map((cell, at) => cellXml(`${letters(at)}${next}`, cell, columns[at]?.form ?? 'text')).join(''),
      );
    }
    if (text !== '') yield Buffer.from(text);
  }
  yield Buffer.from('</sheetData></worksheet>');
}

function cellXml(place: string, cell: string | TypedCell, usual: CellForm): string {
  const { text, form } = typeof cell === 'string' ? { text: cell, form: usual } : cell;
  if (text === '') return '';
  if (form === 'number') {
    const match = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
    const decimals = match?.[2]?.length ?? 0;
    if (match && decimals <= mostDecimals && (match[1] ?? '').length + decimals <= 15) {
      return `<c r="${place}" s="${style.firstNumber + decimals}"><v>${text}</v></c>`;
    }
  }
  if (form === 'day' || form === 'month') {
    const serial = serialOf(form === 'day' ? text : `${text}-01`);
    if (serial !== null) return `<c r="${place}" s="${style[form]}"><v>${serial}</v></c>`;
  }
  return textCell(place, text, style.text);
}

const textCell = (place: string, text: string, number: number): string =>
  `<c r="${place}" s="${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** `A`, …, `Z`, `AA`, … */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

/** Days from March 1900 on, which is where all programs count them alike. */
function serialOf(day: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  const serial = (at - Date.UTC(1899, 11, 30)) / 86_400_000;
  return serial >= 61 ? serial : null;
}

/** What XML does not take, and what would be read as something else, is written as `_x000D_` (ECMA-376 part 1, § 22.9.2.19). */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\p{Cs}\ufffe\uffff]|(?![\t\n])\p{Cc}/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
