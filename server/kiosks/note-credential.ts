import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import type { LimitKeys } from '../limits/limits.ts';
import { credentialsIn } from './codes.ts';
import { lockCredential } from './credential-queries.ts';
import type { KioskCaller } from './credentials.ts';
import { markKioskReused } from './queries.ts';

type Needs = Pick<Services, 'db' | 'clock' | 'limits'>;

/**
 * Somebody came with a credential that has the form of ours and is of no kiosk: made up, of another database, or so old that it is
 * forgotten. Noted as often as its limits allow; whoever came is answered the same either way.
 */
export async function noteUnknown(
  { db, clock, limits }: Needs,
  { cookie, address }: { cookie: string; address: string },
): Promise<void> {
  if (credentialsIn(cookie).length === 0) return;
  const keys = { 'kiosk-credential-unknown-address': address, 'kiosk-credential-unknown-total': '' };
  if (!(await isWithin(limits, keys))) return;
  const at = toInstant(clock.now());
  await db.write((tx) =>
    appendAudit(tx, { at, actor: 'anybody', action: 'kiosk-credential-unknown', subject: '', detail: {} }),
  );
}

/** Somebody typed a code that is none, or is over. Noted as often as its limit allows, which nobody is told of. */
export async function noteWrongCode({ db, clock, limits }: Needs): Promise<void> {
  if (!(await isWithin(limits, { 'kiosk-code-noted': '' }))) return;
  const at = toInstant(clock.now());
  await db.write((tx) =>
    appendAudit(tx, { at, actor: 'anybody', action: 'kiosk-code-wrong', subject: '', detail: {} }),
  );
}

/**
 * A browser forgets a credential once it was given the next one. Whoever comes with the former has it from a copy: noted, and shown
 * with the kiosk until that is enrolled anew.
 */
export async function noteReused(
  { db, clock, limits }: Needs,
  { kiosk: { id }, state, credentialHash }: KioskCaller,
): Promise<void> {
  if (state !== 'rotated' || !(await isWithin(limits, { 'kiosk-credential-reused': id }))) return;
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    // Where the kiosk was enrolled anew in this very moment, that is done already.
    if ((await lockCredential(tx, credentialHash))?.state === 'rotated') await markKioskReused(tx, id, at);
    await appendAudit(tx, { at, actor: id, action: 'kiosk-credential-reused', subject: id, detail: {} });
  });
}

async function isWithin(limits: Services['limits'], keys: LimitKeys): Promise<boolean> {
  try {
    await limits.consumeAll(keys);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'too_many') return false;
    throw error;
  }
}
