import { languages } from './company.ts';
import { isEmail, isLine, isPhone, longest } from './contact.ts';
import { isUuid } from './ids.ts';
import { longestPassword } from './password.ts';
import { z } from './zod.ts';

/** The schemas of what residents send about themselves. What is refused is named by its path, as `bad_input`. */

const line = (max: number) => z.string().trim().max(max).refine(isLine);
const email = z.string().trim().max(longest.email).refine(isEmail);
const phone = z.string().trim().max(longest.phone).refine(isPhone);
const language = z.enum(languages);
/** Any length: whether it is a good one is said in words, not as bad input. */
const password = z.string().max(longestPassword);
const token = z.string().min(1).max(200);

/** Which account it is, and who says so. */
const proofOfAccount = {
  number: line(longest.accountNumber),
  holder: line(longest.line),
  /** As the profile asks for it. */
  proof: line(longest.proof).nullable(),
};

export const registerInput = z.strictObject({ ...proofOfAccount, email, phone: phone.nullable(), language });
export type RegisterInput = z.infer<typeof registerInput>;

export const requestPasswordInput = z.strictObject({ email, language });

export const linkInput = z.strictObject({ token });
/** `endOthers`: whoever else is signed in as this user is signed out. */
export const setPasswordInput = z.strictObject({ token, password, endOthers: z.boolean() });

export const changePasswordInput = z.strictObject({ current: password, password, endOthers: z.boolean() });
export const changeEmailInput = z.strictObject({ current: password, email });
/** Null takes it away. */
export const changePhoneInput = z.strictObject({ current: password, phone: phone.nullable() });

export const setLanguageInput = z.strictObject({ language });
/** The id of a Device. */
export const endDeviceInput = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) });

/** A passkey opens as much as the password, and outlives a change of it: who makes one shows that the password is known. */
export const beginPasskeyInput = z.strictObject({ current: password });

export const addAccountInput = z.strictObject(proofOfAccount);
export type AddAccountInput = z.infer<typeof addAccountInput>;
export const removeAccountInput = z.strictObject({ account: z.string().refine(isUuid) });

/** What a link is for, before it is used. */
export type LinkView =
  | { purpose: 'registration'; email: string; accountNumber: string }
  | { purpose: 'password'; name: string; email: string | null }
  | { purpose: 'email'; email: string };

/** The user as the user sees it. */
export interface Profile {
  name: string;
  email: string | null;
  phone: string | null;
  /** Of letters; null: the company's first. */
  language: (typeof languages)[number] | null;
  accounts: { id: string; number: string; holder: string; address: string }[];
  devices: Device[];
  passkeys: Passkey[];
}

export interface Device {
  /** The hash of its session: names it, opens nothing. */
  id: string;
  /** What the browser says of itself. */
  userAgent: string;
  since: string;
  seenAt: string;
  /** The one that asks. */
  own: boolean;
}

export interface Passkey {
  id: string;
  userAgent: string;
  createdAt: string;
  usedAt: string | null;
}
