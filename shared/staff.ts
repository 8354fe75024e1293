import type { Language } from './company.ts';
import type { StaffId } from './ids.ts';

/** Each may do what the one before it may, and more. */
export const staffRoles = ['clerk', 'manager', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Whether somebody with `role` may do what is for `least`. */
export const mayActAs = (role: StaffRole, least: StaffRole): boolean =>
  staffRoles.indexOf(role) >= staffRoles.indexOf(least);

/** Who is signed in to the office. */
export interface Staff {
  id: StaffId;
  name: string;
  email: string;
  role: StaffRole;
  language: Language | null;
}
