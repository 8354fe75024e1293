import { languages } from './company.ts';
import { isEmail, isLine, longest } from './contact.ts';
import { isUuid } from './ids.ts';
import { z } from './zod.ts';

/** The schemas of what the office sends about people. What is refused is named by its path, as `bad_input`. */

const id = z.string().refine(isUuid);
const line = (max: number) => z.string().trim().max(max).refine(isLine);
const email = z.string().trim().max(longest.email).refine(isEmail);
const accountNumber = line(longest.accountNumber);
const mostAccounts = 20;

export const listPeopleInput = z.strictObject({
  search: z.string().max(longest.email),
  after: z.string().max(400).nullable(),
});

export const personInput = z.strictObject({ user: id });

export const applicationInput = z.strictObject({
  accounts: z.array(accountNumber).min(1).max(mostAccounts),
  name: line(longest.line),
  /** As the applicant wrote it; null: not compared. */
  address: line(longest.line).nullable(),
  email: email.nullable(),
});

export const createPersonInput = z.strictObject({
  accounts: z.array(accountNumber).min(1).max(mostAccounts),
  name: line(longest.line),
  email: email.nullable(),
  language: z.enum(languages).nullable(),
  /** letter: the link is opened for printing by `people.printLetter`. */
  by: z.enum(['mail', 'letter']),
});

export const linkPersonInput = z.strictObject({ user: id, account: accountNumber });
export const unlinkPersonInput = z.strictObject({ user: id, account: id });
export const endPersonDeviceInput = z.strictObject({ user: id, device: z.string().regex(/^[0-9a-f]{64}$/) });

/** `was`: the address that stood on the screen. */
export const changePersonEmailInput = z.strictObject({
  user: id,
  was: z.string().max(longest.email).nullable(),
  email,
});

export const listLettersInput = z.strictObject({ after: z.string().max(120).nullable() });

const pair = { stays: id, goes: id };
const seal = z.string().regex(/^[0-9a-f]{64}$/);
export const previewMergeInput = z.strictObject(pair);
export const mergeInput = z.strictObject({ ...pair, seal });

/** `typed`: what the office typed to confirm, the name of the person or the last signs of the id as they stood on the screen. */
export const deletePersonInput = z.strictObject({ user: id, typed: z.string().max(longest.line), seal });
