import { v7 } from 'uuid';
import { type EpochMs, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { KioskGreeting } from '../../shared/kiosk-answers.ts';
import type { KioskKey } from '../../shared/kiosk-office.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { isUniqueViolation } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import { kioskSuite } from './hpke.ts';
import { insertKioskKey, kioskKeyRowAt, kioskKeyRows, newestKioskKeyRow } from './key-queries.ts';

type Needs = Pick<Services, 'db' | 'clock'>;

const dayMs = 86_400_000;
/** Kiosks seal to a key for so long; each contact tells them which. */
const keyLastsMs = 30 * dayMs;
/**
 * Before it is used a key is there for so long, and so in a backup: what was sealed to one that is in none is lost for good where
 * the database has to be restored, although every tablet brings it again.
 */
const madeAheadMs = 2 * dayMs;

/**
 * What a kiosk seals to from now on; made where there is none yet. The one that follows is made in good time. `actor`: who is
 * greeted.
 */
export async function keyToSealTo(needs: Needs, actor: string): Promise<KioskGreeting['key']> {
  const { db, clock } = needs;
  const now = clock.now();
  const inUse = await kioskKeyRowAt(db.reader, toInstant(now));
  if (!inUse) return toldOf(await makeKey(needs, await newestKioskKeyRow(db.reader), { actor, usedFrom: now }));
  const used = now - toEpochMs(inUse.used_from);
  if (used >= keyLastsMs - madeAheadMs) await makeFollower(needs, inUse, { actor, usedFrom: now + madeAheadMs });
  return toldOf(inUse);
}

async function makeFollower(needs: Needs, inUse: Row<'kiosk_keys'>, making: Making): Promise<void> {
  const newest = await newestKioskKeyRow(needs.db.reader);
  if (newest?.number === inUse.number) await makeKey(needs, newest, making);
}

/**
 * Another key from this moment on, whatever the age of the one in use. Old ones are kept: a kiosk may come back after months. Until
 * the next backup, nothing has it but this database.
 */
export async function rotateKioskKey(needs: Needs, actor: string): Promise<KioskGreeting['key']> {
  const newest = await newestKioskKeyRow(needs.db.reader);
  return toldOf(await makeKey(needs, newest, { actor, usedFrom: needs.clock.now() }));
}

/** So many of the newest the office is shown: those of years. */
const keysShown = 60;

/** The keys, but one that is to come; the newest first: that one is in use. Their private halves leave the database for nothing but opening. */
export async function listKioskKeys({ db, clock }: Needs): Promise<KioskKey[]> {
  const rows = await kioskKeyRows(db.reader, { at: toInstant(clock.now()), most: keysShown });
  return rows.map(({ id, number, created_at }) => ({ id, number, createdAt: created_at }));
}

const toldOf = ({ id, public_key }: Row<'kiosk_keys'>): KioskGreeting['key'] => ({ id, publicKey: public_key });

interface Making {
  actor: string;
  usedFrom: EpochMs;
}

/** The key after `newest`. Where another server has made it in this very moment, that one is it (I3), if it is used as early. */
async function makeKey(
  needs: Needs,
  newest: Row<'kiosk_keys'> | undefined,
  making: Making,
): Promise<Row<'kiosk_keys'>> {
  const { db, clock } = needs;
  const { actor, usedFrom } = making;
  const { publicKey, privateKey } = await kioskSuite.kem.generateKeyPair();
  const at = toInstant(clock.now());
  const key: Row<'kiosk_keys'> = {
    id: v7(),
    number: (newest?.number ?? 0) + 1,
    public_key: toBase64url(await kioskSuite.kem.serializePublicKey(publicKey)),
    private_key: toBase64url(await kioskSuite.kem.serializePrivateKey(privateKey)),
    created_at: at,
    used_from: toInstant(usedFrom),
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
    return toEpochMs(meanwhile.used_from) <= usedFrom ? meanwhile : makeKey(needs, meanwhile, making);
  }
}

const toBase64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');
