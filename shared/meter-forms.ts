import { isLine } from './contact.ts';
import { isUuid, type MeterId } from './ids.ts';
import { registerCodes, services, units } from './meter.ts';
import { isDay } from './period.ts';
import type { Problem } from './problem.ts';
import { isValue } from './quantity.ts';
import { longestReason } from './review-forms.ts';
import { z } from './zod.ts';

/** The schemas of what the office sends about meters. Values are in the smallest unit of their registers. */

const uuid = z.string().refine(isUuid);
const day = z.custom<`${number}-${number}-${number}`>(isDay);
/** Residents read it where it comes with a reading. */
const reason = z.string().trim().min(1).max(longestReason);
const values = z.record(z.enum(registerCodes).or(z.string().max(4)), z.int().min(0));
/** `OfficeMeter.version`: what the clerk saw. */
const seen = z.int().min(0);

export const longestSerial = 40;
export const longestPlace = 80;
export const highestRatio = 100_000;

/** V4: one register `B`, or tariffs, each once. */
const registers = z
  .array(
    z
      .strictObject({
        code: z.enum(registerCodes),
        digits: z.int().min(1).max(9),
        decimals: z.int().min(0).max(6),
        initial: z.int().min(0),
      })
      .refine((register) => isValue(register.initial, register)),
  )
  .min(1)
  .max(4)
  .refine((all) => {
    const codes = new Set(all.map(({ code }) => code));
    return codes.size === all.length && (all.length === 1 || !codes.has('B'));
  });

/** What is read off a meter. */
const face = {
  serial: z.string().trim().min(1).max(longestSerial).refine(isLine),
  place: z
    .string()
    .trim()
    .max(longestPlace)
    .refine((text) => text === '' || isLine(text)),
  unit: z.enum(units),
  ratio: z.int().min(1).max(highestRatio),
  verifiedUntil: day.nullable(),
  registers,
};
export type MeterFace = z.infer<z.ZodObject<typeof face>>;

export const addMeterInput = z.strictObject({
  account: uuid,
  service: z.enum(services),
  installedOn: day,
  ...face,
  reason,
});
export type AddMeterInput = z.infer<typeof addMeterInput>;

/** The end of a meter: the day on which it was taken out, and what it showed then. */
const end = {
  meter: uuid,
  seen,
  day,
  /** M5: it passed zero since its last reading. */
  rollover: z.boolean(),
  /** What the rules find unlikely is so. */
  override: z.boolean(),
  reason,
};

export const replaceMeterInput = z.strictObject({
  ...end,
  finals: values,
  /** M6: the values with which it came are its registers' `initial`. */
  next: z.strictObject(face),
  /** A reading of the new meter that the resident handed in for the old one, and that waits (M4): it becomes the new one's. */
  waiting: uuid.nullable(),
});
export type ReplaceMeterInput = z.infer<typeof replaceMeterInput>;

/** Without final values what it used to its end stays unknown. */
export const retireMeterInput = z.strictObject({ ...end, finals: values.nullable() });
export type RetireMeterInput = z.infer<typeof retireMeterInput>;

/** W8. */
export const verifyMeterInput = z.strictObject({ meter: uuid, seen, verifiedUntil: day });
export type VerifyMeterInput = z.infer<typeof verifyMeterInput>;

/** What was entered wrong. What readings rest on can be corrected as long as there are none. */
export const correctMeterInput = z.strictObject({ meter: uuid, seen, installedOn: day, ...face, reason });
export type CorrectMeterInput = z.infer<typeof correctMeterInput>;

/** `done: false`: nothing happened; this stands against it, and it takes an override, or cannot be (`stops`). */
export type MeterChanged = { done: true; meter: MeterId } | { done: false; problems: Problem[]; stops: boolean };
