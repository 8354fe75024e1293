import { v7 } from 'uuid';
import { toEpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import type { KioskKey } from '../../shared/kiosk-office.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { isUniqueViolation } from '../db/database.ts';
import type { Reader, Row } from '../db/tables.ts';
import { kioskSuite } from './hpke.ts';
import { insertKioskKey, kioskKeyRows, newestKioskKeyRow } from './key-queries.ts';

type Needs = Pick<Services, 'db' | 'clock'>;

/** Kiosks seal to a key for so long; each contact tells them the newest. */
const keyLastsMs = 30 * 86_400_000;

/** What a kiosk seals to from now on; made where there is none yet, or the newest is too old. `actor`: who is greeted. */
export async function keyToSealTo(needs: Needs, actor: string): Promise<KioskGreeting['key']> {
  const newest = await newestKioskKeyRow(needs.db.reader);
  const isFresh = newest && toEpochMs(newest.created_at) + keyLastsMs > needs.clock.now();
  return toldOf(isFresh ? newest : await makeKey(needs, newest, actor));
}

/** Another key from now on, whatever the age of the newest. Old ones are kept: a kiosk may come back after months. */
export async function rotateKioskKey(needs: Needs, actor: string): Promise<KioskGreeting['key']> {
  return toldOf(await makeKey(needs, await newestKioskKeyRow(needs.db.reader), actor));
}

/** So many of the newest the office is shown: those of years. */
const keysShown = 60;

/** The keys that there are, the newest first: that one is in use. Their private halves leave the database for nothing but opening. */
export async function listKioskKeys(db: Reader): Promise<KioskKey[]> {
  const rows = await kioskKeyRows(db, keysShown);
  return rows.map(({ id, number, created_at }) => ({ id, number, createdAt: created_at }));
}

const toldOf = ({ id, public_key }: Row<'kiosk_keys'>): KioskGreeting['key'] => ({ id, publicKey: public_key });

/** The key after `newest`. Where another server has made it in this very moment, that one is it (I3). */
async function makeKey(
  { db, clock }: Needs,
  newest: Row<'kiosk_keys'> | undefined,
  actor: string,
): Promise<Row<'kiosk_keys'>> {
  const { publicKey, privateKey } = await kioskSuite.kem.generateKeyPair();
  const at = toInstant(clock.now());
  const key: Row<'kiosk_keys'> = {
    id: v7(),
    number: (newest?.number ?? 0) + 1,
    public_key: toBase64url(await kioskSuite.kem.serializePublicKey(publicKey)),
    private_key: toBase64url(await kioskSuite.kem.serializePrivateKey(privateKey)),
    created_at: at,
  };
  try {
    await db.write(async (tx) => {
      await insertKioskKey(tx, key);
      await appendAudit(tx, { at, actor, action: 'make-kiosk-key', subject: '', detail: { key: key.id } });
    });
    return key;
  } catch (error) {
    const meanwhile = isUniqueViolation(error) ? await newestKioskKeyRow(db.reader) : undefined;
    if (!meanwhile) throw error;
    return meanwhile;
  }
}

const toBase64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');
