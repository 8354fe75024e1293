import type { BadgeState } from '../elements/sync-badge.ts';
import type { MeterView, ReadingEntry } from '../store/views.ts';
import { currentEntry, waitsForOffice } from '../store/views-derived.ts';

/** The reading that a resident has given for the period to read now. An estimate only fills the gap (M3). */
export function readingNow({ entries, period }: MeterView): ReadingEntry | null {
  return currentEntry(
    entries.filter(({ kind }) => kind === 'actual'),
    period,
  );
}

/** How a reading stands, for its badge. */
export function entryState(entry: ReadingEntry): BadgeState {
  if (entry.withdrawing) return { kind: 'withdrawing' };
  if (entry.stage !== 'received') return { kind: entry.stage };
  if (entry.source === 'office' || entry.source === 'billing') return { kind: 'office' };
  const at = entry.receivedAt ?? entry.changedAt;
  return { kind: waitsForOffice(entry) ? (entry.state as 'review' | 'late') : 'received', at };
}

/** How a meter stands in the period to read now. */
export function meterState(meter: MeterView): BadgeState {
  const entry = readingNow(meter) ?? meter.entries.find(({ period }) => period === meter.period) ?? null;
  if (hasDraft(meter)) return { kind: 'draft' };
  return entry && entry.kind === 'actual' ? entryState(entry) : { kind: 'none' };
}

export const hasDraft = ({ draft }: MeterView): boolean =>
  draft !== null && Object.values(draft.text).some((text) => text.trim() !== '');

/**
 * Whether everything that is due has been read, and whether the company has it (never said of what is only saved) and
 * has no doubts.
 */
export function doneState(due: readonly MeterView[]): 'no' | 'saved' | 'checking' | 'received' {
  const entries = due.map(readingNow);
  if (entries.length === 0 || entries.includes(null)) return 'no';
  if (entries.some((entry) => entry?.stage === 'saved')) return 'saved';
  return entries.some((entry) => entry?.state === 'review') ? 'checking' : 'received';
}

/** Meters that can be read in their period; the others were taken out. */
export const readable = (meters: readonly MeterView[]): MeterView[] => meters.filter(({ retired }) => !retired);
