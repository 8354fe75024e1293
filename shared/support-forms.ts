import { conversationStates, conversationTopics, isMessageText, maxMessageLength } from './conversation.ts';
import { isUuid } from './ids.ts';
import { z } from './zod.ts';

/** The schemas of what the office sends about conversations. What is refused is named by its path, as `bad_input`. */

const id = z.string().refine(isUuid);

export const longestSearch = 100;

export const supportListInput = z.strictObject({
  state: z.enum(conversationStates),
  assigned: z.enum(['all', 'me', 'nobody']),
  topic: z.enum(conversationTopics).nullable(),
  /** `next` of the page before. */
  after: z.string().max(80).nullable(),
});
export type SupportListInput = z.infer<typeof supportListInput>;

export const supportSearchInput = z.strictObject({
  text: z
    .string()
    .trim()
    .min(2)
    .max(longestSearch)
    .refine((text) => !text.includes('\u0000')),
});

export const conversationInput = z.strictObject({ id });

/** `seen`: the newest message on the clerk's screen; where there is a newer one, nothing happens. */
const seen = { id, seen: id };
export const answerInput = z.strictObject({
  ...seen,
  text: z.string().trim().max(maxMessageLength).refine(isMessageText),
});
/** The office begins one. */
export const beginInput = z.strictObject({
  account: id,
  topic: z.enum(conversationTopics),
  text: answerInput.shape.text,
});
export type BeginInput = z.infer<typeof beginInput>;
export const closeInput = z.strictObject(seen);
export const reopenInput = z.strictObject(seen);

/** `was`: who it was given to on the clerk's screen. */
export const assignInput = z.strictObject({ id, staff: id.nullable(), was: id.nullable() });
