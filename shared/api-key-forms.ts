import { apiScopes } from './api-key.ts';
import { isLine } from './contact.ts';
import { isUuid } from './ids.ts';
import { isDay } from './period.ts';
import { z } from './zod.ts';

/** What administrators send about the keys of programs. */

export const makeApiKeyInput = z.strictObject({
  name: z.string().trim().min(1).max(80).refine(isLine),
  scopes: z
    .array(z.enum(apiScopes))
    .min(1)
    .max(apiScopes.length)
    .refine((scopes) => new Set(scopes).size === scopes.length),
  /** The last day on which it opens anything, where the company is; null: it has no end. */
  expiresOn: z.string().refine(isDay).nullable(),
});
export type MakeApiKeyInput = z.infer<typeof makeApiKeyInput>;

export const revokeApiKeyInput = z.strictObject({ id: z.string().refine(isUuid) });
