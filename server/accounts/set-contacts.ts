import type { SetContactsInput } from '../../shared/account-search.ts';
import { toInstant } from '../../shared/instant.ts';
import type { Staff } from '../../shared/staff.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../context.ts';
import { ProblemError } from '../errors.ts';
import { accountOnPage } from './page-queries.ts';
import { updateAccount } from './queries.ts';
import { lockForVersions } from './versions.ts';

/**
 * The e-mail address and the phone of an account, as the office knows them until billing's next file says otherwise. Holder and
 * address are billing's alone. Throws `not_found`, and `changed_meanwhile` where the account is not as the clerk saw it.
 */
export function setContacts(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  staff: Staff,
  { account, version, email, phone }: SetContactsInput,
): Promise<void> {
  return db.write(async (tx) => {
    const versions = await lockForVersions(tx, [account]);
    const [row] = await accountOnPage(tx, { account });
    if (!row) throw new ProblemError({ code: 'not_found' });
    if (Number(row.version) !== version) throw new ProblemError({ code: 'changed_meanwhile' });
    const { id, holder, premises_id } = row;
    await updateAccount(tx, { id, holder, premises_id, email, phone, version: versions.next(account) });
    await versions.write();
    const at = toInstant(clock.now());
    const detail = { email: email !== row.email, phone: phone !== row.phone };
    await appendAudit(tx, { at, actor: staff.id, action: 'set-contacts', subject: account, detail });
  });
}
