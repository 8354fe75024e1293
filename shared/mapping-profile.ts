import { exchangeFields, exchangeKinds } from './exchange-fields.ts';
import { z } from './zod.ts';

/**
 * How a company's own file is read as one of ours: which of its columns is which field, how its dates and numbers are
 * written, which of its rows are none. Made once in the office, and kept by name.
 */

/** A column by the name in the header, or by its place, counted from 1. */
const columnRef = z.union([z.string().trim().min(1).max(200), z.number().int().min(1).max(1000)]);
export type ColumnRef = z.infer<typeof columnRef>;

const cellText = z.string().max(200);

/** In which order a day is written, and with what between its parts. `years`: digits of the year; two are of this century. */
const dateStyle = z.union([
  z.strictObject({
    order: z.enum(['YMD', 'DMY', 'MDY', 'YDM']),
    mark: z.enum(['-', '.', '/', '']),
    years: z.union([z.literal(4), z.literal(2)]).default(4),
  }),
  /** The number of a day, as Excel counts them. */
  z.strictObject({ order: z.literal('serial'), from: z.union([z.literal(1900), z.literal(1904)]).default(1900) }),
]);
export type DateStyle = z.infer<typeof dateStyle>;

/** `thousands`: a space stands for no-break ones too. */
const numberStyle = z
  .strictObject({ decimal: z.enum(['.', ',']), thousands: z.enum(['', ' ', '.', ',', "'"]) })
  .refine(({ decimal, thousands }) => decimal !== thousands);
export type NumberStyle = z.infer<typeof numberStyle>;

/** What the file says → what we say. Compared without regard to case and outer spaces. */
const replacements = z.record(cellText, cellText).refine((table) => Object.keys(table).length <= 500);

const fieldSource = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('column'),
    column: columnRef,
    replace: replacements.optional(),
    /** What of a cell that `replace` does not name: `keep` (as usual) it as it stands, or refuse the row. */
    otherwise: z.enum(['keep', 'refuse']).optional(),
    /** Other than those of the profile. */
    dates: dateStyle.optional(),
    numbers: numberStyle.optional(),
    /** The words before what counts, as in `Счётчик № 123`: taken off where they stand. */
    after: cellText.min(1).optional(),
    /** An empty cell says what the one above said, as merged ones do. */
    fillDown: z.boolean().optional(),
  }),
  z.strictObject({ from: z.literal('constant'), value: cellText }),
]);
export type FieldSource = z.infer<typeof fieldSource>;

/** Which rows are meant: by what one of their cells holds. Without regard to case and outer spaces. */
const rowTest = z.discriminatedUnion('is', [
  z.strictObject({ column: columnRef, is: z.enum(['empty', 'filled']) }),
  z.strictObject({ column: columnRef, is: z.enum(['equal', 'beginning', 'containing']), text: cellText.min(1) }),
]);
export type RowTest = z.infer<typeof rowTest>;

const fieldSources = z.record(z.string().max(40), fieldSource);

const common = z.strictObject({
  kind: z.enum(exchangeKinds),
  /** The sheet of a workbook; null: the first that is not hidden. */
  sheet: z.string().max(100).nullable(),
  /** Lines above the header, or above the first row. */
  skipRows: z.number().int().min(0).max(1000),
  /** Without a header columns are named by their place alone. */
  header: z.boolean(),
  encoding: z.enum(['utf-8', 'windows-1251', 'windows-1257']).nullable(),
  separator: z.enum([';', ',', '\t', '|']).nullable(),
  dates: dateStyle,
  numbers: numberStyle,
  fields: fieldSources,
  /** Several rows of ours side by side in one row (T1, T2, T3). One whose columns are all empty is left out. */
  blocks: z.array(fieldSources).max(10),
  /** A row above those that it is about, which says what they have in common (an account and its meters below). */
  heading: z.strictObject({ when: rowTest, fields: fieldSources }).nullable(),
  /** Totals and other rows that are none; rows without any content always are. */
  leaveOut: z.array(rowTest).max(20),
});

type Path = (string | number)[];

/** A profile that is still being made: what it has is right, but a field of ours may be without a source. */
export const draftProfile = common.superRefine((profile, { addIssue }) => {
  const known = new Set(exchangeFields[profile.kind].map(({ name }) => name));
  const groups: [Path, MappingProfile['fields']][] = [
    [['fields'], profile.fields],
    ...profile.blocks.map((block, at): [Path, MappingProfile['fields']] => [['blocks', at], block]),
    [['heading', 'fields'], profile.heading?.fields ?? {}],
  ];
  const refs: [Path, ColumnRef][] = [
    ...profile.leaveOut.map(({ column }, at): [Path, ColumnRef] => [['leaveOut', at], column]),
    ...(profile.heading ? [[['heading', 'when'], profile.heading.when.column] as [Path, ColumnRef]] : []),
  ];
  for (const [path, group] of groups) {
    for (const [name, source] of Object.entries(group)) {
      if (!known.has(name)) addIssue({ code: 'custom', path: [...path, name], message: 'unknown field' });
      if (source.from === 'column') refs.push([[...path, name], source.column]);
    }
  }
  for (const [path, ref] of refs) {
    if (profile.header || typeof ref === 'number') continue;
    addIssue({ code: 'custom', path: [...path, 'column'], message: 'a name without a header' });
  }
});

export const mappingProfile = draftProfile.superRefine((profile, { addIssue }) => {
  for (const name of withoutSource(profile)) addIssue({ code: 'custom', path: ['fields', name], message: 'missing' });
});

/** Fields that must be there, and that the profile says nothing of. */
export const withoutSource = ({ kind, fields, blocks, heading }: MappingProfile): string[] =>
  exchangeFields[kind]
    .filter(({ name, presence }) => {
      const inBlocks = blocks.length > 0 && blocks.every((block) => block[name]);
      return presence !== 'optional' && !fields[name] && !inBlocks && !heading?.fields[name];
    })
    .map(({ name }) => name);

export type MappingProfile = z.infer<typeof common>;

/** Our own form: what a profile begins with. */
export const plainStyles = {
  dates: { order: 'YMD', mark: '-', years: 4 },
  numbers: { decimal: '.', thousands: '' },
} as const satisfies Pick<MappingProfile, 'dates' | 'numbers'>;
