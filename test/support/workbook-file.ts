import { zipFile } from './zip-file.ts';

export interface TestSheet {
  name?: string;
  state?: 'visible' | 'hidden' | 'veryHidden';
  /** What stands in `sheetData`. */
  rows: string;
}

/** A workbook as some program might write it (ECMA-376): the least that is one, with whatever XML a test wants in it. */
export function workbookFile(
  sheets: readonly TestSheet[],
  {
    shared = [],
    formats = [],
    date1904 = false,
  }: { shared?: readonly string[]; formats?: readonly string[]; date1904?: boolean } = {},
): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  return zipFile([
    { name: '[Content_Types].xml', bytes: xml('<Types/>') },
    {
      name: 'xl/workbook.xml',
      bytes: xml(
        `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${date1904}"/><sheets>${sheets
          .map(
            ({ name = 'Sheet', state = 'visible' }, at) =>
              `<sheet name="${escaped(name)}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
          )
          .join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: xml(
        `<Relationships>${sheets
          .map(
            (_, at) =>
              `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
          )
          .join('')}</Relationships>`,
      ),
    },
    {
      name: 'xl/styles.xml',
      bytes: xml(
        `<styleSheet ${main}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
          `<cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
      ),
    },
    {
      name: 'xl/sharedStrings.xml',
      bytes: xml(`<sst ${main}>${shared.map((one) => `<si>${one}</si>`).join('')}</sst>`),
    },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      bytes: xml(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
    })),
  ]);
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** A row of texts. */
export const textRow = (line: number, cells: readonly string[]): string =>
  `<row r="${line}">${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`;
