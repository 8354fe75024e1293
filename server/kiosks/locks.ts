import { type AccountId, isUuid } from '../../shared/ids.ts';
import { type Instant, isInstant } from '../../shared/instant.ts';
import type { KioskLock, KioskLocker } from '../../shared/kiosk-office.ts';
import { type Page, rowsPerList } from '../../shared/page.ts';
import { z } from '../../shared/zod.ts';
import type { Reader } from '../db/tables.ts';
import { placeIn } from '../place-in.ts';
import { countLocksBy, isLocked, type ListedLock, type LockPlace, locksPage } from './lock-queries.ts';
import { allKiosks } from './queries.ts';
import { isSpreadOf } from './serial-tries.ts';
import { keyOfTries } from './tries.ts';

/** A page of the accounts that are locked for kiosks. Throws `bad_input` for an `after` that no page has given out. */
export async function listLocks(db: Reader, after: string | null): Promise<Page<KioskLock>> {
  const found = await locksPage(db, after === null ? null : placeOf(after), rowsPerList + 1);
  const page = found.slice(0, rowsPerList);
  const last = page.at(-1);
  const more = found.length > page.length && last !== undefined;
  return {
    rows: page.flatMap(toLock),
    next: more ? JSON.stringify([last.locked_at, last.account_id, last.place]) : null,
  };
}

function toLock({ account_id, locked_at, place, last_at, last_kiosk, number, holder, kiosk }: ListedLock): KioskLock[] {
  if (account_id === null || locked_at === null) return [];
  return [
    {
      account: { id: account_id, number, holder },
      lockedAt: locked_at,
      everywhere: place === 'everywhere',
      lastAt: last_at,
      kiosk: { id: last_kiosk, name: kiosk },
    },
  ];
}

const place = z.tuple([
  z.string().refine(isInstant),
  z.string().refine(isUuid),
  z.union([z.literal('everywhere'), z.string().refine(isUuid)]),
]);

function placeOf(after: string): LockPlace {
  const [lockedAt, account, where] = placeIn(place, after);
  return { lockedAt, account, place: where };
}

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

/** Whether no proof counts for an account, at some kiosk or by some serial number of it, until a clerk releases it or time passes. */
export const isShutOut = async (
  db: Reader,
  { id, number }: { id: AccountId; number: string },
  at: Instant,
): Promise<boolean> => (await isLocked(db, keyOfTries(number))) || isSpreadOf(db, id, at);
