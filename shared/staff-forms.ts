import { type Language, languages } from './company.ts';
import { isEmail, isLine, longest } from './contact.ts';
import { isUuid, type StaffId } from './ids.ts';
import type { Instant } from './instant.ts';
import { longestPassword } from './password.ts';
import { type Staff, type StaffRole, staffRoles } from './staff.ts';
import { z } from './zod.ts';

/** The schemas of what people of the office send about themselves and each other. */

const line = (max: number) => z.string().trim().min(1).max(max).refine(isLine);
const email = z.string().trim().max(longest.email).refine(isEmail);
const password = z.string().max(longestPassword);
const token = z.string().min(1).max(200);
/** Six digits of an app, or a recovery code as it was printed, with or without its hyphens. */
const code = z.string().trim().min(1).max(40);
const language = z.enum(languages);
const role = z.enum(staffRoles);
const id = z.string().refine(isUuid);

export const staffSignInInput = z.strictObject({ email, password });
/** `challenge`: what the step before answered with. */
export const staffCodeInput = z.strictObject({ challenge: token, code });
export const staffRequestPasswordInput = z.strictObject({ email, language });
export const staffLinkInput = z.strictObject({ token });
export const staffSetPasswordInput = z.strictObject({ token, password });

/** What matters is asked for again, because a session may be in the wrong hands. */
const access = { current: password, code };
export const staffAccessInput = z.strictObject(access);
export const staffChangePasswordInput = z.strictObject({ ...access, password });
export const staffLanguageInput = z.strictObject({ language });

export const inviteStaffInput = z.strictObject({ email, name: line(longest.line), role, language });
export const staffIdInput = z.strictObject({ id });
/** `from`: the role that was seen. */
export const staffRoleInput = z.strictObject({ id, from: role, role });

/** What follows a right password: a code of the app, or setting the app up where there is none yet. */
export interface StaffSecondStep {
  challenge: string;
  setUp: SecondFactor | null;
}

/** A second factor to be set up: `secret` in base32 for typing (RFC 6238), `uri` for a QR code. */
export interface SecondFactor {
  secret: string;
  uri: string;
}

/** `recoveryCodes`: those that are new, and told only this once; null where nothing was set up. */
export interface StaffSignedIn {
  staff: Staff;
  recoveryCodes: readonly string[] | null;
}

/** How somebody of the office gets in. */
export interface StaffAccess {
  recoveryCodesLeft: number;
}

/** `invited`: has not got in yet. */
export type StaffState = 'invited' | 'active' | 'disabled';

export interface StaffEntry {
  id: StaffId;
  name: string;
  email: string;
  role: StaffRole;
  state: StaffState;
  language: Language | null;
  createdAt: Instant;
  /** The last use of a session that there still is. */
  seenAt: Instant | null;
}
