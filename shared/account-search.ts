import { isEmail, isPhone, longest } from './contact.ts';
import { type AccountId, isUuid } from './ids.ts';
import { z } from './zod.ts';

/** What the office types to find an account: numbers, words of names and addresses; nothing: all accounts by their numbers. */
export const searchAccountsInput = z.strictObject({
  text: z.string().max(longest.line),
  after: z.string().max(1000).nullable(),
});

/** An account that was found. */
export interface FoundAccount {
  id: AccountId;
  number: string;
  holder: string;
  address: string;
  /** The meter by whose serial number it was found. */
  meter: { serial: string; retired: boolean } | null;
}

export const openAccountInput = z.strictObject({ account: z.string().refine(isUuid) });

/** Null takes it away. `version`: of the account's row, as the clerk saw it. */
export const setContactsInput = z.strictObject({
  account: z.string().refine(isUuid),
  version: z.int().min(0),
  email: z.string().trim().max(longest.email).refine(isEmail).nullable(),
  phone: z.string().trim().max(longest.phone).refine(isPhone).nullable(),
});
export type SetContactsInput = z.infer<typeof setContactsInput>;
