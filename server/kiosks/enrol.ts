import type { KioskId } from '../../shared/ids.ts';
import { type Instant, toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { kioskCodeHash, kioskCredentialHash, newKioskCredential } from './codes.ts';
import { credentialIn, distrustCredentials, endCredentials, insertCredential } from './credential-queries.ts';
import { noteWrongCode } from './note-credential.ts';
import { lockKiosk, markKioskReused, useKioskCode } from './queries.ts';

/** What a kiosk is told of itself. */
export interface KioskSelf {
  id: KioskId;
  name: string;
}

/**
 * Makes a browser a kiosk, by the code that the office was shown: it gets 256 bits of its own, of which a hash is kept. What was in
 * use for this kiosk before opens nothing any more, nor does `had`, what this browser had in its cookie, as another kiosk perhaps:
 * it loses that by the answer. Throws `code_wrong`, also for one that was used or is over, and `too_many`.
 */
export async function enrolKiosk(
  { db, clock, limits }: Pick<Services, 'db' | 'clock' | 'limits'>,
  { code, appVersion, address, had }: { code: string; appVersion: string; address: string; had: string | null },
): Promise<{ kiosk: KioskSelf & { prints: boolean }; credential: string }> {
  const keys = { 'kiosk-code-address': address, 'kiosk-code-total': '' };
  await limits.consumeAll(keys);
  const credential = newKioskCredential();
  const at = toInstant(clock.now());
  const kiosk = await db.write(async (tx) => {
    const enrolled = await useKioskCode(tx, { codeHash: kioskCodeHash(code), appVersion, at });
    if (!enrolled) return null;
    const { id, reused_at: reused } = enrolled;
    if (reused !== null) {
      // Which of all that were given since it was enrolled is the copy, nobody knows: what comes by any of them may be made up.
      await distrustCredentials(tx, id, at);
      await markKioskReused(tx, id, null);
    }
    await endCredentials(tx, id, { as: 'replaced', at });
    const was = had === null ? null : await leaveOther(tx, { had, at, kiosk: id });
    const hash = kioskCredentialHash(credential);
    await insertCredential(tx, { hash, kiosk_id: id, state: 'current', given_at: at });
    const detail = { appVersion, ...(was !== null && { was }) };
    await appendAudit(tx, { at, actor: id, action: 'enrol-kiosk', subject: id, detail });
    return enrolled;
  });
  if (!kiosk) {
    await noteWrongCode({ db, clock, limits });
    throw new ProblemError({ code: 'code_wrong' });
  }
  await limits.rewardAll(keys);
  return { kiosk: { ...kiosk, prints: kiosk.prints === 1 }, credential };
}

/** Which other kiosk the browser has been until now, if any: that one has no browser any more. */
async function leaveOther(
  tx: Writer,
  { had, at, kiosk }: { had: string; at: Instant; kiosk: KioskId },
): Promise<KioskId | null> {
  const known = await credentialIn(tx, had);
  if (!known || known.ended_at !== null || known.kiosk_id === kiosk) return null;
  await lockKiosk(tx, known.kiosk_id);
  await endCredentials(tx, known.kiosk_id, { as: 'replaced', at });
  return known.kiosk_id;
}
