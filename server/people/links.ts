import type { AccountId, UserId } from '../../shared/ids.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import { linkAccount } from '../accounts/link-account.ts';
import { accountsByNumber, lockAccounts } from '../accounts/queries.ts';
import { accountIdsOf, lockLiveUser, unlinkUser } from '../accounts/user-queries.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';

/**
 * The office links a user to an account, after it has seen that the user may; everybody linked to it before is told by mail.
 * Throws `bad_input` for a number that no account has, `account_linked` and `not_found`.
 */
export async function linkPerson(
  { db, clock, mail }: Services,
  staff: Staff,
  { user, account: number }: { user: UserId; account: string },
): Promise<void> {
  const at = toInstant(clock.now());
  await db.write(async (tx) => {
    const account = (await accountsByNumber(tx, [number])).get(number);
    if (!account) throw new ProblemError({ code: 'bad_input', path: 'account' });
    await linkAccount(tx, { user, account: account.id, at, actor: staff.id });
  });
  mail.nudge();
}

/**
 * Takes an account from a user; devices drop it with their next pull. The last one may go too: whoever has moved out has none.
 * Throws `not_found` for a user that has ended, and `changed_meanwhile` where the account was taken already.
 */
export function unlinkPerson(
  { db, clock }: Services,
  staff: Staff,
  { user, account }: { user: UserId; account: AccountId },
): Promise<void> {
  const at = toInstant(clock.now());
  return db.write(async (tx) => {
    if (!(await lockLiveUser(tx, user))) throw new ProblemError({ code: 'not_found' });
    // A push for it is under way, or comes too late.
    await lockAccounts(tx, [account]);
    if (!(await accountIdsOf(tx, user)).includes(account)) throw new ProblemError({ code: 'changed_meanwhile' });
    await unlinkUser(tx, user, account);
    await appendAudit(tx, { at, actor: staff.id, action: 'unlink-account', subject: account, detail: { user } });
  });
}
