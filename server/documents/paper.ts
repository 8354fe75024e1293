import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Language } from '../../shared/company.ts';
import type { Day } from '../../shared/period.ts';

export interface PaperOptions {
  title: string;
  author: string;
  language: Language;
  /** Stands in the file as its day of making, so that the same content is the same file. */
  day: Day;
  layout: 'portrait' | 'landscape';
}

/** Points of a millimetre. */
export const mm = 72 / 25.4;

export const ink = '#1a1a1a';
export const quiet = '#595959';
export const hairline = '#b9b9b4';
export const tint = '#f3f2ee';

/** PT Sans has Latvian and Cyrillic letters, the signs of both currencies and figures of one width. */
const fontFile = (weight: string): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/pt-sans/${weight}.ttf`));
const regular = fontFile('400Regular/PTSans_400Regular');
const bold = fontFile('700Bold/PTSans_700Bold');

export type Weight = 'regular' | 'bold';

/** How a text is set; sizes in points. */
export interface Style {
  size: number;
  weight?: Weight;
  colour?: string;
  align?: 'left' | 'right' | 'center';
}

/**
 * An A4 document with tagged content (ISO 32000-1 § 14.8): everything on it is in a structure element, or marked as an
 * artifact. Coordinates are points from the upper left corner; pages begin when they are asked for.
 */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly #bytes: Promise<Uint8Array>;

  constructor({ title, author, language, day, layout }: PaperOptions) {
    this.doc = new PDFDocument({
      size: 'A4',
      layout,
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, Author: author, Creator: 'Meterbook', CreationDate: new Date(day) },
    });
    this.#bytes = collect(this.doc);
    this.doc.registerFont('regular', regular);
    this.doc.registerFont('bold', bold);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get width(): number {
    return this.doc.page.width;
  }

  get height(): number {
    return this.doc.page.height;
  }

  addPage(): void {
    this.doc.addPage();
  }

  /** Puts content into the structure, below `parent`. */
  tag(tag: string, draw: () => void, parent: PDFKit.PDFStructureElement = this.root): void {
    parent.add(this.doc.struct(tag, {}, [draw]));
  }

  /** Puts a group into the structure; what is drawn in it is tagged on its own. */
  group(tag: string, parent: PDFKit.PDFStructureElement = this.root): PDFKit.PDFStructureElement {
    const group = this.doc.struct(tag);
    parent.add(group);
    return group;
  }

  /** A cell of a table: a head of its column or row, or data. */
  cell(kind: 'Column' | 'Row' | 'data', draw: () => void, row: PDFKit.PDFStructureElement): void {
    // The package's types do not know the scope of a head (ISO 32000-1, table 349).
    const scope: object = kind === 'data' ? {} : { scope: kind };
    row.add(this.doc.struct(kind === 'data' ? 'TD' : 'TH', scope, [draw]));
  }

  /** What readers that speak leave out: lines, page numbers, what is repeated. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Sets a text into a box, broken into lines at its width; answers with its height. */
  text(text: string, x: number, y: number, width: number, style: Style): number {
    this.#set(style);
    const shown = broken(this.doc, text, width);
    this.doc.fillColor(style.colour ?? ink).text(shown, x, y, { width, align: style.align ?? 'left', lineGap });
    return this.doc.heightOfString(shown, { width, lineGap });
  }

  heightOf(text: string, width: number, style: Style): number {
    this.#set(style);
    return this.doc.heightOfString(broken(this.doc, text, width), { width, lineGap });
  }

  widthOf(text: string, style: Style): number {
    this.#set(style);
    return this.doc.widthOfString(text);
  }

  line(x1: number, y: number, x2: number, { colour = hairline, width = 0.5 } = {}): void {
    this.artifact('Layout', () => this.doc.moveTo(x1, y).lineTo(x2, y).lineWidth(width).stroke(colour));
  }

  /** Numbers the pages, where there is more than one, and ends the document. */
  async end(
    words: (page: number, pages: number) => string,
    place: { right: number; bottom: number },
  ): Promise<Uint8Array> {
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; count > 1 && page < count; page++) {
      this.doc.switchToPage(page);
      const style: Style = { size: 8, colour: quiet, align: 'right' };
      this.artifact('Pagination', () => {
        this.text(words(page + 1, count), this.width - place.right - 200, this.height - place.bottom, 200, style);
      });
    }
    this.doc.end();
    return this.#bytes;
  }

  #set({ size, weight = 'regular' }: Style): void {
    this.doc.font(weight).fontSize(size);
  }
}

const lineGap = 0.5;

/** Breaks words that are wider than their box, which would otherwise lie over what stands beside it. */
function broken(doc: PDFKit.PDFDocument, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  return text
    .split(' ')
    .map((word) => brokenWord(doc, word, width))
    .join(' ');
}

function brokenWord(doc: PDFKit.PDFDocument, word: string, width: number): string {
  if (doc.widthOfString(word) <= width) return word;
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && doc.widthOfString(part + sign) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part].join('\n');
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
