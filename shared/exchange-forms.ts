import { exchangeKinds } from './exchange-fields.ts';
import { isUuid, type ProfileId, type StaffId, type UploadId } from './ids.ts';
import { type Instant, isInstant } from './instant.ts';
import { draftProfile, type MappingProfile, mappingProfile } from './mapping-profile.ts';
import { z } from './zod.ts';

/** What the office sends about files, and what it is answered. */

const id = z.string().refine(isUuid);
const kind = z.enum(exchangeKinds);
const encoding = z.enum(['utf-8', 'windows-1251', 'windows-1257']);

export const listProfilesInput = z.strictObject({ kind: kind.nullable() });

export const saveProfileInput = z.strictObject({
  /** Null: a new one. */
  id: id.nullable(),
  name: z.string().trim().min(1).max(80),
  profile: mappingProfile,
  /** When what is replaced was last changed, as far as whoever sends this knows; null for a new one. */
  changedAt: z.string().refine(isInstant).nullable(),
});
export type SaveProfileInput = z.infer<typeof saveProfileInput>;

export const removeProfileInput = z.strictObject({ id });

export interface SavedProfile {
  id: ProfileId;
  name: string;
  profile: MappingProfile;
  createdAt: Instant;
  createdBy: StaffId;
  changedAt: Instant;
}

export const previewInput = z.strictObject({
  upload: id,
  kind,
  /** Null: the file's columns are ours. */
  profile: draftProfile.nullable(),
  /** Named by whoever looks at it; null: as the profile says, or as the content tells. */
  encoding: encoding.nullable(),
});
export type PreviewInput = z.infer<typeof previewInput>;

export const guessInput = z.strictObject({ upload: id, kind, encoding: encoding.nullable() });

/** What is wrong with a file as a whole, by its code. */
export interface FileProblem {
  code: string;
  line: number | null;
}

/** What stands in the office before a file is brought in. */
export interface Preview {
  upload: { id: UploadId; name: string; size: number };
  /** Null where nothing can be read of it: `problem` says why. */
  file: {
    container: 'csv' | 'json' | 'xlsx';
    encoding: string;
    /** What it plainly looks like, where another encoding was named. */
    looksLike: string | null;
    separator: string | null;
    sheets: readonly string[];
    /** Cells among the first rows that are given as what a formula came to. */
    formulas: number;
    /** The first rows as the file has them, from its first line on. */
    rows: readonly PreviewRow[];
  } | null;
  /** The same rows as the profile, or our own columns, read them; null where that cannot be. */
  read: {
    /** Of ours, in their order. */
    fields: readonly string[];
    rows: readonly ReadRow[];
    /** Columns of the file that nothing is made of. */
    ignored: readonly string[];
  } | null;
  problem: FileProblem | null;
}

export interface PreviewRow {
  line: number;
  cells: readonly string[];
}

export interface ReadRow {
  line: number;
  /** By field, as text in our own form; null where it is empty or broken. */
  values: readonly (string | null)[];
  /** `field` is ours, null for the row as a whole; `problem` is a RowProblem. */
  problems: readonly { field: string | null; column: string | null; problem: { code: string } }[];
}

/** A proposal to look at, perhaps without all fields (a draft). */
export interface Guess {
  profile: MappingProfile;
  /** Fields of ours that must be there and that nothing in the file looks like. */
  missing: readonly string[];
}

export interface GuessAnswer {
  guess: Guess | null;
  /** Why there is none. */
  problem: FileProblem | null;
}
