import { type EpochMs, toInstant } from '../../shared/instant.ts';
import { shownKioskCode } from '../../shared/kiosk.ts';
import type { Database } from '../db/database.ts';
import { addKiosk, renewKioskCode } from '../kiosks/manage.ts';
import { allKiosks, changeKiosk } from '../kiosks/queries.ts';
import { staffByEmail } from '../staff/queries.ts';

const name = 'Tablet at the desk';

/** Longer than a demo is left running. */
const codeLastsMs = 30 * 86_400_000;

/**
 * A kiosk that waits for its tablet; the code as it is typed. At each start there is a new code, because the old one is known to
 * nobody any more; a tablet that was set up goes on. `email`: who of the office adds it.
 */
export async function seedKiosk({ db, now }: { db: Database; now: EpochMs }, email: string): Promise<string> {
  const actor = (await staffByEmail(db.reader, email))?.id ?? 'demo';
  const needs = { db, clock: { now: () => now } };
  const known = (await allKiosks(db.reader)).find((kiosk) => kiosk.name === name && kiosk.revoked_at === null);
  const { id, code } = known ? await renewKioskCode(needs, known.id, actor) : await addKiosk(needs, name, actor);
  await db.write((tx) => changeKiosk(tx, id, { code_expires_at: toInstant(now + codeLastsMs) }));
  return shownKioskCode(code);
}
