import type { Language } from '../../shared/company.ts';
import { type ExchangeField, type ExchangeKind, exchangeFields } from '../../shared/exchange-fields.ts';
import type { Guess, PreviewRow } from '../../shared/exchange-forms.ts';
import {
  type DateStyle,
  type FieldSource,
  type MappingProfile,
  type NumberStyle,
  plainStyles,
  withoutSource,
} from '../../shared/mapping-profile.ts';
import { numberIn, stylesThatFit } from './cell-styles.ts';
import { cellWords, fieldWords, plainWords } from './field-words.ts';
import { mostColumns } from './table.ts';

/** So far down a header is looked for. */
export const mostTitles = 15;

/** What stands for all rows where no column says it, to be looked at by whoever saves the profile. */
const constants: Readonly<Record<string, string>> = { register: 'B', kind: 'actual', source: 'billing' };

const numberStyles: readonly NumberStyle[] = [
  plainStyles.numbers,
  { decimal: ',', thousands: '' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: ' ' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ',' },
];

/**
 * Proposes how a file is read, from the words of its header and the look of its first rows. A column is taken once, and where two
 * styles of days fit, the one that `languages` write.
 */
export function guessProfile(
  rows: readonly PreviewRow[],
  kind: ExchangeKind,
  { languages }: { languages: readonly Language[] },
): Guess {
  const fields = exchangeFields[kind];
  const heads = rows.slice(0, mostTitles).map((row) => ({
    row,
    // A row below the first may have any number of cells; none of them is a header that could be read.
    found: columnsFor(row.cells.slice(0, mostColumns), fields),
  }));
  const best = heads.reduce(
    (a, b) => (b.found.size > a.found.size ? b : a),
    heads[0] ?? { row: null, found: new Map() },
  );
  const hasHeader = best.found.size >= Math.min(2, fields.length);
  const header = hasHeader ? best.row : null;
  const body = rows.filter(({ line }) => line > (header?.line ?? 0));
  const cellsAt = (at: number): string[] =>
    body.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');

  const sources: Record<string, FieldSource> = {};
  const days: string[][] = [];
  const numbers: string[] = [];
  if (header) {
    for (const [field, at] of best.found) {
      const column = nameOrPlace(header.cells, at);
      const replace = replacementsFor(field.name, cellsAt(at));
      sources[field.name] = { from: 'column', column, ...(replace && { replace }) };
      if (field.form === 'day') days.push(cellsAt(at));
      if (field.form === 'number') numbers.push(...cellsAt(at));
    }
  }
  for (const { name, presence } of fields) {
    if (sources[name] || presence === 'optional') continue;
    const value = constants[name] ?? (presence === 'present' ? '' : undefined);
    if (value !== undefined && header) sources[name] = { from: 'constant', value };
  }
  const profile: MappingProfile = {
    kind,
    sheet: null,
    skipRows: header ? header.line - 1 : 0,
    header: hasHeader,
    encoding: null,
    separator: null,
    dates: dateStyleOf(days, languages),
    numbers: numberStyleOf(numbers),
    fields: sources,
    blocks: [],
    heading: null,
    leaveOut: [],
  };
  return { profile, missing: withoutSource(profile) };
}

const plainFieldWords = new Map(Object.entries(fieldWords).map(([field, words]) => [field, words.map(plainWords)]));

/** Which column of a header is which field; the surest matches choose first. */
function columnsFor(cells: readonly string[], fields: readonly ExchangeField[]): Map<ExchangeField, number> {
  const all = fields.flatMap((field) =>
    cells.map((cell, at) => ({ field, at, score: scoreOf(plainWords(cell), field.name) })),
  );
  const found = new Map<ExchangeField, number>();
  const taken = new Set<number>();
  for (const { field, at, score } of all.sort((a, b) => b.score - a.score)) {
    if (score === 0 || found.has(field) || taken.has(at)) continue;
    found.set(field, at);
    taken.add(at);
  }
  return found;
}

/** The whole words are surer than their beginning, and long ones than short ones. */
function scoreOf(cell: string, field: string): number {
  if (cell === '') return 0;
  if (cell === field.toLowerCase()) return 2000;
  const words = plainFieldWords.get(field) ?? [];
  return Math.max(
    0,
    ...words.map((word) => {
      if (cell === word) return 1000 + word.length;
      return word.length > 3 && ` ${cell} `.includes(` ${word} `) ? 100 + word.length : 0;
    }),
  );
}

/** By its name, unless another column has the same one, or it has none. */
function nameOrPlace(header: readonly string[], at: number): string | number {
  const name = header[at]?.trim() ?? '';
  const isOwn = header.filter((cell) => cell.trim().toLowerCase() === name.toLowerCase()).length === 1;
  return isOwn && name !== '' ? name : at + 1;
}

function replacementsFor(field: string, cells: readonly string[]): Record<string, string> | null {
  const words = Object.entries(cellWords[field] ?? {}).map(([word, ours]) => [plainWords(word), ours] as const);
  const table = Object.fromEntries(
    [...new Set(cells)].flatMap((cell) => {
      const ours = words.find(([word]) => word === plainWords(cell))?.[1];
      return ours === undefined || ours === cell ? [] : [[cell, ours]];
    }),
  );
  return Object.keys(table).length > 0 ? table : null;
}

/** The style in which most cells are numbers: one that is none anyway must not spoil it. The first where several fit. */
function numberStyleOf(cells: readonly string[]): NumberStyle {
  const counted = numberStyles.map((style) => ({
    style,
    count: cells.filter((cell) => numberIn(cell, style) !== null).length,
  }));
  const [best] = counted.sort((a, b) => b.count - a.count);
  return best?.style ?? plainStyles.numbers;
}

/** The style in which most of the cells are days; Latvian and Russian have the day first. */
function dateStyleOf(columns: readonly string[][], languages: readonly Language[]): DateStyle {
  const counts = new Map<string, { style: DateStyle; count: number }>();
  for (const cell of columns.flat()) {
    for (const style of stylesThatFit(cell)) {
      const key = JSON.stringify(style);
      counts.set(key, { style, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const dayFirst = languages.some((language) => language !== 'en');
  const rank = ({ order }: DateStyle): number =>
    order === 'YMD' ? 0 : order === (dayFirst ? 'DMY' : 'MDY') ? 1 : order === 'YDM' ? 3 : 2;
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count || rank(a.style) - rank(b.style));
  return best?.style ?? plainStyles.dates;
}
