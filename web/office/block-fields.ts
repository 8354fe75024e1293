import type { FieldSource, MappingProfile } from '../../shared/mapping-profile.ts';

/** The profile in which the first row of a block says a field, for all rows below it. */
export function withHeadingSource(
  profile: MappingProfile,
  name: string,
  source: FieldSource | undefined,
): MappingProfile {
  if (!profile.heading) return profile;
  const { [name]: _, ...others } = profile.heading.fields;
  if (!source) return { ...profile, heading: { ...profile.heading, fields: others } };
  const { [name]: __, ...fields } = profile.fields;
  return { ...profile, fields, heading: { ...profile.heading, fields: { ...others, [name]: source } } };
}
