import type { Language } from '../../shared/company.ts';
import { toInstant } from '../../shared/instant.ts';
import type { StaffSecondStep } from '../../shared/staff-forms.ts';
import { checkNewPassword } from '../accounts/check-new-password.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeStaffTokens } from '../auth/token-queries.ts';
import { consumeToken, readToken } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import type { Row } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { limitLinks } from '../registration/limit-links.ts';
import { challenge } from './challenge.ts';
import { lockStaff, staffById, updateStaff } from './queries.ts';

/**
 * Asks for the letter with which a forgotten password is replaced. Whether there is anybody of that address is found when the
 * letter is written. Throws `too_many`.
 */
export async function requestStaffPassword(
  { db, limits, clock, mail }: Services,
  { email, language }: { email: string; language: Language },
  address: string,
): Promise<void> {
  await limits.consumeAll({
    'staff-password-request-address': address,
    'staff-password-request-email': email,
    'staff-password-request-total': '',
  });
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    await enqueueMail(tx, { kind: 'staff-password-reset', email, language }, at);
    await appendAudit(tx, { at, actor: 'anybody', action: 'staff-password-requested', subject: '', detail: {} });
  });
  mail.nudge();
}

/** Whom a link is for, without using it up. Throws `link_unknown`, `link_used`, `link_expired` and `too_many`. */
export async function openStaffLink(
  services: Services,
  token: string,
  address: string,
): Promise<{ name: string; email: string }> {
  const { name, email } = await ownerOfLink(services, token, address);
  return { name, email };
}

/**
 * Uses a link up: sets the password and ends all sessions. It does not sign in: the second factor is asked for, or set up,
 * as after any password. Throws as `openStaffLink`, and `password_refused`.
 */
export async function setStaffPassword(
  services: Services,
  { token, password }: { token: string; password: string },
  address: string,
): Promise<StaffSecondStep> {
  const { db, passwords, staffSessions, clock, mail } = services;
  const { email } = await ownerOfLink(services, token, address);
  checkNewPassword(password, { accountNumbers: [], email });
  const password_hash = await passwords.hash(password);
  const now = clock.now();
  const at = toInstant(now);
  const step = await db.write(async (tx) => {
    const { staff: id } = await consumeToken(tx, token, ['staff-password'], now);
    const staff = await lockStaff(tx, id);
    if (!staff || staff.disabled_at !== null) throw new ProblemError({ code: 'link_unknown' });
    await updateStaff(tx, id, { password_hash });
    await consumeStaffTokens(tx, id, at);
    await staffSessions.endAll(tx, id);
    await appendAudit(tx, { at, actor: id, action: 'staff-set-password', subject: id, detail: {} });
    await enqueueMail(tx, { kind: 'staff-password-changed', staff: id }, at);
    return challenge(services, tx, { ...staff, password_hash }, now);
  });
  mail.nudge();
  return step;
}

function ownerOfLink(services: Services, token: string, address: string): Promise<Row<'staff'>> {
  const { db, clock } = services;
  return limitLinks(services, address, async () => {
    const { staff: id } = await readToken(db.reader, token, ['staff-password'], clock.now());
    const staff = await staffById(db.reader, id);
    if (!staff || staff.disabled_at !== null) throw new ProblemError({ code: 'link_unknown' });
    return staff;
  });
}
