import { toInstant } from '../../shared/instant.ts';
import type { StaffSecondStep } from '../../shared/staff-forms.ts';
import { appendAudit } from '../audit/append.ts';
import type { Browser, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import type { LimitKeys } from '../limits/limits.ts';
import { challenge } from './challenge.ts';
import { lockStaff, staffByEmail, updateStaff } from './queries.ts';

/**
 * The first step of signing in to the office: address and password. It opens nothing yet: the answer is a challenge for the
 * second step. Whether the address or the password was wrong, or somebody is shut out, is never told: one hash is verified in
 * any case. Throws `sign_in_failed`, or `too_many`.
 */
export async function beginStaffSignIn(
  services: Services,
  { email, password }: { email: string; password: string },
  browser: Browser,
): Promise<StaffSecondStep> {
  const { db, passwords, limits, knownDevices, clock } = services;
  const found = await staffByEmail(db.reader, email);
  const device = found ? knownDevices.find(browser.knownDevice, [found.id]) : null;
  const keys: LimitKeys =
    found && device !== null
      ? { 'staff-sign-in-known-device': device, 'staff-sign-in-known': found.id }
      : { 'staff-sign-in-email': email, 'staff-sign-in-address': browser.address, 'staff-sign-in-total': '' };
  await limits.consumeAll(keys);
  const from = found && found.disabled_at === null ? found.password_hash : null;
  const right = await passwords.verify(from, password, { first: device !== null });
  const now = clock.now();
  const at = toInstant(now);
  const step = right && found && from !== null ? await proceed(found.id, from) : null;
  if (step === null) {
    await db.write((tx) =>
      appendAudit(tx, { at, actor: 'anybody', action: 'staff-sign-in-refused', subject: '', detail: {} }),
    );
    throw new ProblemError({ code: 'sign_in_failed' });
  }
  await limits.rewardAll(keys);
  return step;

  /** Null where the password was changed, or its owner shut out, while it was verified. */
  async function proceed(id: string, from: string): Promise<StaffSecondStep | null> {
    const to = passwords.needsRehash(from) ? await passwords.hash(password) : from;
    return db.write(async (tx) => {
      const staff = await lockStaff(tx, id);
      if (!staff || staff.disabled_at !== null || staff.password_hash !== from) return null;
      if (to !== from) await updateStaff(tx, id, { password_hash: to });
      await appendAudit(tx, { at, actor: 'anybody', action: 'staff-password-right', subject: id, detail: {} });
      return challenge(services, tx, { ...staff, password_hash: to }, now);
    });
  }
}
