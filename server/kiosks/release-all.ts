import type { KioskId, StaffId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { KioskLocker } from '../../shared/kiosk-office.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Reader, Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { countLocksBy, forgetUnlockedOf, holdAccounts, releaseLocksBy, someLockedBy } from './locker-queries.ts';
import { allKiosks, kioskById } from './queries.ts';

/** Of each kiosk locks are counted so far. */
const mostOfOne = 1000;

/** The kiosks at which accounts were locked that still are, and how many. A company has tens of kiosks. */
export async function listLockers(db: Reader): Promise<KioskLocker[]> {
  const lockers: KioskLocker[] = [];
  for (const { id, name } of await allKiosks(db)) {
    const locks = await countLocksBy(db, id, mostOfOne);
    if (locks > 0) lockers.push({ kiosk: { id, name }, locks, most: mostOfOne });
  }
  return lockers;
}

/** So many are released in a transaction. */
const atOnce = 200;

/**
 * Releases all accounts that were locked at one kiosk: somebody stood there and locked whatever came to mind. Each is noted as one
 * that a clerk releases, in transactions of some of them. Throws `not_found`, and `changed_meanwhile` where there is none.
 */
export async function releaseAllOf(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  kiosk: KioskId,
  actor: StaffId,
): Promise<{ released: number }> {
  if (!(await kioskById(db.reader, kiosk))) throw new ProblemError({ code: 'not_found' });
  const at = toInstant(clock.now());
  let released = 0;
  for (;;) {
    const accounts = await someLockedBy(db.reader, kiosk, atOnce);
    if (accounts.length === 0) break;
    released += await db.write(async (tx) => {
      const known = await releaseSome(tx, kiosk, accounts);
      for (const subject of known) {
        await appendAudit(tx, { at, actor, action: 'kiosk-account-released', subject, detail: {} });
      }
      return known.length;
    });
  }
  if (released === 0) throw new ProblemError({ code: 'changed_meanwhile' });
  return { released };
}

/** The accounts that were released. Numbers that are of none are let go with the others. */
async function releaseSome(tx: Writer, kiosk: KioskId, accounts: readonly string[]): Promise<string[]> {
  await holdAccounts(tx, accounts);
  const locks = await releaseLocksBy(tx, kiosk, accounts);
  if (locks.length === 0) return [];
  await forgetUnlockedOf(
    tx,
    locks.map(({ account }) => account),
  );
  return locks.flatMap(({ account_id }) => account_id ?? []).sort();
}
