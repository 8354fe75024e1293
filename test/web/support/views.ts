import { type AccountRows, accountView, type KnownTime } from '../../../web/store/account-view.ts';
import type { AccountView, MeterView } from '../../../web/store/views.ts';
import { company, inWindow, rows } from './household.ts';

/** By the device's clock alone: in the window, and never in contact with the server. */
export const believed: KnownTime = { now: inWindow, contact: null };

/** What the device shows of Anna's flat when this is what it holds. */
export const viewOf = (change: Partial<AccountRows> = {}, time = believed): AccountView =>
  accountView(rows(change), company, time);

/** The same of the one meter there. */
export function only(change: Partial<AccountRows> = {}, time = believed): MeterView {
  const [first] = viewOf(change, time).meters;
  if (!first) throw new Error('no meter');
  return first;
}
