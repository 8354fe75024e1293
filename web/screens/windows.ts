import type { WindowState } from '../../shared/window.ts';
import type { MeterView } from '../store/views.ts';

/**
 * The window to speak of where meters have different ones (W2): of the open ones the one that closes first, or else the
 * one that opens first. Null where there is no meter to read.
 */
export function mainWindow(meters: readonly MeterView[]): WindowState | null {
  const when = (state: WindowState): number => (state.open ? state.window.closesAt - 1e15 : state.next.opensAt);
  const [first] = meters.map(({ window }) => window).sort((a, b) => when(a) - when(b));
  return first ?? null;
}
