import type { EpochMs } from '../../shared/instant.ts';
import { type WindowRule, windowAt } from '../../shared/window.ts';

/**
 * What the demo takes for now. In an open window it is the true time. Otherwise it is the same time of day in the next
 * window, when two fifths of its days are over, so that there is something to do and some time left for it. `lastUsed`
 * is the latest time that an earlier run has written: within the window the clock does not go back behind it.
 */
export function demoNow(rule: WindowRule, now: EpochMs, lastUsed: EpochMs | null): EpochMs {
  const state = windowAt(rule, now);
  const notBehind = (at: EpochMs, closesAt: EpochMs): EpochMs =>
    lastUsed !== null && lastUsed > at && lastUsed < closesAt ? lastUsed : at;
  if (state.open) return notBehind(now, state.window.closesAt);
  const { opensAt, closesAt, opensOn } = state.next;
  const days = Math.round((closesAt - opensAt) / 86_400_000);
  const timeOfDay = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(rule.timeZone).toPlainTime();
  const inWindow = Temporal.PlainDate.from(opensOn)
    .add({ days: Math.floor(days * 0.4) })
    .toZonedDateTime({ timeZone: rule.timeZone, plainTime: timeOfDay }).epochMilliseconds;
  return notBehind(inWindow, closesAt);
}
