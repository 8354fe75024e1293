import { exchangeKinds } from './exchange-fields.ts';
import { isUuid } from './ids.ts';
import { mappingProfile } from './mapping-profile.ts';
import { isPeriod, type Period } from './period.ts';
import { z } from './zod.ts';

/** What the office sends where it brings files in and gives readings out. */

const id = z.string().refine(isUuid);
const period = z.custom<Period>(isPeriod);
/** In one line, as the audit log and residents will read it. */
const reason = z
  .string()
  .trim()
  .min(1)
  .max(160)
  .regex(/^[^\p{Cc}]*$/u);

/** What a file can be brought in as: one of the tables, or the PDFs of bills in a ZIP. */
export const fileKinds = [...exchangeKinds, 'pdfs'] as const;
export type BroughtKind = (typeof fileKinds)[number];

export const uploadInput = z.strictObject({ upload: id });

export const proposeInput = z.strictObject({ upload: id, kind: z.enum(exchangeKinds) });

export const tryOutInput = z
  .strictObject({
    upload: id,
    kind: z.enum(fileKinds),
    /** Null: the file's columns are ours. */
    profile: mappingProfile.nullable(),
    encoding: z.enum(['utf-8', 'windows-1251', 'windows-1257']).nullable(),
  })
  .refine(({ kind, profile }) => profile === null || profile.kind === kind, { path: ['profile'] });
export type TryOutInput = z.infer<typeof tryOutInput>;

export const bringInInput = z.strictObject({
  /** The job that tried it out: what is done is what was looked at. */
  tried: id,
  /** One refused row and nothing is brought in. */
  strict: z.boolean(),
  /** Although the same file was brought in before. */
  again: z.boolean(),
});
export type BringInInput = z.infer<typeof bringInInput>;

export const jobInput = z.strictObject({ job: id });
export const newestInput = z.strictObject({ after: id.nullable() });
export const batchInput = z.strictObject({ batch: id });
export const undoInput = z.strictObject({ batch: id, reason });
export const outlookInput = z.strictObject({ period });
export const giveOutInput = z.strictObject({ period });
export const giveOutAndLockInput = z.strictObject({
  period,
  /** Why it is locked although residents may still hand in; null where they may not. */
  early: reason.nullable(),
});

/** Why a batch cannot be undone. */
export const undoObstacles = [
  'batch_running',
  'batch_undone',
  'batch_undoing',
  'batch_billed',
  'batch_too_old',
] as const;
export type UndoObstacle = (typeof undoObstacles)[number];

/** How a batch of readings is written: `excel` is CSV as spreadsheet programs of Latvia and Russia open it. */
export const outForms = ['xlsx', 'csv', 'excel', 'json'] as const;
export type OutForm = (typeof outForms)[number];
