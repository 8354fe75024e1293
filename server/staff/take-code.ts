import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Row, Writer } from '../db/tables.ts';
import { deleteRecoveryCodes, insertRecoveryCodes, updateStaff, useRecoveryCode } from './queries.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { stepOf } from './totp.ts';

/**
 * Uses up a code of the second factor of somebody whose row this transaction has locked: of the app, or a recovery code.
 * Answers false, and notes it, where it is wrong or was used already.
 */
export async function takeCode(
  tx: Writer,
  staff: Pick<Row<'staff'>, 'id' | 'totp_secret' | 'totp_step'>,
  code: string,
  now: EpochMs,
): Promise<boolean> {
  const { id } = staff;
  const at = toInstant(now);
  const digits = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const step =
      staff.totp_secret === null ? null : stepOf(staff.totp_secret, digits, { now: Date.now(), used: staff.totp_step });
    if (step !== null) {
      await updateStaff(tx, id, { totp_step: step });
      return true;
    }
  } else if (await useRecoveryCode(tx, id, { codeHash: recoveryCodeHash(code), at })) {
    await appendAudit(tx, { at, actor: id, action: 'staff-recovery-code-used', subject: id, detail: {} });
    return true;
  }
  await appendAudit(tx, { at, actor: 'anybody', action: 'staff-code-wrong', subject: id, detail: {} });
  return false;
}

/**
 * Sets the second factor up for somebody whose row this transaction has locked, if the code is one of this secret. Answers with
 * the new recovery codes; null where the code is wrong, which is noted.
 */
export async function setUpSecondFactor(
  tx: Writer,
  { id, secret, code, now }: { id: string; secret: string; code: string; now: EpochMs },
): Promise<string[] | null> {
  const at = toInstant(now);
  const step = stepOf(secret, code.replace(/\s/g, ''), { now: Date.now(), used: null });
  if (step === null) {
    await appendAudit(tx, { at, actor: 'anybody', action: 'staff-code-wrong', subject: id, detail: {} });
    return null;
  }
  await updateStaff(tx, id, { totp_secret: secret, totp_step: step });
  await appendAudit(tx, { at, actor: id, action: 'staff-second-factor-set', subject: id, detail: {} });
  return renewRecoveryCodes(tx, id);
}

/** Ten new ones; the old ones open nothing any more. */
export async function renewRecoveryCodes(tx: Writer, id: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await deleteRecoveryCodes(tx, id);
  await insertRecoveryCodes(tx, id, codes.map(recoveryCodeHash));
  return codes;
}
