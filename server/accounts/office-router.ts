import { openAccountInput, searchAccountsInput, setContactsInput } from '../../shared/account-search.ts';
import { clerk, router } from '../trpc.ts';
import { openAccount } from './open-account.ts';
import { searchAccounts } from './search-accounts.ts';
import { setContacts } from './set-contacts.ts';

/** Accounts as the office finds and sees them. */
export const officeAccountsRouter = router({
  search: clerk.input(searchAccountsInput).query(({ ctx, input }) => searchAccounts(ctx.services.db.reader, input)),
  /** A mutation, because it is noted who looked at whose data. */
  open: clerk.input(openAccountInput).mutation(({ ctx, input }) => openAccount(ctx.services, ctx.staff, input.account)),
  setContacts: clerk.input(setContactsInput).mutation(({ ctx, input }) => setContacts(ctx.services, ctx.staff, input)),
});
