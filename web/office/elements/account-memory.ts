import type { FoundAccount } from '../../../shared/account-search.ts';
import type { OfficeApi } from '../api.ts';

const recentlyOpened = 8;

/**
 * What a clerk looked for and opened last, as long as the page is open: it is nobody's on a shared desk after it, so it is stored
 * nowhere. One for each client of the server.
 */
export class AccountMemory {
  static readonly #all = new WeakMap<OfficeApi, AccountMemory>();
  text = '';
  #recent: readonly FoundAccount[] = [];

  static of(api: OfficeApi): AccountMemory {
    const known = AccountMemory.#all.get(api) ?? new AccountMemory();
    AccountMemory.#all.set(api, known);
    return known;
  }

  /** The newest first. */
  get recent(): readonly FoundAccount[] {
    return this.#recent;
  }

  opened(account: FoundAccount): void {
    this.#recent = [account, ...this.#recent.filter(({ id }) => id !== account.id)].slice(0, recentlyOpened);
  }
}
