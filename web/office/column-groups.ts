import { type ExchangeKind, exchangeFields } from '../../shared/exchange-fields.ts';
import type { FieldSource, MappingProfile } from '../../shared/mapping-profile.ts';
import { type FileColumn, placeOf } from './mapping.ts';

/** Several of ours side by side in one row of the file: pure functions of a profile. */

export const mostGroups = 10;

/** What is there several times, as a rule. */
const usual: Readonly<Record<ExchangeKind, readonly string[]>> = {
  accounts: ['account', 'premises'],
  meters: ['register', 'initial'],
  readings: ['register', 'value'],
  acknowledgement: ['register', 'state'],
  statements: ['service', 'charged'],
  ledger: ['service', 'charged'],
  payments: ['date', 'amount'],
};

/** Fields that each of the groups says for itself, in the usual order. */
export const repeatedIn = ({ kind, blocks }: MappingProfile): string[] =>
  exchangeFields[kind].map(({ name }) => name).filter((name) => blocks.some((block) => block[name]));

/** Two of them, the second in the columns beside the first. */
export function startGroups(profile: MappingProfile, columns: readonly FileColumn[]): MappingProfile {
  const empty: MappingProfile = { ...profile, blocks: [{}, {}] };
  return usual[profile.kind].reduce((one, name) => repeat(one, name, true, columns), empty);
}

/** Whether each group says a field for itself. The first keeps what held for the row. */
export function repeat(
  profile: MappingProfile,
  name: string,
  isRepeated: boolean,
  columns: readonly FileColumn[],
): MappingProfile {
  const { [name]: whole, ...fields } = profile.fields;
  if (!isRepeated) {
    const first = profile.blocks[0]?.[name];
    const blocks = profile.blocks.map(({ [name]: _, ...others }) => others);
    return { ...profile, fields: first ? { ...fields, [name]: first } : fields, blocks };
  }
  const blocks = profile.blocks.map((block, at) => ({ ...block, [name]: besides(whole, name, at, columns) }));
  return { ...profile, fields, blocks };
}

/** `by`: so many columns further. */
function besides(
  source: FieldSource | undefined,
  name: string,
  by: number,
  columns: readonly FileColumn[],
): FieldSource {
  if (name === 'register' && source?.from !== 'column') return { from: 'constant', value: `T${by + 1}` };
  const at = placeOf(columns, source);
  if (source?.from !== 'column' || at < 0) return source ?? { from: 'constant', value: '' };
  return { ...source, column: columns[at + by]?.ref ?? source.column };
}

export function withGroupSource(
  profile: MappingProfile,
  group: number,
  name: string,
  source: FieldSource | undefined,
): MappingProfile {
  const blocks = profile.blocks.map((block, at) => {
    if (at !== group) return block;
    const { [name]: _, ...others } = block;
    return source ? { ...others, [name]: source } : others;
  });
  return { ...profile, blocks };
}

/** One more, as far from the last as that is from the one before it. */
export function addGroup(profile: MappingProfile, columns: readonly FileColumn[]): MappingProfile {
  const [before, last] = profile.blocks.slice(-2);
  if (!last || !before || profile.blocks.length >= mostGroups) return profile;
  const next = Object.entries(last).map(([name, source]): [string, FieldSource] => {
    const by = placeOf(columns, source) - placeOf(columns, before[name]);
    if (source.from === 'constant') return [name, besides(source, name, profile.blocks.length, columns)];
    return [name, besides(source, name, Math.max(1, by), columns)];
  });
  return { ...profile, blocks: [...profile.blocks, Object.fromEntries(next)] };
}

/** One alone is no group: it holds for the row again. */
export function removeGroup(profile: MappingProfile, group: number): MappingProfile {
  const blocks = profile.blocks.filter((_, at) => at !== group);
  return blocks.length > 1
    ? { ...profile, blocks }
    : { ...profile, fields: { ...profile.fields, ...blocks[0] }, blocks: [] };
}
