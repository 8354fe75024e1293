import { hairline, ink, type Paper, quiet, type Style, type Weight } from './paper.ts';

export interface Column {
  head: string;
  width: number;
  align: 'left' | 'right';
}

export interface Cell {
  text: string;
  weight?: Weight;
  colour?: string;
  /** A head of its row; otherwise data. */
  head?: boolean;
}

export interface TableOptions {
  x: number;
  y: number;
  columns: readonly Column[];
  /** Of figures, and of the heads of columns. */
  size: { cell: number; head: number };
  /** Above and below a cell's text, and left and right of it. */
  padding: { x: number; y: number };
  /** Where the last row of a page ends at the latest, and where the first one of a next page begins. */
  bottom: number;
  top: number;
}

/** A table whose cells are tagged as such; what does not fit goes on on further pages, under the same heads. */
export class Table {
  y: number;
  readonly #paper: Paper;
  readonly #options: TableOptions;
  readonly #group: PDFKit.PDFStructureElement;

  constructor(paper: Paper, options: TableOptions) {
    this.#paper = paper;
    this.#options = options;
    this.y = options.y;
    this.#group = paper.group('Table');
    this.#drawHead(true);
  }

  get width(): number {
    return this.#options.columns.reduce((sum, { width }) => sum + width, 0);
  }

  /** `rule`: a line below it, in the colour of ink or of a hair. */
  row(cells: readonly Cell[], { rule }: { rule?: 'ink' | 'hair' } = {}): void {
    const { columns, size, bottom, top } = this.#options;
    const styles = cells.map((cell, at) => styleOf(cell, size.cell, columns[at]?.align));
    const height = this.#heightOf(cells, styles);
    if (this.y + height > bottom) {
      this.#paper.addPage();
      this.y = top;
      this.#drawHead(false);
    }
    const row = this.#paper.group('TR', this.#group);
    this.#drawCells(cells, styles, (cell, draw) => this.#paper.cell(cell.head ? 'Row' : 'data', draw, row));
    this.y += height;
    if (rule) this.#rule(rule);
  }

  /** The heads of columns; on further pages they are only for the eyes. */
  #drawHead(first: boolean): void {
    const { columns, size } = this.#options;
    const cells = columns.map(({ head }) => ({ text: head }));
    const styles = columns.map(({ align }): Style => ({ size: size.head, colour: quiet, align }));
    const height = this.#heightOf(cells, styles);
    if (first) {
      const row = this.#paper.group('TR', this.#group);
      this.#drawCells(cells, styles, (_, draw) => this.#paper.cell('Column', draw, row), height);
    } else {
      this.#paper.artifact('Pagination', () => this.#drawCells(cells, styles, (_, draw) => draw(), height));
    }
    this.y += height;
    this.#rule('ink');
  }

  /** Cells of a row side by side; with a height they stand on its lower edge. */
  #drawCells<C extends Cell>(
    cells: readonly C[],
    styles: readonly Style[],
    put: (cell: C, draw: () => void) => void,
    height?: number,
  ): void {
    const { x, columns, padding } = this.#options;
    let left = x;
    cells.forEach((cell, at) => {
      const width = columns[at]?.width ?? 0;
      const style = styles[at] as Style;
      const inner = width - 2 * padding.x;
      const textX = left + padding.x;
      const textY =
        height === undefined
          ? this.y + padding.y
          : this.y + height - padding.y - this.#paper.heightOf(cell.text, inner, style);
      put(cell, () => {
        if (cell.text !== '') this.#paper.text(cell.text, textX, textY, inner, style);
      });
      left += width;
    });
  }

  #heightOf(cells: readonly Cell[], styles: readonly Style[]): number {
    const { columns, padding } = this.#options;
    const heights = cells.map(({ text }, at) =>
      this.#paper.heightOf(text || ' ', (columns[at]?.width ?? 0) - 2 * padding.x, styles[at] as Style),
    );
    return Math.max(...heights) + 2 * padding.y;
  }

  #rule(kind: 'ink' | 'hair'): void {
    const { x } = this.#options;
    const colour = kind === 'ink' ? ink : hairline;
    this.#paper.line(x, this.y, x + this.width, { colour, width: kind === 'ink' ? 0.7 : 0.4 });
  }
}

const styleOf = ({ weight, colour }: Cell, size: number, align: Style['align']): Style => ({
  size,
  ...(weight && { weight }),
  ...(colour && { colour }),
  align: align ?? 'left',
});
