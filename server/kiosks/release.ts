import type { AccountId, KioskId, StaffId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { accountOnPage } from '../accounts/page-queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { holdAccounts, releaseLocksBy, releaseLocksOf, someLockedBy } from './lock-queries.ts';
import { kioskById } from './queries.ts';
import { forgetSerialsOf, isSpreadOf } from './serial-tries.ts';
import { keyOfTries } from './tries.ts';
import { forgetUnlocked } from './try-queries.ts';

/**
 * A clerk lets an account be tried at kiosks again, wherever it was locked, and by its serial numbers, for however many others these
 * were tried. Throws `not_found`, `changed_meanwhile` where nothing keeps it out any more.
 */
export async function releaseAccount(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  account: AccountId,
  actor: string,
): Promise<void> {
  await db.write(async (tx) => {
    // By its number: it may have been tried before there was such an account.
    const [known] = await accountOnPage(tx, { account });
    if (!known) throw new ProblemError({ code: 'not_found' });
    const at = toInstant(clock.now());
    const tried = keyOfTries(known.number);
    await holdAccounts(tx, [tried]);
    const wasLocked = await releaseLocksOf(tx, tried);
    if (!wasLocked && !(await isSpreadOf(tx, account, at))) throw new ProblemError({ code: 'changed_meanwhile' });
    if (wasLocked) await forgetUnlocked(tx, [tried]);
    await forgetSerialsOf(tx, [account]);
    await appendAudit(tx, { at, actor, action: 'kiosk-account-released', subject: account, detail: {} });
  });
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
  await forgetUnlocked(
    tx,
    locks.map(({ account }) => account),
  );
  const known = locks.flatMap(({ account_id }) => account_id ?? []).sort();
  await forgetSerialsOf(tx, known);
  return known;
}
