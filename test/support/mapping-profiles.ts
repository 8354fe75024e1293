import { type ExchangeKind, exchangeFields } from '../../shared/exchange-fields.ts';
import { type FieldSource, type MappingProfile, plainStyles } from '../../shared/mapping-profile.ts';

/** A column by its name or its place. */
export const column = (
  ref: string | number,
  more: Partial<Extract<FieldSource, { from: 'column' }>> = {},
): FieldSource => ({
  from: 'column',
  column: ref,
  ...more,
});

export const constant = (value: string): FieldSource => ({ from: 'constant', value });

/** A profile by which our own files are read as they are; with what a test has otherwise. */
export const plainProfile = (kind: ExchangeKind, more: Partial<MappingProfile> = {}): MappingProfile => ({
  kind,
  sheet: null,
  skipRows: 0,
  header: true,
  encoding: null,
  separator: null,
  ...plainStyles,
  fields: Object.fromEntries(
    exchangeFields[kind].flatMap(({ name, presence }) => (presence === 'optional' ? [] : [[name, column(name)]])),
  ),
  blocks: [],
  heading: null,
  leaveOut: [],
  ...more,
});
