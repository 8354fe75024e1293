import type { AccountView, MeterView, OfferedWindow } from '../store/views.ts';

/**
 * The window to speak of where meters have different ones (W2): of the open ones the one that closes first, or else one
 * that may be open though the clock says that it is over, or else one whose period is in billing already (W6), or else the
 * one that opens first. Null where there is no meter to read.
 */
export function mainWindow(meters: readonly MeterView[], view: Pick<AccountView, 'locked'>): OfferedWindow | null {
  const rank = (window: OfferedWindow): number => (!window.open ? 3 : isLocked(window, view) ? 2 : window.over ? 1 : 0);
  const [first] = meters.map(({ window }) => window).sort((a, b) => rank(a) - rank(b) || edge(a) - edge(b));
  return first ?? null;
}

/** W6: what is handed in for it now comes too late. */
export const isLocked = (window: OfferedWindow | null, { locked }: Pick<AccountView, 'locked'>): boolean =>
  window?.open === true && locked.includes(window.window.period);

const edge = (window: OfferedWindow): number => (window.open ? window.window.closesAt : window.next.opensAt);
