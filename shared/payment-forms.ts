import { languages } from './company.ts';
import { isUuid } from './ids.ts';
import { z } from './zod.ts';

/** The schema of what residents send to pay online. What is refused is named by its path, as `bad_input`. */

const id = z.string().refine(isUuid);

/** 999 999.99: the most that a payment provider takes at once (Stripe: eight digits of minor units). */
export const mostOnline = 999_999_99;

export const beginPaymentInput = z.strictObject({
  account: id,
  /** The bill that is to be paid; null for a whole debt or another amount. */
  statement: id.nullable(),
  /** Minor units of the company's currency. */
  amount: z.int().min(1).max(mostOnline),
  /** Of the provider's page. */
  language: z.enum(languages),
});
export type BeginPaymentInput = z.infer<typeof beginPaymentInput>;
