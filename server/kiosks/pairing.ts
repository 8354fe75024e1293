import type { KioskId, UserId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { type KioskPaired, type KioskPairing, pairedAgainSeconds, pairingMinutes } from '../../shared/kiosk-answers.ts';
import { maskedName } from '../../shared/mask.ts';
import { lockLiveUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeToken, createToken, tokenStanding } from '../auth/tokens.ts';
import type { Services } from '../context.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import type { KioskSelf } from './enrol.ts';
import { pairingTokens } from './pairing-tokens.ts';
import { beginUserVisit } from './user-visit.ts';
import type { Visit } from './visits.ts';

/*
 * A phone that is signed in shows its user's bills at a kiosk. Each state is a token, made by using up the one before it:
 *
 *             kiosk: pair            phone: meetKiosk        phone: showAtKiosk         kiosk: paired, once
 *     (none) ────────────▶ waiting ─────────────────▶ met ───────────────────▶ chosen ─────────────────────▶ a visit
 *                        `kiosk-pairing`          `kiosk-met`  │             `kiosk-paired`              `kiosk-visit`
 *                                                              └─another number, or no─▶ refused
 *
 * The number that the phone asks for is drawn when it opens the code: who was sent a picture of the kiosk does not see it there.
 * Whoever stands at the kiosk sees the masked name next, and nothing else is told before they say that it is them (`bills`).
 */

/** A code for a phone to scan. Throws `too_many`. */
export async function pair(
  { db, clock, limits, baseUrl }: Pick<Services, 'db' | 'clock' | 'limits' | 'baseUrl'>,
  kiosk: KioskSelf,
): Promise<KioskPairing> {
  await limits.consume('kiosk-pairing-kiosk', kiosk.id);
  const now = clock.now();
  const code = await db.write((tx) => createToken(tx, { purpose: 'kiosk-pairing', kiosk: kiosk.id }, { now }));
  return { code, url: `${baseUrl()}/at-kiosk#${code}`, until: toInstant(now + pairingMinutes * 60_000) };
}

interface Asked {
  kiosk: KioskSelf;
  code: string;
}

/**
 * What became of the code. A lost answer is given again: the same kiosk hears of the same visit for `pairedAgainSeconds`. Throws
 * `link_unknown`, also for another kiosk's code, `link_expired`, and `link_used` for one by which it has gone on already.
 */
export async function paired(
  { db, clock, visits }: Pick<Services, 'db' | 'clock' | 'visits'>,
  asked: Asked,
): Promise<KioskPaired> {
  const now = clock.now();
  const standing = await readStanding(db.reader, asked, now);
  if ('state' in standing) return standing;
  return db.write(async (tx) => {
    // Until the end of this neither does the password change nor does the phone end it.
    const user = await lockLiveUser(tx, standing.user);
    if (!user) throw new ProblemError({ code: 'link_unknown' });
    const visit = await goOn(tx, asked, { user: user.id, now });
    return { state: 'paired', visit: visits.prolong(visit), name: maskedName(user.name) };
  });
}

/** What there is to wait for, or who was chosen. What is over goes with the next sweep, so an older token may be missing. */
async function readStanding(
  db: Reader,
  { kiosk, code }: Asked,
  now: EpochMs,
): Promise<Exclude<KioskPaired, { state: 'paired' }> | { user: UserId }> {
  const names = pairingTokens(code);
  const made = ofKiosk(kiosk, await tokenStanding(db, code, 'kiosk-pairing', now));
  // By far the most answers.
  if (made?.state === 'open') return { state: 'waiting' };
  const chosen = ofKiosk(kiosk, await tokenStanding(db, names.paired, 'kiosk-paired', now));
  const met = chosen ?? ofKiosk(kiosk, await tokenStanding(db, names.met, 'kiosk-met', now));
  if (met === null && made?.state !== 'over') throw new ProblemError({ code: 'link_unknown' });
  if (met === null || met.state === 'over') throw new ProblemError({ code: 'link_expired' });
  if (met.content.purpose === 'kiosk-paired') return { user: met.content.user };
  if (met.state === 'used') {
    // It may have been chosen since that was looked for: the same transaction does both, so that by now it is seen.
    const since = await tokenStanding(db, names.paired, 'kiosk-paired', now);
    return since ? { user: since.content.user } : { state: 'refused' };
  }
  return { state: 'met', number: met.content.number, until: toInstant(met.until) };
}

/** Throws `link_unknown` for what another kiosk has shown. */
function ofKiosk<T extends { content: { kiosk: KioskId } } | null>({ id }: KioskSelf, standing: T): T {
  if (standing !== null && standing.content.kiosk !== id) throw new ProblemError({ code: 'link_unknown' });
  return standing;
}

/** Under the lock of the user's row. */
async function goOn(tx: Writer, { kiosk, code }: Asked, { user, now }: { user: UserId; now: EpochMs }): Promise<Visit> {
  const names = pairingTokens(code);
  const chosen = await tokenStanding(tx, names.paired, 'kiosk-paired', now);
  if (chosen?.state === 'open') {
    await consumeToken(tx, names.paired, ['kiosk-paired'], now);
    const note = { at: toInstant(now), actor: kiosk.id, subject: user, detail: {} };
    await appendAudit(tx, { ...note, action: 'kiosk-sign-in' });
    return beginUserVisit(tx, { kiosk: kiosk.id, user, now, leave: names.visit });
  }
  const begun = chosen?.usedAt ?? null;
  const behind = await tokenStanding(tx, names.visit, 'kiosk-visit', now);
  const isAgain = begun !== null && now <= begun + pairedAgainSeconds * 1000 && behind?.state === 'open';
  if (!isAgain) throw new ProblemError({ code: 'link_used' });
  return { kiosk: kiosk.id, of: { user, leave: names.visit }, begun };
}
