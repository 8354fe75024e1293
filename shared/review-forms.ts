import { isUuid } from './ids.ts';
import { services } from './meter.ts';
import { isDay, isPeriod } from './period.ts';
import { reviewKinds } from './review.ts';
import { z } from './zod.ts';

/** The schemas of what the office sends about readings that wait, and of what it enters itself. */

const uuid = z.string().refine(isUuid);
const period = z.custom<`${number}-${number}`>(isPeriod);
const day = z.custom<`${number}-${number}-${number}`>(isDay);
export const longestReason = 500;
export const longestQuestion = 2000;
/** Residents read it. */
const reason = z.string().trim().min(1).max(longestReason);
const values = z.record(z.string().max(4), z.int().min(0));
const seen = z.int().min(0);

export const queueFilter = z.strictObject({
  kind: z.enum(reviewKinds).nullable(),
  service: z.enum(services).nullable(),
  building: z.string().max(200).nullable(),
  period: period.nullable(),
  /** Only what I asked residents about. */
  mine: z.boolean(),
});
export type QueueFilter = z.infer<typeof queueFilter>;

export const listInput = z.strictObject({ after: z.string().max(100).nullable(), ...queueFilter.shape });
export const openInput = z.strictObject({ reading: uuid });

const decision = { reading: uuid, seen };
export const acceptInput = z.strictObject({
  ...decision,
  /** M5, decided by the office; null: as it was handed in. */
  rollover: z.boolean().nullable(),
  override: z.boolean(),
  reason: reason.nullable(),
});
export const correctInput = z.strictObject({
  ...decision,
  values,
  rollover: z.boolean(),
  override: z.boolean(),
  reason,
});
export const refuseInput = z.strictObject({ ...decision, reason });
export const askInput = z.strictObject({ ...decision, text: z.string().trim().min(1).max(longestQuestion) });

export const entryBasisInput = z.strictObject({ meter: uuid, period });
/** A reading of what was left at a kiosk, that did not become one by itself. */
const onSlip = z.strictObject({ slip: uuid, reading: uuid });
export type OnSlip = z.infer<typeof onSlip>;
export const enterInput = z.strictObject({
  meter: uuid,
  period,
  seen,
  values,
  /** The day on which the meter showed it. */
  takenOn: day,
  rollover: z.boolean(),
  override: z.boolean(),
  reason,
  /** Where it is entered from a slip: noted there. */
  from: onSlip.optional(),
});

export type AcceptInput = z.infer<typeof acceptInput>;
export type CorrectInput = z.infer<typeof correctInput>;
export type RefuseInput = z.infer<typeof refuseInput>;
export type AskInput = z.infer<typeof askInput>;
export type EnterInput = z.infer<typeof enterInput>;
