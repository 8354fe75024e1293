import { randomBytes } from 'node:crypto';
import type { KioskId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { kioskCodeHash, kioskCredentialHash } from './codes.ts';
import { useKioskCode } from './queries.ts';

/** What a kiosk is told of itself. */
export interface KioskSelf {
  id: KioskId;
  name: string;
}

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
