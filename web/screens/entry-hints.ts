import type { EpochMs } from '../../shared/instant.ts';
import type { Register } from '../../shared/meter.ts';
import { noClaims } from '../../shared/reading.ts';
import { hintsOf } from '../readings/entry-values.ts';
import type { AccountView, MeterView } from '../store/views.ts';
import { readingToCheck } from '../store/views-derived.ts';

/** What the face of a register shows beside the field, in the month that is read now. */
export function entryHints(view: AccountView, meter: MeterView, register: Register, now: EpochMs) {
  const capture = { earliest: now, best: now, latest: now };
  const reading = { period: meter.period, values: {}, claims: noClaims, supersedes: null, capture };
  return hintsOf(readingToCheck(view, meter, reading), register);
}
