import type { PublicCompany } from '../shared/company.ts';
import type { AccountId } from '../shared/ids.ts';
import { type AppClock, ClockCorrected } from './clock.ts';
import { type AccountRows, accountView, closedDrafts } from './store/account-view.ts';
import { follow } from './store/follow.ts';
import type { Store } from './store/store.ts';
import type { AccountView } from './store/views.ts';

/** "3 days left" is right again at the latest after this many milliseconds. */
const refreshEvery = 15 * 60_000;

/**
 * The view of an account: as soon as its rows are read, after every change of them, when a window opens or closes and
 * when the clock is corrected. Null while the device knows nothing of the account. Drafts that can never be handed in any
 * more are dropped. Answers how to stop.
 */
export function watchAccount(
  {
    store,
    company,
    clock,
    report,
  }: {
    store: Store;
    company: PublicCompany;
    clock: AppClock;
    report: (error: unknown) => void;
  },
  account: AccountId,
  listener: (view: AccountView | null) => void,
): () => void {
  let rows: AccountRows | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    clearTimeout(timer);
    if (rows === undefined) return;
    const { contact } = clock;
    const now = clock.now();
    const view = rows && accountView(rows, company, { now, contact });
    timer = setTimeout(show, untilNextChange(view, now));
    listener(view);
    const closed = rows ? closedDrafts(rows, company, contact) : [];
    if (closed.length > 0) store.dropDrafts(closed).catch(report);
  };
  const unfollow = follow(() => store.accountRows(account), {
    next: (found) => {
      rows = found;
      show();
    },
    error: report,
  });
  clock.addEventListener(ClockCorrected.type, show);
  return () => {
    clearTimeout(timer);
    unfollow();
    clock.removeEventListener(ClockCorrected.type, show);
  };
}

function untilNextChange(view: AccountView | null, now: number): number {
  const changes = (view?.meters ?? []).map(({ window }) =>
    window.open ? window.window.closesAt : window.next.opensAt,
  );
  // A window on offer whose close has passed by the clock ends with a contact, not with the time.
  return Math.min(refreshEvery, ...changes.filter((at) => at > now).map((at) => at - now));
}
