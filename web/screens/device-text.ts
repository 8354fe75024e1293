import { deviceName } from '../../shared/device-name.ts';
import { type EpochMs, type Instant, toEpochMs } from '../../shared/instant.ts';
import { localDay } from '../../shared/window.ts';
import type { Words } from '../words/words.ts';

/** `Chrome on Android`, as far as the browser says what it is. */
export function deviceText(words: Words, userAgent: string): string {
  const { browser, system } = deviceName(userAgent);
  const known = browser && system ? 'both' : browser ? 'browser' : system ? 'system' : 'nothing';
  return words.text('account-device', { known, browser: browser ?? '', system: system ?? '' });
}

/** For a sentence about that day: `when` is `today` or `yesterday` by the company's clocks, or else `earlier`. */
export function dayText(words: Words, instant: Instant, now: EpochMs): { when: string; day: string } {
  const at = toEpochMs(instant);
  const day = localDay(at, words.timeZone);
  const today = localDay(now, words.timeZone);
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return { when: day >= today ? 'today' : day === yesterday ? 'yesterday' : 'earlier', day: words.date(day) };
}
