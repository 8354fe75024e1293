import type { AccountId } from '../../shared/ids.ts';
import type { SupportView } from '../store/views-support.ts';
import type { AppContext } from './app-context.ts';
import { LiveView } from './live-view.ts';
import type { Support } from './support-seam.ts';

/** The conversations of the shown account, live. */
export class SupportWatch extends LiveView<SupportView> {
  /** Null until its code is here. */
  support: Support | null = null;

  protected follow(
    store: AppContext['store'],
    account: AccountId,
    listener: (view: SupportView | null) => void,
  ): () => void {
    let stop = () => {};
    let stopped = false;
    store.support().then((support) => {
      this.support = support;
      if (!stopped) stop = support.watch(account, listener);
    }, reportError);
    return () => {
      stopped = true;
      stop();
    };
  }
}
