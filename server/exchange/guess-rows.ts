import type { ExchangeField } from '../../shared/exchange-fields.ts';
import type { PreviewRow } from '../../shared/exchange-forms.ts';
import type { ColumnRef, FieldSource, MappingProfile, RowTest } from '../../shared/mapping-profile.ts';
import { cellTester } from '../../shared/row-test.ts';
import { cellWords, plainWords } from './field-words.ts';
import { fieldNamed } from './match-fields.ts';

/** What a row of totals begins with, as plain words. */
const totalWords = ['итого', 'всего', 'kopā', 'pavisam', 'total', 'totals', 'grand total', 'subtotal'].map(plainWords);

/** Rows of totals, which are none of ours: by the word that their first cell begins with. */
export function totalsIn(body: readonly PreviewRow[], columnAt: (at: number) => ColumnRef): RowTest[] {
  const tests = new Map<string, RowTest>();
  for (const { cells } of body) {
    const at = firstFilled(cells);
    const cell = cells[at]?.trim() ?? '';
    const words = plainWords(cell);
    const total = totalWords.find((word) => words === word || words.startsWith(`${word} `));
    if (total === undefined || !cell.toLowerCase().startsWith(total)) continue;
    tests.set(`${at} ${total}`, { column: columnAt(at), is: 'beginning', text: cell.slice(0, total.length) });
  }
  return [...tests.values()].slice(0, 20);
}

interface Told {
  field: ExchangeField;
  at: number;
  source: FieldSource;
}

/**
 * A block for each account or meter, where the rows plainly begin with one: `Счётчик № 123` above its readings. What such a
 * row says besides is taken too, where its words or its column tell what it is. `columns`: the fields of the header by
 * column. Null where the rows do not begin so, or where it would not be worth it.
 */
export function headingIn(
  rows: readonly PreviewRow[],
  {
    fields,
    columns,
    columnAt,
    leaveOut,
  }: {
    fields: readonly ExchangeField[];
    columns: ReadonlyMap<ExchangeField, number>;
    columnAt: (at: number) => ColumnRef;
    /** By place: whether a row is left out anyway. */
    leaveOut: (row: PreviewRow) => boolean;
  },
): NonNullable<MappingProfile['heading']> | null {
  const body = rows.filter((row) => firstFilled(row.cells) >= 0 && !leaveOut(row));
  const [first] = body;
  if (!first) return null;
  const keys = fields.filter(({ name }) => name === 'account' || name === 'serial');
  const start = firstFilled(first.cells);
  const lead = toldBy(first.cells[start] ?? '', start, { fields: keys, columnAt });
  if (lead?.source.from !== 'column' || lead.source.after === undefined) return null;
  const when: RowTest = { column: columnAt(start), is: 'beginning', text: lead.source.after };
  const begins = cellTester(when);
  const ordinary = body.filter(({ cells }) => !begins(cells[start] ?? ''));
  if (ordinary.length === 0) return null;
  const isSaidBelow = (at: number): boolean => ordinary.some(({ cells }) => (cells[at]?.trim() ?? '') !== '');
  const told = [lead];
  for (const [at, cell] of first.cells.entries()) {
    if (at <= start || cell.trim() === '') continue;
    const column = [...columns].find(([, place]) => place === at)?.[0];
    const one =
      toldBy(cell, at, { fields, columnAt }) ??
      serviceIn(
        body.map(({ cells }) => cells[at] ?? ''),
        at,
        { fields, columnAt },
      ) ??
      (column && !isSaidBelow(at)
        ? { field: column, at, source: { from: 'column' as const, column: columnAt(at) } }
        : null);
    if (one && !told.some(({ field }) => field === one.field)) told.push(one);
  }
  // What each row says of itself needs no heading.
  const needed = told.filter(({ field }) => {
    const own = columns.get(field);
    return own === undefined || !isSaidBelow(own) || own === start;
  });
  if (!needed.includes(lead)) return null;
  return { when, fields: Object.fromEntries(needed.map(({ field, source }) => [field.name, source])) };
}

const firstFilled = (cells: readonly string[]): number => cells.findIndex((cell) => cell.trim() !== '');

interface Look {
  fields: readonly ExchangeField[];
  columnAt: (at: number) => ColumnRef;
}

/** `Лицевой счёт № 10427`: the words of a field, and what it is. */
function toldBy(cell: string, at: number, { fields, columnAt }: Look): Told | null {
  const [, words = ''] = /^(\D*[^\p{L}\d]|\D+:)\s*\S*\d\S*$/u.exec(cell.trim()) ?? [];
  const after = words.trim();
  const field = fieldNamed(plainWords(after), fields);
  return field && after !== '' ? { field, at, source: { from: 'column', column: columnAt(at), after } } : null;
}

/** A service by its word, wherever it stands. */
function serviceIn(cells: readonly string[], at: number, { fields, columnAt }: Look): Told | null {
  const field = fields.find(({ name }) => name === 'service');
  const words = Object.keys(cellWords.service ?? {}).map(plainWords);
  const known = field && words.includes(plainWords(cells[0] ?? ''));
  return known ? { field, at, source: { from: 'column', column: columnAt(at) } } : null;
}
