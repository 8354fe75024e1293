import type { CaptureInterval } from '../../shared/capture.ts';
import { neighbours, useUpTo } from '../../shared/consumption.ts';
import type { ReadingId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Meter } from '../../shared/meter.ts';
import { comparePeriods, type Period, periodOfDay } from '../../shared/period.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Account } from '../../shared/protocol.ts';
import type { Claims, Reading, ReadingToCheck } from '../../shared/reading.ts';
import { windowAt, windowOf, windowToOffer } from '../../shared/window.ts';
import { currentEntry, overlay, pastReadings, refusedOperations } from './entries.ts';
import type { DraftRow, OperationRow } from './outbox-db.ts';
import type { AccountView, MeterView, PeriodRow, PublicCompany, ReadingEntry, RegisterRow, Stage } from './views.ts';

/** Everything that the device holds of one account, as read in one go. */
export interface AccountRows {
  account: Account;
  meters: readonly Meter[];
  readings: readonly Reading[];
  /** The signed-in user's operations on this account. */
  operations: readonly OperationRow[];
  drafts: readonly DraftRow[];
  locked: readonly Period[];
}

type Rules = Pick<PublicCompany, 'windows' | 'metering'>;

/** Pure: the same rows, company and time always give the same view. `now` is the app's clock, not the device's. */
export function accountView(rows: AccountRows, company: Rules, now: EpochMs): AccountView {
  const entries = overlay(rows.readings, rows.operations);
  return {
    account: rows.account,
    meters: [...rows.meters].sort(inOrder).map((meter) => meterView(rows, entries, meter, company, now)),
    locked: [...rows.locked].sort(comparePeriods).reverse(),
    refused: refusedOperations(rows.readings, rows.operations),
  };
}

function meterView(
  { account, drafts }: AccountRows,
  entries: readonly ReadingEntry[],
  meter: Meter,
  company: Rules,
  now: EpochMs,
): MeterView {
  const policy = policyOf(company, { building: account.building, service: meter.service });
  const { period } = windowToOffer(policy.rule, now);
  const draft = drafts.find((row) => row.meter === meter.id && row.period === period);
  return {
    meter,
    policy,
    window: windowAt(policy.rule, now),
    period,
    entries: entries.filter((entry) => entry.meter === meter.id),
    draft: draft ? { meter: draft.meter, period: draft.period, text: draft.text, supersedes: draft.supersedes } : null,
    retired: isRetired(meter, period),
  };
}

/** What `checkReading` needs to judge values for a meter. The reading that is being corrected is left out of the past. */
export function readingToCheck(
  view: Pick<AccountView, 'locked'>,
  { meter, policy, entries }: Pick<MeterView, 'meter' | 'policy' | 'entries'>,
  reading: {
    period: Period;
    values: Readonly<Record<string, number>>;
    claims: Claims;
    supersedes: ReadingId | null;
    capture: CaptureInterval;
  },
): ReadingToCheck {
  return {
    meter,
    ...policy,
    period: reading.period,
    values: reading.values,
    claims: reading.claims,
    history: pastReadings(entries, reading.supersedes),
    capture: reading.capture,
    locked: view.locked.includes(reading.period),
    source: 'resident',
  };
}

/** The previous / current / difference table of a period: every register of every meter that hung there or was read. */
export function registerRows(view: AccountView, period: Period): RegisterRow[] {
  return view.meters
    .filter(({ meter, entries }) => isReadable(meter, period) || currentEntry(entries, period) !== null)
    .flatMap(({ meter, entries }) => {
      const entry = currentEntry(entries, period);
      const before = neighbours(pastReadings(entries, null), period).previous;
      return meter.registers.map((register) => {
        const previous = before?.values[register.code] ?? register.initial;
        const current = entry?.values[register.code] ?? null;
        const past = entry && pastReadings([entry], null)[0];
        return {
          meter,
          register: register.code,
          previous,
          previousPeriod: before?.period ?? null,
          current,
          difference: current === null ? null : differenceOf(past, current, previous, register),
          kind: entry?.kind ?? null,
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

/** W6, W7: readings of the period may be added, corrected and withdrawn now. */
export function isEditable(view: AccountView, period: Period, now: EpochMs): boolean {
  if (view.locked.includes(period)) return false;
  return view.meters.some(({ meter, policy }) => {
    const window = windowOf(policy.rule, period);
    return isReadable(meter, period) && window.opensAt <= now && now < window.closesAt;
  });
}

/** M7: the meter hung there in the period. */
export function isReadable(meter: Meter, period: Period): boolean {
  return periodOfDay(meter.installedOn) <= period && !isRetired(meter, period);
}

const isRetired = (meter: Meter, period: Period): boolean =>
  meter.retiredOn !== null && period > periodOfDay(meter.retiredOn);

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

/** Meters that can be read before those taken out, then by service, place and serial. */
function inOrder(a: Meter, b: Meter): number {
  const key = ({ retiredOn, service, place, serial, id }: Meter): string =>
    [retiredOn === null ? '0' : '1', service, place, serial, id].join('\u0000');
  return key(a) < key(b) ? -1 : 1;
}
