import { toInstant } from '../../shared/instant.ts';
import { type KioskPairing, type KioskSignedIn, pairingMinutes } from '../../shared/kiosk-answers.ts';
import { lockLiveUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeToken, createToken, readToken } from '../auth/tokens.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { readBills } from './bills.ts';
import type { KioskSelf } from './enrol.ts';
import { kioskById } from './queries.ts';

/*
 * A phone that is signed in shows its user's bills at a kiosk:
 *
 *   kiosk: pair → code ── QR ──▶ phone: showAtKiosk(code) ──▶ kiosk: paired(code) → the bills, once
 *          `kiosk-pairing`       consumes it, and leaves       consumes that
 *                                `kiosk-paired` behind
 */

/** Under which the second token stands: only its hash is kept, and who holds the code can make it. */
const pairedToken = (code: string): string => `paired:${code}`;

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

/**
 * A resident lets the kiosk that shows this code show the bills. Answers with the kiosk's name, for the resident to see whether it
 * is the one. Throws `link_unknown`, `link_used`, `link_expired` and `too_many`.
 */
export async function showAtKiosk(
  { db, clock, limits }: Pick<Services, 'db' | 'clock' | 'limits'>,
  { id: user }: Resident,
  code: string,
): Promise<{ kiosk: string }> {
  await limits.consume('kiosk-pairing-user', user);
  const now = clock.now();
  const name = await db.write(async (tx) => {
    const { kiosk } = await consumeToken(tx, code, ['kiosk-pairing'], now);
    const shown = await kioskById(tx, kiosk);
    if (!shown || shown.revoked_at !== null || !(await lockLiveUser(tx, user))) {
      throw new ProblemError({ code: 'link_unknown' });
    }
    await createToken(tx, { purpose: 'kiosk-paired', kiosk, user }, { now, token: pairedToken(code) });
    await appendAudit(tx, { at: toInstant(now), actor: user, action: 'show-at-kiosk', subject: kiosk, detail: {} });
    return shown.name;
  });
  await limits.reward('kiosk-pairing-user', user);
  return { kiosk: name };
}

/**
 * The bills of whoever scanned the code; null while nobody has. Throws `link_unknown`, also for another kiosk's code,
 * `link_expired`, and `link_used` for one that the bills were shown by already.
 */
export async function paired(
  services: Pick<Services, 'db' | 'company' | 'clock' | 'visits'>,
  { kiosk, code }: { kiosk: KioskSelf; code: string },
): Promise<KioskSignedIn | null> {
  const { db, clock } = services;
  const now = clock.now();
  if (await isWaiting(services, { kiosk, code })) return null;
  const user = await db.write(async (tx) => {
    const shown = await consumeToken(tx, pairedToken(code), ['kiosk-paired'], now);
    if (shown.kiosk !== kiosk.id) throw new ProblemError({ code: 'link_unknown' });
    const note = { at: toInstant(now), actor: kiosk.id, subject: shown.user };
    await appendAudit(tx, { ...note, action: 'kiosk-sign-in', detail: {} });
    return shown.user;
  });
  return readBills(services, { kiosk: kiosk.id, of: { user }, begun: now });
}

/** Whether nobody has scanned it yet: most answers, which only read. Throws `link_unknown` and `link_expired`. */
async function isWaiting(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { kiosk, code }: { kiosk: KioskSelf; code: string },
): Promise<boolean> {
  try {
    const shown = await readToken(db.reader, code, ['kiosk-pairing'], clock.now());
    if (shown.kiosk !== kiosk.id) throw new ProblemError({ code: 'link_unknown' });
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'link_used') return false;
    throw error;
  }
}
