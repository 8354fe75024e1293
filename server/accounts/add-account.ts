import { toInstant } from '../../shared/instant.ts';
import type { Account } from '../../shared/protocol.ts';
import { appendAudit } from '../audit/append.ts';
import type { Resident, Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { linkAccount } from './link-account.ts';
import { type AccountClaim, matchAccount, proofLimits, readClaim } from './match-account.ts';

/**
 * Links another account to a resident by the same proof as at registration. Throws `bad_input`, `account_mismatch`,
 * `account_linked` and `too_many`.
 */
export async function addAccount(
  { company, db, limits, clock, mail }: Services,
  { id: user }: Resident,
  input: AccountClaim,
): Promise<Account> {
  const claim = readClaim(company, input);
  const shared = { 'account-proof-account': claim.number, 'account-proof-total': '', ...proofLimits(company, claim) };
  await limits.consumeAll({ 'account-proof-user': user, ...shared });
  const at = toInstant(clock.now());
  const account = await db.write(async (tx) => {
    const found = await matchAccount(tx, claim, company);
    if (found) await linkAccount(tx, { user, account: found.id, at, actor: user });
    else await appendAudit(tx, { at, actor: user, action: 'link-refused', subject: user, detail: {} });
    return found;
  });
  if (!account) throw new ProblemError({ code: 'account_mismatch' });
  mail.nudge();
  // Not the user's own: every account that is added sends letters to the others.
  await limits.rewardAll(shared);
  const { id, number, holder, building, address } = account;
  return { id, number, holder, building, address };
}
