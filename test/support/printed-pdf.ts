import assert from 'node:assert/strict';
import jsqr from 'jsqr';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What an independent reader finds in a PDF of ours. */
export interface PrintedPdf {
  pages: PrintedPage[];
  title: string;
  language: string;
}

export interface PrintedPage {
  /** All its text, in the order of the file. */
  text: string;
  /** By the structure: the texts of headings, paragraphs and cells, without what is marked as an artifact. */
  headings: string[];
  paragraphs: string[];
  /** Cells by rows by tables; a head has its tag before it: `TH Пеня`. */
  tables: string[][][];
  /** What pictures are for those who do not see them. */
  pictures: string[];
  /** The bytes of the QR code on it as a camera would see the page; null where there is none. */
  readCode(): Promise<Uint8Array | null>;
}

interface Node {
  role?: string;
  alt?: string;
  children?: readonly (Node | { type: string; id: string })[];
}

export async function readPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string } };
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts = await textsOf(page);
    const root = ((await page.getStructTree()) ?? {}) as Node;
    const say = (node: Node): string =>
      (node.children ?? []).map((child) => ('id' in child ? (texts.get(child.id) ?? '') : say(child as Node))).join('');
    const all = (...roles: string[]): Node[] => nodesOf(root, roles);
    // The tree of a page has the rows of other pages too, without their texts.
    const rowsOf = (table: Node): string[][] =>
      nodesOf(table, ['TR'])
        .filter((row) => say(row) !== '')
        .map((row) => nodesOf(row, ['TH', 'TD']).map((cell) => `${cell.role === 'TH' ? 'TH ' : ''}${say(cell)}`));
    pages.push({
      text: [...texts.values()].join('\n'),
      headings: all('H1', 'H2').map(say).filter(Boolean),
      paragraphs: all('P').map(say).filter(Boolean),
      tables: all('Table')
        .map(rowsOf)
        .filter((rows) => rows.length > 0),
      pictures: all('Figure').map(({ alt }) => alt ?? ''),
      readCode: () => codeOn(pdf.canvasFactory as CanvasFactory, page),
    });
  }
  return { pages, title: info.Title, language: info.Language };
}

/** The one page that there is. */
export function onlyPage({ pages }: PrintedPdf): PrintedPage {
  assert.equal(pages.length, 1);
  return pages[0] as PrintedPage;
}

/** By the id of its marked content; artifacts have none and are together under ''. This reader has one kind of space only. */
async function textsOf(page: PDFPageProxy): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  let id = '';
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if ('str' in item) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    else id = item.type === 'endMarkedContent' ? '' : (item.id ?? '');
  }
  for (const [key, text] of texts) texts.set(key, text.replace(/ +/g, ' ').trim());
  return texts;
}

const nodesOf = (node: Node, roles: readonly string[]): Node[] =>
  roles.includes(node.role ?? '')
    ? [node]
    : (node.children ?? []).flatMap((child) => ('id' in child ? [] : nodesOf(child as Node, roles)));

interface CanvasFactory {
  create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
}

async function codeOn(factory: CanvasFactory, page: PDFPageProxy): Promise<Uint8Array | null> {
  const viewport = page.getViewport({ scale: 3 });
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const code = jsqr.default(data, width, height);
  return code ? Uint8Array.from(code.binaryData) : null;
}
