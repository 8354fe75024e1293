import type { AccountId, KioskId } from '../../shared/ids.ts';
import type { KioskSlip } from '../../shared/kiosk-slip.ts';
import { accountsByNumber } from '../accounts/queries.ts';
import type { Services } from '../context.ts';
import type { Reader } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import type { KioskCaller } from './credentials.ts';
import { countHeldSlips } from './slip-queries.ts';

/** So many slips that a kiosk brought of its own wait for the office at the most, and as many that others had sealed. */
export const mostHeld = 200;
/** After so long the office may have settled some. */
const heldWaitSeconds = 3600;

interface Brought {
  by: Pick<KioskCaller, 'kiosk' | 'credentialHash' | 'may'>;
  slip: KioskSlip;
  /** Whether its own kiosk brings it. */
  isOwn: boolean;
  /** The account of the visit in which it is handed in, if there is one. */
  visited: AccountId | null;
}

/**
 * Takes a point for a slip that is to be taken in, each under the limit of whoever could misuse it: a visit gives leave for slips
 * of its account alone, and an ended credential takes nothing from the tablet in use. Throws `too_many`, and takes no point where
 * there is no place to hold it.
 */
export async function admitSlip(
  { db, limits }: Pick<Services, 'db' | 'limits'>,
  { by: { kiosk, credentialHash, may }, slip, isOwn, visited }: Brought,
): Promise<void> {
  if (may !== 'all' || !isOwn) await refuseWhereFull(db.reader, kiosk.id, isOwn);
  if (may !== 'all') await limits.consume('kiosk-slip-ended', credentialHash);
  else if (isOwn && (await isOf(db.reader, slip, visited)))
    await limits.consume('kiosk-slip-visited', visited as AccountId);
  else await limits.consume('kiosk-slip', kiosk.id);
}

/** The tablet keeps it until the office has settled some: nothing that was left there is lost. Throws `too_many`. */
export async function refuseWhereFull(db: Reader, by: KioskId, isOwn: boolean): Promise<void> {
  if ((await countHeldSlips(db, by, isOwn ? 'own' : 'foreign')) < mostHeld) return;
  throw new ProblemError({ code: 'too_many', seconds: heldWaitSeconds });
}

const isOf = async (db: Reader, { account }: KioskSlip, visited: AccountId | null): Promise<boolean> =>
  visited !== null && (await accountsByNumber(db, [account])).get(account)?.id === visited;
