import type { EpochMs } from '../../shared/instant.ts';
import { isRetired, type Meter } from '../../shared/meter.ts';
import { comparePeriods, type Period } from '../../shared/period.ts';
import { policyOf } from '../../shared/policy.ts';
import type { Account } from '../../shared/protocol.ts';
import { type Reading, stands } from '../../shared/reading.ts';
import { type WindowException, windowOf } from '../../shared/window.ts';
import type { Contact } from '../contact/contact.ts';
import { inOrder } from '../readings/meter-order.ts';
import { type OfferedWindow, offeredWindow, windowByClock } from '../readings/offered-window.ts';
import { overlay, refusedOperations } from './entries.ts';
import type { DraftRow, OperationRow } from './outbox-db.ts';
import type { AccountView, MeterView, PublicCompany, ReadingEntry } from './views.ts';
import { currentEntry } from './views-derived.ts';

/** Everything that the device holds of one account, as read in one go. */
export interface AccountRows {
  account: Account;
  meters: readonly Meter[];
  readings: readonly Reading[];
  /** The signed-in user's operations on this account. */
  operations: readonly OperationRow[];
  drafts: readonly DraftRow[];
  locked: readonly Period[];
  /** W9. */
  windows: readonly WindowException[];
}

type Rules = Pick<PublicCompany, 'windows' | 'metering'>;

/** What is known of the time: by the app's clock, not the device's, and for certain by the last contact. */
export interface KnownTime {
  now: EpochMs;
  contact: Pick<Contact, 'serverTime'> | null;
}

/** Pure: the same rows, company and time always give the same view. */
export function accountView(rows: AccountRows, company: Rules, time: KnownTime): AccountView {
  const entries = overlay(rows.readings, rows.operations);
  return {
    account: rows.account,
    meters: [...rows.meters].sort(inOrder).map((meter) => meterView(rows, entries, meter, company, time)),
    locked: [...rows.locked].sort(comparePeriods).reverse(),
    refused: refusedOperations(rows.readings, rows.operations),
  };
}

function meterView(
  { account, drafts, windows }: AccountRows,
  allEntries: readonly ReadingEntry[],
  meter: Meter,
  company: Rules,
  { now, contact }: KnownTime,
): MeterView {
  const policy = policyOf(company, { building: account.building, service: meter.service }, windows);
  const entries = allEntries.filter((entry) => entry.meter === meter.id);
  const draftOf = (period: Period) => drafts.find((row) => row.meter === meter.id && row.period === period) ?? null;
  const offered = offeredWindow(policy.rule, contact, now);
  const window = isDone(offered, entries, draftOf) ? windowByClock(policy.rule, now) : offered;
  const { period } = window.open ? window.window : window.next;
  const draft = draftOf(period);
  return {
    meter,
    policy,
    window,
    period,
    entries,
    draft: draft && { meter: draft.meter, period: draft.period, text: draft.text, supersedes: draft.supersedes },
    retired: isRetired(meter, period) || hasFinalValues(meter, entries, period),
  };
}

/** M6: the office has taken the meter out and read it to its end: in that month, too, there is nothing more to hand in. */
function hasFinalValues({ retiredOn }: Meter, entries: readonly ReadingEntry[], period: Period): boolean {
  const entry = retiredOn === null ? null : currentEntry(entries, period);
  return entry?.source === 'office' && entry.state !== null && stands(entry.state);
}

/**
 * The company has the reading of a window that is probably over, and nothing is begun. Offering it all the same would tell
 * everybody who looks between two windows, until the next contact, that there is something to do.
 */
function isDone(
  offered: OfferedWindow,
  entries: readonly ReadingEntry[],
  draftOf: (period: Period) => DraftRow | null,
): boolean {
  if (!offered.open || !offered.over) return false;
  const { period } = offered.window;
  const entry = currentEntry(entries, period);
  return entry?.kind === 'actual' && entry.stage !== 'saved' && draftOf(period) === null;
}

/**
 * Drafts that can never be handed in: their window has closed for certain, by the server's own clock and not by the
 * device's. A draft was never said to be saved, and no reading comes of it any more, so nothing that somebody could rely
 * on is lost; kept, it would stay on a shared device for good, where nobody sees it.
 */
export function closedDrafts(
  { account, meters, drafts, windows }: AccountRows,
  company: Rules,
  contact: KnownTime['contact'],
): DraftRow[] {
  return drafts.filter((draft) => {
    const meter = meters.find(({ id }) => id === draft.meter);
    if (!meter || !contact) return false;
    const { rule } = policyOf(company, { building: account.building, service: meter.service }, windows);
    return windowOf(rule, draft.period).closesAt <= contact.serverTime;
  });
}
