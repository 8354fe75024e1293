import { randomBytes } from 'node:crypto';
import type { KioskId } from '../../shared/ids.ts';
import { toEpochMs, toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { kioskCodeHash, kioskCredentialHash } from './codes.ts';
import { kioskByCredential, markKioskSeen, useKioskCode } from './queries.ts';

/** What a kiosk is told of itself. */
export interface KioskSelf {
  id: KioskId;
  name: string;
}

/** Contact is noted this often at the most. */
const seenEveryMs = 60_000;

/**
 * Makes a browser a kiosk, by the code that the office was shown: it gets 256 bits of its own, of which a hash is kept. What it
 * had before opens nothing any more. Throws `code_wrong`, also for one that was used or is over, and `too_many`.
 */
export async function enrolKiosk(
  { db, clock, limits }: Pick<Services, 'db' | 'clock' | 'limits'>,
  { code, appVersion, address }: { code: string; appVersion: string; address: string },
): Promise<{ kiosk: KioskSelf; credential: string }> {
  const keys = { 'kiosk-code-address': address, 'kiosk-code-total': '' };
  await limits.consumeAll(keys);
  const credential = randomBytes(32).toString('hex');
  const at = toInstant(clock.now());
  const used = { codeHash: kioskCodeHash(code), credentialHash: kioskCredentialHash(credential), appVersion, at };
  const kiosk = await db.write(async (tx) => {
    const enrolled = await useKioskCode(tx, used);
    if (!enrolled) {
      await appendAudit(tx, { at, actor: 'anybody', action: 'kiosk-code-wrong', subject: '', detail: {} });
      return null;
    }
    const { id } = enrolled;
    await appendAudit(tx, { at, actor: id, action: 'enrol-kiosk', subject: id, detail: { appVersion } });
    return enrolled;
  });
  if (!kiosk) throw new ProblemError({ code: 'code_wrong' });
  await limits.rewardAll(keys);
  return { kiosk, credential };
}

/** A kiosk says that it lives. Throws `signed_out` where it is none, or not any more. */
export async function greetKiosk(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  { credential, appVersion }: { credential: string | null; appVersion: string },
): Promise<KioskSelf> {
  if (credential === null || !/^[0-9a-f]{64}$/.test(credential)) throw new ProblemError({ code: 'signed_out' });
  const credentialHash = kioskCredentialHash(credential);
  const row = await kioskByCredential(db.reader, credentialHash);
  if (!row) throw new ProblemError({ code: 'signed_out' });
  const now = clock.now();
  const isDue = row.seen_at === null || now >= toEpochMs(row.seen_at) + seenEveryMs || row.app_version !== appVersion;
  if (isDue && !(await db.write((tx) => markKioskSeen(tx, credentialHash, { appVersion, at: toInstant(now) })))) {
    throw new ProblemError({ code: 'signed_out' });
  }
  return { id: row.id, name: row.name };
}
