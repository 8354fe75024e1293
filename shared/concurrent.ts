import { type CaptureInterval, surelyBefore } from './capture.ts';
import type { ReadingId, StreamId } from './ids.ts';
import type { RegisterValues } from './meter.ts';
import type { ReadingKind } from './reading.ts';

/** One of two readings of the same meter and period. */
export interface Rival {
  id: ReadingId;
  kind: ReadingKind;
  values: RegisterValues;
  capture: CaptureInterval;
  supersedes: ReadingId | null;
  /** The device it came from and its number there; null for readings that no device sent. */
  origin: { stream: StreamId; number: number } | null;
}

/**
 * corrects: names the one that stands (W7). same: equal values, one effect. later, earlier: their order is certain.
 * unclear: both stay and the office decides.
 */
export type Relation = 'corrects' | 'same' | 'later' | 'earlier' | 'unclear';

/** C4: how an arriving reading stands to the one that already stands for its meter and period. */
export function relate(arriving: Rival, standing: Rival): Relation {
  if (arriving.supersedes === standing.id) return 'corrects';
  if (standing.supersedes === arriving.id) return 'earlier';
  // M3: an estimate never outlives a reading; of two estimates the one that arrives last holds.
  if (standing.kind === 'estimate') return 'later';
  if (arriving.kind === 'estimate') return 'earlier';
  if (arriving.origin && standing.origin?.stream === arriving.origin.stream) {
    return arriving.origin.number > standing.origin.number ? 'later' : 'earlier';
  }
  if (sameValues(arriving.values, standing.values)) return 'same';
  if (surelyBefore(standing.capture, arriving.capture)) return 'later';
  if (surelyBefore(arriving.capture, standing.capture)) return 'earlier';
  return 'unclear';
}

export function sameValues(a: RegisterValues, b: RegisterValues): boolean {
  const codes = Object.keys(a) as (keyof RegisterValues)[];
  return codes.length === Object.keys(b).length && codes.every((code) => a[code] === b[code]);
}
