import type { AccountId } from '../../shared/ids.ts';
import type { BillsView } from '../store/views-bills.ts';
import type { AppContext } from './app-context.ts';
import { LiveView } from './live-view.ts';

/** The billing of the shown account, live. */
export class BillsWatch extends LiveView<BillsView> {
  protected follow(
    store: AppContext['store'],
    account: AccountId,
    listener: (view: BillsView | null) => void,
  ): () => void {
    return store.watchBills(account, listener);
  }
}
