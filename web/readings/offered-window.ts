import type { EpochMs } from '../../shared/instant.ts';
import { type Window, type WindowRule, windowAt, windowToOffer } from '../../shared/window.ts';

/**
 * The window whose period a resident may enter. `over`: by the device's clock it has closed, but the last contact was
 * before its close, so that it may be open in truth, or the resident is late; either way the office looks at it (C3).
 */
export type OfferedWindow = { open: true; window: Window; over: boolean } | { open: false; next: Window };

/** A session lasts a year at the most: a clock that has gone further since the last contact is not worth believing. */
const believable = 366 * 86_400_000;

/**
 * C: skew never blocks. The truth lies between the last contact and whenever; `now`, the app's time, is only the best
 * guess. Where that says "closed", the oldest window that is not surely over stays on offer: the one that was open at the
 * contact, or else the next after it. A reading for it cannot be refused for its time, whatever the clock's error was; one
 * for a later window could. Without a contact the device's clock is all that is known.
 */
export function offeredWindow(rule: WindowRule, contact: { serverTime: EpochMs } | null, now: EpochMs): OfferedWindow {
  if (contact === null) return windowByClock(rule, now);
  const atLeast = Math.max(now, contact.serverTime);
  const byClock = windowByClock(rule, atLeast);
  const oldest = windowToOffer(rule, contact.serverTime);
  if (atLeast < oldest.closesAt) return byClock;
  // Phones that are opened once a month and then without a network are common; clocks that jump into a later window rare.
  if (byClock.open && atLeast - contact.serverTime <= believable) return byClock;
  return { open: true, window: oldest, over: true };
}

/** What there is to offer if the clock is right. */
export function windowByClock(rule: WindowRule, now: EpochMs): OfferedWindow {
  const state = windowAt(rule, now);
  return state.open ? { ...state, over: false } : state;
}
