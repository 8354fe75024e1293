import { isUuid } from './ids.ts';
import { services } from './meter.ts';
import { isDay, isPeriod, nextPeriod, type Period, periodOfDay } from './period.ts';
import { z } from './zod.ts';

/** The schemas of what the office sends about windows and locks. */

const period = z.custom<Period>(isPeriod);
const day = z.custom<`${number}-${number}-${number}`>(isDay);
/** In one line, as residents and the audit log will read it. */
const reason = z
  .string()
  .trim()
  .min(1)
  .max(160)
  .regex(/^[^\p{Cc}]*$/u);
const id = z.string().refine(isUuid);

/** W9: which days an exception can have. */
export const daysFit = (one: { period: Period; opensOn: string; closesOn: string }): boolean =>
  one.opensOn.slice(0, 7) === one.period &&
  one.opensOn <= one.closesOn &&
  periodOfDay(one.closesOn as `${number}-${number}-${number}`) <= nextPeriod(one.period);

export const addExceptionInput = z
  .strictObject({
    period,
    /** As the accounts have it. Null: every one. */
    building: z.string().trim().min(1).max(80).nullable(),
    service: z.enum(services).nullable(),
    opensOn: day,
    closesOn: day,
    reason,
    /** The exception in force for the same place that the office has seen, and that this one takes the place of. */
    replaces: id.nullable(),
  })
  .refine(daysFit, { path: ['closesOn'] });
export type NewException = z.infer<typeof addExceptionInput>;

export const endExceptionInput = z.strictObject({ id, reason });

export const lockInput = z.strictObject({ period, reason, early: z.boolean() });
export const unlockInput = z.strictObject({ period, reason });

export const monthInput = z.strictObject({ period });
export const buildingsInput = z.strictObject({ text: z.string().max(80) });
