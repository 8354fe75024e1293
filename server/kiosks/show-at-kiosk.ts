import type { KioskId } from '../../shared/ids.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskMet } from '../../shared/kiosk-answers.ts';
import { lockLiveUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import { consumeToken, createToken, type TokenStanding, tokenStanding } from '../auth/tokens.ts';
import type { Resident, Services } from '../context.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { pairingNumbers } from './pairing-numbers.ts';
import { pairingTokens } from './pairing-tokens.ts';
import { lockKiosk } from './queries.ts';

/** The phone's part of `pairing`, which draws the states. */

type Needs = Pick<Services, 'db' | 'clock' | 'limits'>;

/**
 * A resident has opened the code: it is theirs from now on, and the kiosk shows the number. Nothing else is shown by this. Opened once
 * more it is the same, until a number is chosen. Throws `link_unknown`, `link_used`, `link_expired` and `too_many`.
 */
export function meetKiosk(needs: Needs, resident: Resident, code: string): Promise<KioskMet> {
  return asResident(needs, { resident, code }, async (tx, now) => {
    const token = pairingTokens(code).met;
    if ((await tokenStanding(tx, token, 'kiosk-met', now)) === null) {
      const { kiosk } = await consumeToken(tx, code, ['kiosk-pairing'], now);
      await createToken(tx, { purpose: 'kiosk-met', kiosk, user: resident.id, ...pairingNumbers() }, { now, token });
    }
    const { content, state } = await metBy(tx, resident, { code, now });
    if (state === 'used') throw new ProblemError({ code: 'link_used' });
    return { kiosk: await nameOf(tx, content.kiosk), numbers: content.numbers };
  });
}

/**
 * The resident names the number that the kiosk shows, and it shows their bills to whoever says there that it is them; `shown` tells
 * whether it was the right one. Another one, or none, ends it. Throws as `meetKiosk`.
 */
export async function showAtKiosk(
  needs: Needs,
  resident: Resident,
  { code, number }: { code: string; number: string | null },
): Promise<{ kiosk: string; shown: boolean }> {
  const names = pairingTokens(code);
  return asResident(needs, { resident, code }, async (tx, now) => {
    const { content, state } = await metBy(tx, resident, { code, now });
    const { kiosk } = content;
    const answer = { kiosk: await nameOf(tx, kiosk), shown: number === content.number };
    if (state === 'used') {
      // An answer that was lost is given again.
      if (answer.shown && (await tokenStanding(tx, names.paired, 'kiosk-paired', now))) return answer;
      throw new ProblemError({ code: 'link_used' });
    }
    await consumeToken(tx, names.met, ['kiosk-met'], now);
    const note = { at: toInstant(now), actor: resident.id, subject: kiosk, detail: {} };
    if (answer.shown) {
      await createToken(tx, { purpose: 'kiosk-paired', kiosk, user: resident.id }, { now, token: names.paired });
      await appendAudit(tx, { ...note, action: 'show-at-kiosk' });
    } else {
      await appendAudit(tx, { ...note, action: number === null ? 'decline-at-kiosk' : 'kiosk-number-wrong' });
    }
    return answer;
  });
}

/**
 * The resident takes the bills off the kiosk's screen, or keeps them from coming there; where they are there no more, nothing is
 * changed. Throws `link_unknown` and `too_many`.
 */
export function endAtKiosk(needs: Needs, resident: Resident, code: string): Promise<void> {
  const names = pairingTokens(code);
  return asResident(needs, { resident, code }, async (tx, now) => {
    const visit = await tokenStanding(tx, names.visit, 'kiosk-visit', now);
    const chosen = await tokenStanding(tx, names.paired, 'kiosk-paired', now);
    const { kiosk, user } = (visit ?? chosen)?.content ?? {};
    if (kiosk === undefined || user !== resident.id) throw new ProblemError({ code: 'link_unknown' });
    if (visit?.state === 'open') await consumeToken(tx, names.visit, ['kiosk-visit'], now);
    if (chosen?.state === 'open') await consumeToken(tx, names.paired, ['kiosk-paired'], now);
    if (visit?.state !== 'open' && chosen?.state !== 'open') return;
    const note = { at: toInstant(now), actor: resident.id, subject: kiosk, detail: {} };
    await appendAudit(tx, { ...note, action: 'end-at-kiosk' });
  });
}

/**
 * In one transaction, with the user's row locked, so that of one user's phones, and the kiosk, one goes after the other. Codes that are
 * none count against the limit.
 */
async function asResident<T>(
  { db, clock, limits }: Needs,
  { resident: { id }, code }: { resident: Resident; code: string },
  work: (tx: Writer, now: EpochMs) => Promise<T>,
): Promise<T> {
  await limits.consume('kiosk-pairing-user', id);
  const done = await db.write(async (tx) => {
    const now = clock.now();
    // The kiosk's own calls lock it before the user as well.
    const kiosk = await kioskOf(tx, code, now);
    if (kiosk !== null) await lockKiosk(tx, kiosk);
    if (!(await lockLiveUser(tx, id))) throw new ProblemError({ code: 'link_unknown' });
    return work(tx, now);
  });
  await limits.reward('kiosk-pairing-user', id);
  return done;
}

/** Which has shown this code, by what there is of the pairing: the older tokens of it may have been swept away. */
async function kioskOf(db: Reader, code: string, now: EpochMs): Promise<KioskId | null> {
  const { met, paired, visit } = pairingTokens(code);
  const standing =
    (await tokenStanding(db, met, 'kiosk-met', now)) ??
    (await tokenStanding(db, code, 'kiosk-pairing', now)) ??
    (await tokenStanding(db, visit, 'kiosk-visit', now)) ??
    (await tokenStanding(db, paired, 'kiosk-paired', now));
  return standing?.content.kiosk ?? null;
}

/** What this resident's phone was told of the code. Throws `link_unknown`, `link_expired`, and `link_used` for another resident's. */
async function metBy(
  tx: Writer,
  { id }: Resident,
  { code, now }: { code: string; now: EpochMs },
): Promise<TokenStanding<'kiosk-met'>> {
  const met = await tokenStanding(tx, pairingTokens(code).met, 'kiosk-met', now);
  if (!met) throw new ProblemError({ code: 'link_unknown' });
  if (met.content.user !== id) throw new ProblemError({ code: 'link_used' });
  if (met.state === 'over') throw new ProblemError({ code: 'link_expired' });
  return met;
}

/** It is not revoked before the end of this transaction. Throws `link_unknown` for a kiosk that is in use no more. */
async function nameOf(tx: Writer, kiosk: KioskId): Promise<string> {
  const row = await lockKiosk(tx, kiosk);
  if (!row || row.revoked_at !== null) throw new ProblemError({ code: 'link_unknown' });
  return row.name;
}
