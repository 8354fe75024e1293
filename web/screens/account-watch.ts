import type { AccountId } from '../../shared/ids.ts';
import type { AccountView } from '../store/views.ts';
import type { AppContext } from './app-context.ts';
import { LiveView } from './live-view.ts';

/** The meters and readings of the shown account, live. */
export class AccountWatch extends LiveView<AccountView> {
  protected follow(
    store: AppContext['store'],
    account: AccountId,
    listener: (view: AccountView | null) => void,
  ): () => void {
    return store.watchAccount(account, listener);
  }
}
