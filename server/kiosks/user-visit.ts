import { randomBytes } from 'node:crypto';
import type { KioskId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { accountById, liveUserById, lockUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeToken, createToken, tokenStanding } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import type { KioskSelf } from './enrol.ts';
import { userOfVisit, type Visit } from './visits.ts';

/*
 * Behind the visit of a user stands a token, `leave`, by which it can end before its time: whatever ends the user's links ends it as
 * well (another password, merging, deletion), and so do signing out everywhere, and the phone by which it began.
 */

/** Under the lock of the user's row. `leave`: known elsewhere, to end it by; where none is given, only the kiosk has it. */
export async function beginUserVisit(
  tx: Writer,
  {
    kiosk,
    user,
    now,
    leave = randomBytes(32).toString('base64url'),
  }: { kiosk: KioskId; user: UserId; now: EpochMs; leave?: string },
): Promise<Visit> {
  await createToken(tx, { purpose: 'kiosk-visit', kiosk, user }, { now, token: leave });
  return { kiosk, of: { user, leave }, begun: now };
}

/** With what a kiosk goes on. Throws `signed_out` where its time is over, it is another kiosk's, or who it is of is no more. */
export async function readVisit(
  { db, visits, clock }: Pick<Services, 'db' | 'visits' | 'clock'>,
  token: string,
  { id }: Pick<KioskSelf, 'id'>,
): Promise<Visit> {
  const visit = visits.read(token, id);
  if (!(await doesHold(db.reader, visit, clock.now()))) throw new ProblemError({ code: 'signed_out' });
  return visit;
}

async function doesHold(db: Reader, { of }: Visit, now: EpochMs): Promise<boolean> {
  if ('account' in of) return (await accountById(db, of.account)) !== undefined;
  const behind = await tokenStanding(db, of.leave, 'kiosk-visit', now);
  return behind?.state === 'open' && (await liveUserById(db, of.user)) !== undefined;
}

/** Whoever stands at the kiosk is somebody else: nothing is shown. Throws `signed_out` as `readVisit`, and for that of an account. */
export async function endAsNotThem(
  services: Pick<Services, 'db' | 'visits' | 'clock'>,
  { kiosk, visit }: { kiosk: KioskSelf; visit: string },
): Promise<void> {
  const now = services.clock.now();
  const { user, leave } = userOfVisit(await readVisit(services, visit, kiosk));
  await services.db.write(async (tx) => {
    await lockUser(tx, user);
    // The same was said twice, or it has ended meanwhile.
    if ((await tokenStanding(tx, leave, 'kiosk-visit', now))?.state !== 'open') return;
    await consumeToken(tx, leave, ['kiosk-visit'], now);
    const note = { at: toInstant(now), actor: kiosk.id, subject: user, detail: {} };
    await appendAudit(tx, { ...note, action: 'kiosk-not-them' });
  });
}
