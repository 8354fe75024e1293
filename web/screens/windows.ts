import type { MeterView, OfferedWindow } from '../store/views.ts';

/**
 * The window to speak of where meters have different ones (W2): of the open ones the one that closes first, or else one
 * that may be open though the clock says that it is over, or else the one that opens first. Null where there is no meter
 * to read.
 */
export function mainWindow(meters: readonly MeterView[]): OfferedWindow | null {
  const [first] = meters.map(({ window }) => window).sort((a, b) => rank(a) - rank(b) || edge(a) - edge(b));
  return first ?? null;
}

const rank = (window: OfferedWindow): number => (!window.open ? 2 : window.over ? 1 : 0);
const edge = (window: OfferedWindow): number => (window.open ? window.window.closesAt : window.next.opensAt);
