import { isLine, longest } from './contact.ts';
import { isUuid } from './ids.ts';
import { isInstant } from './instant.ts';
import { mostEnvelopes } from './kiosk-envelope.ts';
import { waitingSlipStates } from './kiosk-office.ts';
import { longestContact, longestTyped, mostReadings, mostTyped } from './kiosk-slip.ts';
import { registerCodes, services } from './meter.ts';
import { longestPassword } from './password.ts';
import { isPeriod, type Period } from './period.ts';
import { capture } from './sync.ts';
import { z } from './zod.ts';

/** The schemas of what the office and the kiosks send about kiosks. */

const name = z.string().trim().min(1).max(80).refine(isLine);
const id = z.string().refine(isUuid);

export const addKioskInput = z.strictObject({ name });
/** `was`: the name that was seen. */
export const renameKioskInput = z.strictObject({ id, name, was: z.string().max(longest.line) });
export const kioskPrintsInput = z.strictObject({ id, prints: z.boolean() });
export const kioskIdInput = z.strictObject({ id });

/** What the office asks and does about what was left at kiosks. */
const after = z.string().max(200).nullable();
export const slipsInput = z.strictObject({ state: z.enum([...waitingSlipStates, 'all']), after });
/** `number`: of a receipt, as somebody says it. */
export const findSlipsInput = z.strictObject({ number: z.string().max(40), after });
export const slipIdInput = z.strictObject({ id });
/** So much the office can write about what it did with a slip. */
export const longestSlipNote = 500;
export const settleSlipInput = z.strictObject({
  id,
  note: z.string().trim().min(1).max(longestSlipNote).refine(isLine),
});
export const locksInput = z.strictObject({ after });
export const releaseInput = z.strictObject({ account: id });
/** All that were locked at this kiosk. */
export const releaseAllInput = z.strictObject({ kiosk: id });

/** What the kiosk's own app sends. */
const appVersion = z.string().min(1).max(40).refine(isLine);
export const enrolKioskInput = z.strictObject({ code: z.string().max(40), appVersion });
/** Apps of the first release tell their version alone. `oldest`: when the oldest of those that wait was saved. */
export const kioskHelloInput = z.strictObject({
  appVersion,
  waiting: z.int().min(0).max(1_000_000).optional(),
  oldest: z.string().refine(isInstant).nullable().optional(),
  refused: z.int().min(0).max(1_000_000).optional(),
});
export type KioskSaid = z.infer<typeof kioskHelloInput>;

/** An account number or a serial number, as somebody typed it. */
const typed = z.string().trim().min(1).max(longest.line).refine(isLine);
export const kioskLookUpInput = z.strictObject({ account: typed, serial: typed });

const base64url = z.string().regex(/^[\w-]+$/);
export const kioskEnvelopeInput = z.strictObject({
  protocol: z.int().min(1),
  kiosk: id,
  envelope: id,
  key: id,
  enc: base64url.length(43),
  sealed: base64url.max(64 * 1024),
});
/** Signed by the server. */
const visit = z.string().min(1).max(400);
export const kioskDeliverInput = z.strictObject({
  visit: visit.nullable(),
  // One by one later, so that one bad envelope never blocks the others.
  envelopes: z.array(z.unknown()).max(mostEnvelopes),
});
export const kioskSignInInput = z.strictObject({
  name: z.string().trim().min(1).max(longest.email).refine(isLine),
  password: z.string().min(1).max(longestPassword),
});
export const kioskPairedInput = z.strictObject({ code: z.string().min(1).max(100) });
/** On the phone. `number`: the one that stands at the kiosk, two digits; null: none of them. */
export const showAtKioskInput = z.strictObject({
  code: kioskPairedInput.shape.code,
  number: z
    .string()
    .regex(/^\d\d$/)
    .nullable(),
});
export const kioskVisitInput = z.strictObject({ visit });
export const kioskBillInput = z.strictObject({ visit, bill: id });

/** What a meter shows, as somebody typed it; nothing at all is told of by name (`resolveReading`). */
const typedValue = z
  .string()
  .max(longestTyped)
  .refine((text) => text === '' || isLine(text));
/** What is in an envelope. */
export const kioskSlip = z.strictObject({
  id,
  account: typed,
  serial: typed,
  contact: z.string().trim().min(1).max(longestContact).refine(isLine).nullable(),
  language: z.enum(['lv', 'ru', 'en']),
  period: z.custom<Period>(isPeriod),
  readings: z
    .array(
      z.strictObject({
        id,
        number: z.int().min(1),
        serial: typed,
        service: z.enum(services).nullable(),
        typed: z.array(typedValue).min(1).max(mostTyped),
        claims: z.strictObject({
          rollover: z.array(z.enum(registerCodes)).max(registerCodes.length),
          confirmed: z.array(z.enum(registerCodes)).max(registerCodes.length),
          replaced: z.boolean(),
        }),
      }),
    )
    .min(1)
    .max(mostReadings),
  capture,
});
