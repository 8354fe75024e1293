import type { PublicCompany } from '../shared/company.ts';
import type { AccountId } from '../shared/ids.ts';
import { localDay } from '../shared/window.ts';
import { type AppClock, ClockCorrected } from './clock.ts';
import { type BillsRows, billsRows } from './store/bills-rows.ts';
import type { CacheDb } from './store/cache-db.ts';
import { follow } from './store/follow.ts';
import { type BillsView, billsView } from './store/views-bills.ts';

/** A new day is noticed after this many milliseconds at the latest. */
const refreshEvery = 15 * 60_000;

/**
 * What is shown of an account's billing: as soon as its rows are read, after every change of them, when a day begins and when
 * the clock is corrected. Null while the device knows nothing of the account. Answers how to stop.
 */
export function watchBills(
  {
    cache,
    company: { timeZone },
    clock,
    report,
  }: {
    cache: CacheDb;
    company: PublicCompany;
    clock: AppClock;
    report: (error: unknown) => void;
  },
  account: AccountId,
  listener: (view: BillsView | null) => void,
): () => void {
  let rows: BillsRows | null | undefined;
  let shown: { rows: BillsRows | null; today: string } | undefined;
  const show = () => {
    const today = localDay(clock.now(), timeZone);
    if (rows === undefined || (shown?.rows === rows && shown.today === today)) return;
    shown = { rows, today };
    listener(rows && billsView(account, rows, today));
  };
  const unfollow = follow(() => billsRows(cache, account), {
    next: (found) => {
      rows = found;
      show();
    },
    error: report,
  });
  const timer = setInterval(show, refreshEvery);
  clock.addEventListener(ClockCorrected.type, show);
  return () => {
    clearInterval(timer);
    unfollow();
    clock.removeEventListener(ClockCorrected.type, show);
  };
}
