import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import type { StaffSignedIn } from '../../shared/staff-forms.ts';
import { passwordMark } from '../accounts/confirm-password.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeToken, readToken, type TokenOf } from '../auth/tokens.ts';
import type { Browser, Services } from '../context.ts';
import type { Row, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { lapsed } from './challenge.ts';
import { codeLimits } from './confirm-access.ts';
import { lockStaff } from './queries.ts';
import { setUpSecondFactor, takeCode } from './take-code.ts';

type Challenge = TokenOf<'staff-sign-in'>;

/**
 * The second step of signing in: a code of the app, a recovery code, or the first code of an app that is being set up. A
 * wrong code leaves the challenge for another try. The session that the browser had before ends. Throws `sign_in_lapsed`,
 * `code_wrong`, and `too_many`.
 */
export async function finishStaffSignIn(
  services: Services,
  { challenge, code }: { challenge: string; code: string },
  browser: Browser,
): Promise<StaffSignedIn & { cookies: string[] }> {
  const { db, limits, clock } = services;
  const now = clock.now();
  const permitted = await readToken(db.reader, challenge, ['staff-sign-in'], now).catch(lapsed);
  const keys = codeLimits(permitted.staff);
  await limits.consumeAll(keys);
  const done = await db.write(async (tx) => {
    const staff = await lockStaff(tx, permitted.staff);
    if (!staff || !holds(permitted, staff)) throw new ProblemError({ code: 'sign_in_lapsed' });
    const accepted = await accept(tx, staff, permitted);
    if (accepted === null) return null;
    await consumeToken(tx, challenge, ['staff-sign-in'], now).catch(lapsed);
    return { staff: toStaff(staff), ...accepted, cookies: await enter(tx, staff) };
  });
  if (done === null) throw new ProblemError({ code: 'code_wrong' });
  await limits.rewardAll(keys);
  return done;

  async function accept(
    tx: Writer,
    staff: Row<'staff'>,
    { secret }: Challenge,
  ): Promise<Pick<StaffSignedIn, 'recoveryCodes'> | null> {
    if (secret === null) return (await takeCode(tx, staff, code, now)) ? { recoveryCodes: null } : null;
    const recoveryCodes = await setUpSecondFactor(tx, { id: staff.id, secret, code, now });
    return recoveryCodes && { recoveryCodes };
  }

  async function enter(tx: Writer, { id }: Row<'staff'>): Promise<string[]> {
    const { staffSessions, knownDevices } = services;
    if (browser.staffToken !== null) await staffSessions.end(tx, browser.staffToken);
    const session = await staffSessions.start(tx, id, browser.device);
    await appendAudit(tx, { at: toInstant(now), actor: id, action: 'staff-sign-in', subject: id, detail: {} });
    return [session.cookie, knownDevices.remember(browser.knownDevice, id).cookie];
  }
}

/** Whether nothing that the challenge stands on has changed since: password, second factor, and that its owner may get in. */
const holds = ({ password, secret }: Challenge, staff: Row<'staff'>): boolean =>
  staff.disabled_at === null &&
  staff.password_hash !== null &&
  passwordMark(staff.password_hash) === password &&
  (staff.totp_secret === null) === (secret !== null);

const toStaff = ({ id, name, email, role, language }: Row<'staff'>): Staff => ({
  id,
  name,
  email,
  role,
  language: language as Staff['language'],
});
