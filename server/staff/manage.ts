import { v7 } from 'uuid';
import type { Language } from '../../shared/company.ts';
import type { StaffId } from '../../shared/ids.ts';
import { type EpochMs, type Instant, toInstant } from '../../shared/instant.ts';
import type { StaffRole } from '../../shared/staff.ts';
import type { StaffEntry } from '../../shared/staff-forms.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeStaffTokens } from '../auth/token-queries.ts';
import type { Services } from '../context.ts';
import { isUniqueViolation } from '../db/database.ts';
import { lockEveryRow } from '../db/lock-rows.ts';
import type { Reader, Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { allStaff, deleteRecoveryCodes, insertStaff, lastSeenOfStaff, updateStaff } from './queries.ts';

type Needs = Pick<Services, 'db' | 'clock'>;
/** What becomes of the link that somebody needs: a letter is asked for, or the command line prints it. */
export type GiveLink = (tx: Writer, staff: StaffId, now: EpochMs) => Promise<void>;

export async function listStaff(db: Reader): Promise<StaffEntry[]> {
  const [rows, seen] = await Promise.all([allStaff(db), lastSeenOfStaff(db)]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    state: row.disabled_at !== null ? 'disabled' : isAble(row) ? 'active' : 'invited',
    language: row.language as Language | null,
    createdAt: row.created_at,
    seenAt: seen.get(row.id) ?? null,
  }));
}

/** Throws `email_taken`, also where its owner was shut out: that one can be let in again. */
export async function inviteStaff(
  { db, clock }: Needs,
  { email, name, role, language }: { email: string; name: string; role: StaffRole; language: Language | null },
  { actor, giveLink }: { actor: string; giveLink: GiveLink },
): Promise<{ id: StaffId }> {
  const id = v7();
  const now = clock.now();
  const at = toInstant(now);
  try {
    await db.write(async (tx) => {
      await insertStaff(tx, {
        id,
        email: email.toLowerCase(),
        name,
        role,
        language,
        password_hash: null,
        totp_secret: null,
        totp_step: null,
        created_at: at,
        disabled_at: null,
      });
      await giveLink(tx, id, now);
      await appendAudit(tx, { at, actor, action: 'staff-invited', subject: id, detail: { role } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new ProblemError({ code: 'email_taken' });
    throw error;
  }
  return { id };
}

/** Throws `not_found`, `changed_meanwhile`, and `last_administrator`. */
export function setStaffRole(
  services: Needs,
  { id, from, role }: { id: StaffId; from: StaffRole; role: StaffRole },
  actor: string,
): Promise<void> {
  return changing(services, { id, actor }, async (tx, staff, { at, others }) => {
    if (staff.role !== from) throw new ProblemError({ code: 'changed_meanwhile' });
    if (role !== 'administrator') requireAnother(staff, others);
    await updateStaff(tx, id, { role });
    await appendAudit(tx, { at, actor, action: 'staff-role-changed', subject: id, detail: { from, to: role } });
  });
}

/** Shuts somebody out at once. Throws `not_found`, `forbidden` for oneself, `changed_meanwhile`, and `last_administrator`. */
export function disableStaff({ staffSessions, ...services }: Services, id: StaffId, actor: string): Promise<void> {
  if (id === actor) return Promise.reject(new ProblemError({ code: 'forbidden' }));
  return changing(services, { id, actor }, async (tx, staff, { at, others }) => {
    if (staff.disabled_at !== null) throw new ProblemError({ code: 'changed_meanwhile' });
    requireAnother(staff, others);
    await updateStaff(tx, id, { disabled_at: at });
    await staffSessions.endAll(tx, id);
    await consumeStaffTokens(tx, id, at);
    await appendAudit(tx, { at, actor, action: 'staff-disabled', subject: id, detail: {} });
  });
}

/** With the password and the second factor of before. */
export function enableStaff(services: Needs, id: StaffId, actor: string): Promise<void> {
  return changing(services, { id, actor }, async (tx, staff, { at }) => {
    if (staff.disabled_at === null) throw new ProblemError({ code: 'changed_meanwhile' });
    await updateStaff(tx, id, { disabled_at: null });
    await appendAudit(tx, { at, actor, action: 'staff-enabled', subject: id, detail: {} });
  });
}

/**
 * For somebody who lost the second factor, or never used the link of the invitation: everything begins anew with a link, also
 * the password. With the password alone, whoever knows it could set up a second factor sooner than its owner. Throws
 * `not_found`, `changed_meanwhile` for who is shut out, `forbidden` for oneself (My access does it), `last_administrator`.
 */
export function resetStaffAccess(
  { staffSessions, ...services }: Services | (Needs & Pick<Services, 'staffSessions'>),
  id: StaffId,
  { actor, giveLink, evenLast = false }: { actor: string; giveLink: GiveLink; evenLast?: boolean },
): Promise<void> {
  if (id === actor) return Promise.reject(new ProblemError({ code: 'forbidden' }));
  return changing(services, { id, actor }, async (tx, staff, { now, at, others }) => {
    if (staff.disabled_at !== null) throw new ProblemError({ code: 'changed_meanwhile' });
    if (!evenLast) requireAnother(staff, others);
    await updateStaff(tx, id, { password_hash: null, totp_secret: null, totp_step: null });
    await deleteRecoveryCodes(tx, id);
    await staffSessions.endAll(tx, id);
    await consumeStaffTokens(tx, id, at);
    await giveLink(tx, id, now);
    await appendAudit(tx, { at, actor, action: 'staff-second-factor-reset', subject: id, detail: {} });
  });
}

/**
 * With everybody's row locked: two administrators who shut each other out at once would leave none. Of two the one who comes second is
 * no administrator any more, and is told so (`forbidden`).
 */
function changing(
  { db, clock }: Needs,
  { id, actor }: { id: StaffId; actor: string },
  work: (
    tx: Writer,
    staff: Row<'staff'>,
    /** `others`: administrators who can sign in, beside this one. */
    found: { now: EpochMs; at: Instant; others: readonly StaffId[] },
  ) => Promise<void>,
): Promise<void> {
  const now = clock.now();
  return db.write(async (tx) => {
    await lockEveryRow(tx, 'staff', 'id');
    const all = await allStaff(tx);
    const acting = all.find((one) => one.id === actor);
    // The command line is nobody of them.
    if (acting && (acting.disabled_at !== null || acting.role !== 'administrator')) {
      throw new ProblemError({ code: 'forbidden' });
    }
    const staff = all.find((one) => one.id === id);
    if (!staff) throw new ProblemError({ code: 'not_found' });
    const others = all.filter((one) => one.role === 'administrator' && one.id !== id && isAble(one));
    await work(tx, staff, { now, at: toInstant(now), others: others.map((one) => one.id) });
  });
}

const isAble = ({ disabled_at, password_hash, totp_secret }: Row<'staff'>): boolean =>
  disabled_at === null && password_hash !== null && totp_secret !== null;

/** Somebody who can sign in has to be left who can let others in. */
function requireAnother(staff: Row<'staff'>, others: readonly StaffId[]): void {
  if (staff.role === 'administrator' && isAble(staff) && others.length === 0) {
    throw new ProblemError({ code: 'last_administrator' });
  }
}
