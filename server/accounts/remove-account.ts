import type { AccountId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { lockAccounts } from './queries.ts';
import { accountIdsOf, lockUser, unlinkUser } from './user-queries.ts';

/**
 * Takes an account from a resident; devices drop it with their next pull. Throws `not_found` where it is not the
 * resident's, and `forbidden` for the last one: a user without an account has nothing to sign in for.
 */
export function removeAccount(
  { db, clock }: Services,
  { id: user }: Resident,
  { account }: { account: AccountId },
): Promise<void> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    // Of two removals at once, the second one counts what the first one left.
    await lockUser(tx, user);
    // A push for it is under way, or comes too late.
    await lockAccounts(tx, [account]);
    const mine = await accountIdsOf(tx, user);
    if (!mine.includes(account)) throw new ProblemError({ code: 'not_found' });
    if (mine.length === 1) throw new ProblemError({ code: 'forbidden' });
    await unlinkUser(tx, user, account);
    await appendAudit(tx, { at, actor: user, action: 'unlink-account', subject: account, detail: { user } });
  });
}
