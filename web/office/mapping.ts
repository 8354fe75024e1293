import type { ExchangeField } from '../../shared/exchange-fields.ts';
import type { ColumnRef, DateStyle, FieldSource, MappingProfile, NumberStyle } from '../../shared/mapping-profile.ts';
import type { Preview } from './exchange-types.ts';

/** How the columns of a file are chosen: pure functions of a profile and the first rows. */

export type File = Pick<NonNullable<Preview['file']>, 'rows'>;

/** A column of the file, as it can be chosen. */
export interface FileColumn {
  /** By its name where it has one of its own, otherwise by its place. */
  ref: ColumnRef;
  /** `B`, as spreadsheets name it. */
  letter: string;
  name: string;
  /** The first cells that are not empty. */
  examples: readonly string[];
}

const mostExamples = 3;

/** `isShown`: whether what stands in a line is an example. */
export function columnsOf(
  { rows }: File,
  { skipRows, header }: Pick<MappingProfile, 'skipRows' | 'header'>,
  isShown: (line: number) => boolean = () => true,
): FileColumn[] {
  const below = rows.filter(({ line }) => line > skipRows);
  const head = header ? (below[0]?.cells ?? []) : [];
  const body = header ? below.slice(1) : below;
  const width = Math.max(0, ...below.map(({ cells }) => cells.length));
  const plain = head.map(plainName);
  return Array.from({ length: width }, (_, at) => {
    const name = head[at]?.trim() ?? '';
    const isOwn = name !== '' && plain.filter((one) => one === plainName(name)).length === 1;
    const filled = body
      .map(({ line, cells }) => (isShown(line) ? (cells[at]?.trim() ?? '') : ''))
      .filter((cell) => cell !== '');
    return {
      ref: isOwn ? name : at + 1,
      letter: letterOf(at),
      name,
      examples: [...new Set(filled)].slice(0, mostExamples),
    };
  });
}

const plainName = (name: string): string => name.trim().toLowerCase();

/** `A` … `Z`, `AA` … */
export function letterOf(at: number): string {
  const rest = String.fromCharCode(65 + (at % 26));
  return at < 26 ? rest : letterOf(Math.floor(at / 26) - 1) + rest;
}

/** Which of the columns a source means; -1: none of them. */
export const placeOf = (columns: readonly FileColumn[], source: FieldSource | undefined): number =>
  source?.from === 'column' ? placeOfRef(columns, source.column) : -1;

export function placeOfRef(columns: readonly FileColumn[], ref: ColumnRef): number {
  if (typeof ref === 'number') return ref <= columns.length ? ref - 1 : -1;
  return columns.findIndex(({ name }) => plainName(name) === plainName(ref));
}

/** The profile with another source of a field; undefined: none. */
export function withSource(profile: MappingProfile, field: string, source: FieldSource | undefined): MappingProfile {
  const { [field]: _, ...others } = profile.fields;
  return { ...profile, fields: source ? { ...others, [field]: source } : others };
}

/** `theirs = ours` on each line. */
export const replacementsText = (table: Readonly<Record<string, string>> = {}): string =>
  Object.entries(table)
    .map(([theirs, ours]) => `${theirs} = ${ours}`)
    .join('\n');

/** Lines without a mark are left out. */
export function replacementsIn(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const at = line.lastIndexOf('=');
    return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
  });
  return Object.fromEntries(pairs.filter(([theirs]) => theirs !== ''));
}

export const dateStyles: readonly DateStyle[] = [
  { order: 'YMD', mark: '-', years: 4 },
  { order: 'DMY', mark: '.', years: 4 },
  { order: 'DMY', mark: '.', years: 2 },
  { order: 'DMY', mark: '/', years: 4 },
  { order: 'DMY', mark: '-', years: 4 },
  { order: 'MDY', mark: '/', years: 4 },
  { order: 'YMD', mark: '.', years: 4 },
  { order: 'YMD', mark: '/', years: 4 },
  { order: 'YMD', mark: '', years: 4 },
  { order: 'YDM', mark: '-', years: 4 },
  { order: 'serial', from: 1900 },
  { order: 'serial', from: 1904 },
];

/** The last day of March 2026, as the style writes it. */
export function dateExample(style: DateStyle): string {
  if (style.order === 'serial') return style.from === 1904 ? '44650' : '46112';
  const parts = { Y: style.years === 2 ? '26' : '2026', M: '03', D: '31' };
  return [...style.order].map((part) => parts[part as keyof typeof parts]).join(style.mark);
}

export const numberStyles: readonly NumberStyle[] = [
  { decimal: '.', thousands: '' },
  { decimal: ',', thousands: '' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: ' ' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ',' },
];

export const numberExample = ({ decimal, thousands }: NumberStyle): string => `1${thousands}234${decimal}56`;

export const mustBeThere = ({ presence }: ExchangeField): boolean => presence !== 'optional';
