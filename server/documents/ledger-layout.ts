import type { Paper } from './paper.ts';

/** The widths of a ledger's columns, and how large it is written, in points. */
export interface LedgerSizes {
  size: { cell: number; head: number };
  padding: { x: number; y: number };
  rowWidth: number;
  /** The total's and those of the services. */
  widths: readonly number[];
  headHeight: number;
  /** A month's name and its five rows. */
  monthHeight: number;
}

interface Texts {
  head: string;
  cells: readonly string[];
}

interface Content {
  /** The first column. */
  rows: Texts;
  columns: readonly Texts[];
  room: number;
}

/** From comfortable to what can still be read from paper without effort. */
const cellSizes = [8.5, 8, 7.5, 7] as const;

/** The largest size in which all columns have room beside each other; if none, the largest, and they take several pages. */
export function sizesFor(paper: Paper, content: Content): LedgerSizes {
  const tried = cellSizes.map((size) => sizesAt(paper, content, size));
  return tried.find(({ rowWidth, widths }) => rowWidth + sum(widths) <= content.room) ?? (tried[0] as LedgerSizes);
}

/** What is left of a page's width goes to its columns, up to a gap that the eye still follows. */
export const gapOf = (group: readonly number[], { rowWidth, widths }: LedgerSizes, room: number): number =>
  Math.min(widestGap, (room - rowWidth - sum(group.map((at) => widths[at] ?? 0))) / group.length);

const widestGap = 14;

/** The columns of each page: the total only on the first, as even as they come. */
export function columnGroups({ rowWidth, widths }: LedgerSizes, room: number): number[][] {
  const pages = Math.ceil(sum(widths) / (room - rowWidth));
  for (let most = sum(widths) / pages; ; most = Math.min(most * 1.05, room - rowWidth)) {
    const groups = filled(widths, most);
    if (groups.length <= pages || most >= room - rowWidth) return groups;
  }
}

function filled(widths: readonly number[], most: number): number[][] {
  const groups: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  widths.forEach((width, at) => {
    if (used + width > most) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)?.push(at);
    used += width;
  });
  return groups;
}

function sizesAt(paper: Paper, { rows, columns, room }: Content, cell: number): LedgerSizes {
  const size = { cell, head: cell - 0.5 };
  const padding = { x: cell * 0.24, y: cell * 0.1 };
  const widthOf = ({ head, cells }: Texts): number => {
    const words = head.split(' ').map((word) => paper.widthOf(word, { size: size.head }));
    const texts = cells.map((text) => paper.widthOf(text, { size: cell, weight: 'bold' }));
    return Math.max(...words, ...texts) + 2 * padding.x + 0.5;
  };
  const rowWidth = widthOf(rows);
  // A name that is wider than a page is broken, wherever it breaks.
  const widths = columns.map((column) => Math.min(widthOf(column), room - rowWidth));
  const heads = columns.map(({ head }, at) =>
    paper.heightOf(head, (widths[at] ?? 0) - 2 * padding.x, { size: size.head }),
  );
  const line = paper.heightOf('0', rowWidth, { size: cell }) + 2 * padding.y;
  return { size, padding, rowWidth, widths, headHeight: Math.max(...heads) + 2 * padding.y + 1, monthHeight: 6 * line };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
