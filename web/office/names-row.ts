import type { ColumnRef, FieldSource, MappingProfile, RowTest } from '../../shared/mapping-profile.ts';
import { columnsOf, type File, placeOfRef } from './mapping.ts';

/** Where the names of the columns stand. */

type Sources = MappingProfile['fields'];

/** Other names, or none: what was meant stays meant, by its place. What cannot be named any more is left out. */
export function withNames(
  profile: MappingProfile,
  file: File,
  names: Pick<MappingProfile, 'skipRows' | 'header'>,
): MappingProfile {
  const before = columnsOf(file, profile);
  const after = columnsOf(file, names);
  return withRefs({ ...profile, ...names }, (ref) => {
    const at = placeOfRef(before, ref);
    if (at >= 0) return after[at]?.ref ?? at + 1;
    return names.header || typeof ref === 'number' ? ref : null;
  });
}

/** The line that the names stand in, or without names the table begins with. */
export const firstLine = ({ rows }: File, { skipRows }: Pick<MappingProfile, 'skipRows'>): number =>
  rows.find(({ line }) => line > skipRows)?.line ?? skipRows + 1;

/** The profile with each of its columns named otherwise; null: not at all. */
function withRefs(profile: MappingProfile, change: (ref: ColumnRef) => ColumnRef | null): MappingProfile {
  const sources = (group: Sources): Sources =>
    Object.fromEntries(
      Object.entries(group).flatMap(([name, source]): [string, FieldSource][] => {
        if (source.from !== 'column') return [[name, source]];
        const column = change(source.column);
        return column === null ? [] : [[name, { ...source, column }]];
      }),
    );
  const tests = (test: RowTest): RowTest[] => {
    const column = change(test.column);
    return column === null ? [] : [{ ...test, column }];
  };
  const { heading } = profile;
  const [when] = heading ? tests(heading.when) : [];
  return {
    ...profile,
    fields: sources(profile.fields),
    blocks: profile.blocks.map(sources),
    heading: heading && when ? { when, fields: sources(heading.fields) } : null,
    leaveOut: profile.leaveOut.flatMap(tests),
  };
}
