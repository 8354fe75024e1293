import { isVoid, neighbours, useUpTo } from '../../shared/consumption.ts';
import type { EpochMs } from '../../shared/instant.ts';
import { isRetired, type Meter } from '../../shared/meter.ts';
import { comparePeriods, type Period, periodOfDay } from '../../shared/period.ts';
import { windowOf } from '../../shared/window.ts';
import type { AccountView, PeriodRow, RegisterRow, Stage } from './views.ts';
import { currentEntry, pastReadings } from './views-derived.ts';

/** The tables that follow from a view; apart from `views-derived`, because the first screen has none. */

/** The previous / current / difference table of a period: every register of every meter that hung there or was read. */
export function registerRows(view: AccountView, period: Period): RegisterRow[] {
  return view.meters
    .filter(({ meter, entries }) => isReadable(meter, period) || currentEntry(entries, period) !== null)
    .flatMap(({ meter, entries }) => {
      const entry = currentEntry(entries, period);
      const history = pastReadings(entries, null);
      const before = neighbours(history, period).previous;
      const past = entry && pastReadings([entry], null)[0];
      const voidEstimate = past ? isVoid(past, history) : false;
      return meter.registers.map((register) => {
        const previous = before?.values[register.code] ?? register.initial;
        const current = entry?.values[register.code] ?? null;
        return {
          meter,
          register: register.code,
          previous,
          previousPeriod: before?.period ?? null,
          current,
          difference: current === null || voidEstimate ? null : differenceOf(past, current, previous, register),
          kind: entry?.kind ?? null,
          voidEstimate,
        };
      });
    });
}

/** The period list, newest first: every period of which something is known. */
export function periodRows(view: AccountView, now: EpochMs): PeriodRow[] {
  const periods = new Set(view.meters.flatMap(({ entries }) => entries.map((entry) => entry.period)));
  return [...periods]
    .sort(comparePeriods)
    .reverse()
    .map((period) => periodRow(view, period, now));
}

function periodRow(view: AccountView, period: Period, now: EpochMs): PeriodRow {
  const entries = view.meters.flatMap((meter) => meter.entries.filter((entry) => entry.period === period));
  const current = view.meters.flatMap((meter) => currentEntry(meter.entries, period) ?? []);
  const billed = current.filter((entry) => entry.stage === 'billed').length;
  return {
    period,
    changedAt: Math.max(...entries.map((entry) => entry.changedAt)),
    billed: billed === 0 ? 'none' : billed === current.length ? 'all' : 'some',
    editable: isEditable(view, period, now),
    read: current.length,
    readable: view.meters.filter(({ meter }) => isReadable(meter, period)).length,
    stage: stages.find((stage) => entries.some((entry) => entry.stage === stage)) ?? 'received',
  };
}

/** W6, W7: readings of the period may be added, corrected and withdrawn now, by the app's clock or because it may be wrong. */
export function isEditable(view: AccountView, period: Period, now: EpochMs): boolean {
  if (view.locked.includes(period)) return false;
  return view.meters.some(({ meter, policy, window: offered }) => {
    const window = windowOf(policy.rule, period);
    const open = window.opensAt <= now && now < window.closesAt;
    return isReadable(meter, period) && (open || (offered.open && offered.window.period === period));
  });
}

/** M7: the meter hung there in the period. */
export function isReadable(meter: Meter, period: Period): boolean {
  return periodOfDay(meter.installedOn) <= period && !isRetired(meter, period);
}

function differenceOf(
  past: ReturnType<typeof pastReadings>[number] | null | undefined,
  current: number,
  previous: number,
  register: Meter['registers'][number],
): number | null {
  if (past) return useUpTo(past, previous, register);
  // Waits for the office: shown as it is, as long as it is no fall.
  return current >= previous ? current - previous : null;
}

/** The gravest first: one refused or unsent reading is what the period shows. */
const stages: readonly Stage[] = ['refused', 'saved', 'received', 'billed'];
