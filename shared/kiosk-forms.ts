import { isLine, longest } from './contact.ts';
import { isUuid } from './ids.ts';
import { z } from './zod.ts';

/** The schemas of what the office and the kiosks send about kiosks. */

const name = z.string().trim().min(1).max(80).refine(isLine);
const id = z.string().refine(isUuid);

export const addKioskInput = z.strictObject({ name });
/** `was`: the name that was seen. */
export const renameKioskInput = z.strictObject({ id, name, was: z.string().max(longest.line) });
export const kioskIdInput = z.strictObject({ id });

/** What the kiosk's own app sends. */
const appVersion = z.string().min(1).max(40).refine(isLine);
export const enrolKioskInput = z.strictObject({ code: z.string().max(40), appVersion });
export const kioskHelloInput = z.strictObject({ appVersion });
