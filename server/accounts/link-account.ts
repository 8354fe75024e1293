import type { AccountId, UserId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { appendAudit } from '../audit/append.ts';
import type { Writer } from '../db/tables.ts';
import { ProblemError } from '../errors.ts';
import { enqueueMail } from '../mail/enqueue.ts';
import { linkUser, lockAccounts } from './queries.ts';
import { lockLiveUser, usersOf } from './user-queries.ts';

/**
 * Links a user to an account, and tells everybody who was linked to it before. Whether the user may is for the caller to
 * know. `actor`: as in the audit log. Throws `account_linked`, and `not_found` for a user that has ended meanwhile.
 */
export async function linkAccount(
  tx: Writer,
  { user, account, at, actor }: { user: UserId; account: AccountId; at: Instant; actor: string },
): Promise<void> {
  if (!(await lockLiveUser(tx, user))) throw new ProblemError({ code: 'not_found' });
  // Of two who link it at once, the second one sees the first, and tells them.
  await lockAccounts(tx, [account]);
  const others = await usersOf(tx, account);
  if (others.includes(user)) throw new ProblemError({ code: 'account_linked' });
  await linkUser(tx, { user_id: user, account_id: account, linked_at: at, linked_by: actor });
  for (const other of others) await enqueueMail(tx, { kind: 'account-linked', user: other, account }, at);
  await appendAudit(tx, { at, actor, action: 'link-account', subject: account, detail: { user } });
}
