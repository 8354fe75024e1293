import type { PublicCompany } from '../../../shared/company.ts';
import type { EpochMs } from '../../../shared/instant.ts';
import { addMonths, type Period } from '../../../shared/period.ts';
import { localDay, nearestRule, type Window, type WindowRule, windowAt, windowOf } from '../../../shared/window.ts';

/**
 * Which month is read without a network, when neither the meters' places nor windows by exception (W9) are known. `sure`: by
 * the company's own window; otherwise the office looks at it.
 */
export type BlindMonth = { open: true; period: Period; sure: boolean } | { open: false; next: Window };

/**
 * W1, W2: the company's own window; where it is closed, one that is open somewhere (a building's, a service's); and then for the
 * hours of grace the one that has just closed, because somebody may hold it open (W9) and no one can be asked.
 */
export function blindMonth(company: Pick<PublicCompany, 'windows'>, now: EpochMs): BlindMonth {
  const own = nearestRule(company.windows, { building: null, service: null });
  const state = windowAt(own, now);
  if (state.open) return { open: true, period: state.window.period, sure: true };
  for (const rule of company.windows) {
    const elsewhere = windowAt(rule, now);
    if (elsewhere.open) return { open: true, period: elsewhere.window.period, sure: false };
  }
  const late = company.windows.map((rule) => justClosed(rule, now)).find((window) => window !== null);
  return late ? { open: true, period: late.period, sure: false } : { open: false, next: state.next };
}

/** The window whose close is no longer ago than its grace. */
function justClosed(rule: WindowRule, now: EpochMs): Window | null {
  const month = localDay(now, rule.timeZone).slice(0, 7) as Period;
  const near = [0, -1, -2].map((months) => windowOf(rule, addMonths(month, months)));
  return near.find((window) => window.closesAt <= now && now < window.graceEndsAt) ?? null;
}
