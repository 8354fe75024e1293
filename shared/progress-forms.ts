import { services } from './meter.ts';
import { isPeriod, type Period } from './period.ts';
import { verificationSteps } from './progress.ts';
import { z } from './zod.ts';

/** The schemas of what the office sends about the progress of a month and about verifications. */

const period = z.custom<Period>(isPeriod);
const after = z.string().max(500).nullable();
const building = z.string().trim().min(1).max(200).nullable();

export const monthInput = z.strictObject({
  /** Null: the one that is open, or was last. */
  period: period.nullable(),
  /** What is older than it need be is counted before it is answered. */
  count: z.boolean(),
});
export const buildingsInput = z.strictObject({ period, after });
export const missingInput = z.strictObject({ period, building, text: z.string().max(200), after });
export const remindInput = z.strictObject({ period, building });

export const verificationFilter = z.strictObject({
  /** Null: whatever is due. */
  step: z.enum(verificationSteps).nullable(),
  building,
  service: z.enum(services).nullable(),
});
export type VerificationFilter = z.infer<typeof verificationFilter>;
export const verificationsInput = z.strictObject({ ...verificationFilter.shape, after });
