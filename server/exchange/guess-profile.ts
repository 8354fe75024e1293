import type { Language } from '../../shared/company.ts';
import { type ExchangeField, type ExchangeKind, exchangeFields } from '../../shared/exchange-fields.ts';
import type { Guess, PreviewRow } from '../../shared/exchange-forms.ts';
import {
  type ColumnRef,
  type DateStyle,
  type FieldSource,
  type MappingProfile,
  type NumberStyle,
  plainStyles,
  type RowTest,
  withoutSource,
} from '../../shared/mapping-profile.ts';
import { cellTester } from '../../shared/row-test.ts';
import { numberIn, stylesThatFit } from '../tables/cell-styles.ts';
import { mostColumns } from '../tables/table.ts';
import { cellWords, plainWords } from './field-words.ts';
import { repeatedColumns } from './guess-groups.ts';
import { headingIn, totalsIn } from './guess-rows.ts';
import { columnsFor, nameOrPlace } from './match-fields.ts';

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
 * Proposes how a file is read, from the words of its header and the look of its first rows: where the header stands, which
 * column is which field, what it repeats side by side, which rows begin a block and which are totals. A column is taken once,
 * and where two styles of days fit, the one that `languages` write.
 */
export function guessProfile(
  rows: readonly PreviewRow[],
  kind: ExchangeKind,
  { languages }: { languages: readonly Language[] },
): Guess {
  const fields = exchangeFields[kind];
  const heads = rows.slice(0, mostTitles).map((row) => {
    // A row below the first may have any number of cells; none of them is a header that could be read.
    const cells = row.cells.slice(0, mostColumns);
    const groups = repeatedColumns(cells, fields, kind);
    const repeated = new Set(groups.flatMap(({ columns }) => [...columns.keys()]));
    const taken = new Set(groups.flatMap(({ columns }) => [...columns.values()]));
    const single = fields.filter(
      (field) => !repeated.has(field) && !(groups[0]?.register && field.name === 'register'),
    );
    const found = columnsFor(cells, single, taken);
    return { row, groups, found, size: found.size + repeated.size };
  });
  const none = { row: null, groups: [], found: new Map<ExchangeField, number>(), size: 0 };
  const best = heads.reduce((a, b) => (b.size > a.size ? b : a), heads[0] ?? none);
  const hasHeader = best.size >= Math.min(2, fields.length);
  const header = hasHeader ? best.row : null;
  const body = rows.filter(({ line }) => line > (header?.line ?? 0));
  const columnAt = (at: number): ColumnRef => nameOrPlace(header?.cells ?? [], at);

  const leaveOut = header ? totalsIn(body, columnAt) : [];
  const tests = leaveOut.map((test) => testerOf(test, header));
  const isOut = (row: PreviewRow): boolean => tests.some((test) => test(row));
  const columns = best.found;
  const heading = header ? headingIn(body, { fields, columns, columnAt, leaveOut: isOut }) : null;
  const begins = heading ? testerOf(heading.when, header) : () => false;
  const isOwn = (row: PreviewRow): boolean => !isOut(row) && !begins(row);
  const cellsAt = (at: number, of: (row: PreviewRow) => boolean = isOwn): string[] =>
    body.flatMap((row) => (of(row) ? [row.cells[at]?.trim() ?? ''] : [])).filter((cell) => cell !== '');

  const days: string[][] = [];
  const numbers: string[] = [];
  const sourceAt = (field: ExchangeField, at: number): FieldSource => {
    const cells = cellsAt(at);
    if (field.form === 'day') days.push(cells);
    if (field.form === 'number') numbers.push(...cells);
    const replace = replacementsFor(field.name, cells);
    return { from: 'column', column: columnAt(at), ...(replace && { replace }) };
  };
  const sources: Record<string, FieldSource> = {};
  const blocks: MappingProfile['blocks'] = [];
  if (header) {
    for (const [field, at] of columns) {
      if (!heading?.fields[field.name]) sources[field.name] = sourceAt(field, at);
    }
    for (const { columns: own, register } of best.groups) {
      const group = Object.fromEntries([...own].map(([field, at]) => [field.name, sourceAt(field, at)]));
      blocks.push(register === null ? group : { register: { from: 'constant', value: register }, ...group });
    }
    for (const [name, source] of Object.entries(heading?.fields ?? {})) {
      if (!heading || source.from !== 'column') continue;
      const replace = replacementsFor(name, cellsAt(placeOf(source.column, header), begins));
      if (replace) heading.fields[name] = { ...source, replace };
    }
  }
  for (const { name, presence } of fields) {
    if (sources[name] || heading?.fields[name] || blocks[0]?.[name] || presence === 'optional') continue;
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
    blocks,
    heading,
    leaveOut,
  };
  return { profile, missing: withoutSource(profile) };
}

/** Where a column stands that was named by `nameOrPlace`. */
const placeOf = (column: ColumnRef, header: PreviewRow | null): number =>
  typeof column === 'number' ? column - 1 : (header?.cells.findIndex((cell) => cell.trim() === column) ?? -1);

function testerOf(test: RowTest, header: PreviewRow | null): (row: PreviewRow) => boolean {
  const at = placeOf(test.column, header);
  const passes = cellTester(test);
  return ({ cells }) => passes(cells[at] ?? '');
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
