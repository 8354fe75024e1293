import type { Language } from '../../shared/company.ts';
import type { StaffId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { SecondFactor, StaffAccess } from '../../shared/staff-forms.ts';
import { checkNewPassword } from '../accounts/check-new-password.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeStaffTokens } from '../auth/token-queries.ts';
import { consumeToken, createToken, readToken } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { issuerOf, lapsed } from './challenge.ts';
import { codeLimits, withAccess } from './confirm-access.ts';
import { countRecoveryCodes, lockStaff, staffById, updateStaff } from './queries.ts';
import { renewRecoveryCodes, setUpSecondFactor } from './take-code.ts';
import { newSecret, secondFactorOf } from './totp.ts';

/** Who is signed in, with the cookie's value, and both factors once more. */
export interface Confirmed {
  id: StaffId;
  session: string;
  current: string;
  code: string;
}

export const readStaffAccess = async ({ db }: Services, id: StaffId): Promise<StaffAccess> => ({
  recoveryCodesLeft: await countRecoveryCodes(db.reader, id),
});

/** Another password; all other sessions and links end. Throws as `withAccess`, and `password_refused`. */
export async function changeStaffPassword(
  services: Services,
  { password, session, ...confirmed }: Confirmed & { password: string },
): Promise<void> {
  const { db, passwords, staffSessions, mail } = services;
  const { id } = confirmed;
  const email = (await staffById(db.reader, id))?.email ?? null;
  checkNewPassword(password, { accountNumbers: [], email });
  const hash = await passwords.hash(password);
  await withAccess(services, confirmed, async (tx, _, { at }) => {
    await updateStaff(tx, id, { password_hash: hash });
    await consumeStaffTokens(tx, id, at);
    await staffSessions.endAll(tx, id, session);
    await appendAudit(tx, { at, actor: id, action: 'staff-change-password', subject: id, detail: {} });
    await enqueueMail(tx, { kind: 'staff-password-changed', staff: id }, at);
  });
  mail.nudge();
}

/** The secret of another second factor, which takes the place of the old one once a code of it is brought. */
export function beginSecondFactor(
  services: Services,
  { session: _, ...confirmed }: Confirmed,
): Promise<{ challenge: string } & SecondFactor> {
  return withAccess(services, confirmed, async (tx, { id, email }, { now, at }) => {
    const secret = newSecret();
    const challenge = await createToken(tx, { purpose: 'staff-second-factor', staff: id, secret }, { now });
    await appendAudit(tx, { at, actor: id, action: 'staff-second-factor-begun', subject: id, detail: {} });
    return { challenge, ...secondFactorOf(secret, { issuer: issuerOf(services.company), label: email }) };
  });
}

/** Throws `sign_in_lapsed`, `code_wrong` and `too_many`. Answers with new recovery codes; other sessions end. */
export async function confirmSecondFactor(
  { db, clock, limits, staffSessions, mail }: Services,
  { id, session, challenge, code }: { id: StaffId; session: string; challenge: string; code: string },
): Promise<string[]> {
  const now = clock.now();
  const permitted = await readToken(db.reader, challenge, ['staff-second-factor'], now).catch(lapsed);
  if (permitted.staff !== id) throw new ProblemError({ code: 'sign_in_lapsed' });
  await limits.consumeAll(codeLimits(id));
  const codes = await db.write(async (tx) => {
    await lockStaff(tx, id);
    const made = await setUpSecondFactor(tx, { id, secret: permitted.secret, code, now });
    if (made === null) return null;
    await consumeToken(tx, challenge, ['staff-second-factor'], now).catch(lapsed);
    await staffSessions.endAll(tx, id, session);
    await enqueueMail(tx, { kind: 'staff-second-factor-changed', staff: id }, toInstant(now));
    return made;
  });
  if (codes === null) throw new ProblemError({ code: 'code_wrong' });
  await limits.rewardAll(codeLimits(id));
  mail.nudge();
  return codes;
}

export const newStaffRecoveryCodes = (services: Services, { session: _, ...confirmed }: Confirmed): Promise<string[]> =>
  withAccess(services, confirmed, async (tx, { id }, { at }) => {
    await appendAudit(tx, { at, actor: id, action: 'staff-recovery-codes-renewed', subject: id, detail: {} });
    return renewRecoveryCodes(tx, id);
  });

export function setStaffLanguage({ db, clock }: Services, id: StaffId, language: Language): Promise<void> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    await updateStaff(tx, id, { language });
    await appendAudit(tx, { at, actor: id, action: 'staff-set-language', subject: id, detail: { language } });
  });
}

/** Ends this one session; answers with the cookie that makes the browser forget it. */
export function staffSignOut(
  { db, staffSessions, clock }: Services,
  { id, session }: { id: StaffId; session: string },
): Promise<{ cookie: string }> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    const ended = await staffSessions.end(tx, session);
    await appendAudit(tx, { at, actor: id, action: 'staff-sign-out', subject: id, detail: {} });
    return ended;
  });
}
