import type { PublicCompany } from '../../../shared/company.ts';
import { type EpochMs, toEpochMs } from '../../../shared/instant.ts';
import type { KioskAccount, KioskMeter, MeterAtKiosk, ReadingAtKiosk } from '../../../shared/kiosk-answers.ts';
import { isRetired, registersInOrder } from '../../../shared/meter.ts';
import type { Period } from '../../../shared/period.ts';
import { policyOf } from '../../../shared/policy.ts';
import { type Claims, isCurrent, type PastReading, type ReadingToCheck, stands } from '../../../shared/reading.ts';
import type { Window } from '../../../shared/window.ts';
import { inOrder } from '../../readings/meter-order.ts';
import { type OfferedWindow, windowByClock } from '../../readings/offered-window.ts';

/**
 * How a meter stands in the month that is read. given: it is read already; `correctable` within the window and before the lock
 * (W6, W7). elsewhen: by a window of its own (W2) another month is read of it. retired: it was taken out (M6, M7).
 */
export type MeterState =
  | { kind: 'open' }
  | { kind: 'given'; reading: ReadingAtKiosk; correctable: boolean }
  | { kind: 'elsewhen'; period: Period }
  | { kind: 'closed'; next: Window }
  | { kind: 'retired' };

export interface RoundMeter {
  meter: MeterAtKiosk;
  state: MeterState;
  /** What the rules are asked about values for it. */
  toCheck(values: Readonly<Record<string, number>>, claims: Claims): ReadingToCheck;
}

/** All meters of an account, as they are gone through one after the other. */
export interface Round {
  /** Null where no window is open. A slip is of one month. */
  window: Window | null;
  /** W6: its month was given to billing; what is handed in is kept and settled later. */
  locked: boolean;
  /** In the order of the residents' app: those taken out last. */
  meters: readonly RoundMeter[];
}

interface Known extends KioskMeter {
  policy: ReturnType<typeof policyOf>;
  offered: OfferedWindow;
}

type Rules = Pick<PublicCompany, 'windows' | 'metering'>;

/** With a network the kiosk's clock is right (C1), so that windows are what the clock says. */
export function roundOf(found: KioskAccount, company: Rules, now: EpochMs): Round {
  const known = [...found.meters]
    .sort((a, b) => inOrder(a.meter, b.meter))
    .map((one): Known => {
      const { service, registers } = one.meter;
      const policy = policyOf(company, { building: one.building, service }, found.exceptions);
      // What goes into the slip are texts without names: their order says which is which.
      const meter = { ...one.meter, registers: registersInOrder(registers) };
      return { ...one, meter, policy, offered: windowByClock(policy.rule, now) };
    });
  const window = windowToRead(known);
  const meters = known.map((one) => ({
    meter: one.meter,
    state: stateOf(one, window, found.locked),
    toCheck: (values: Readonly<Record<string, number>>, claims: Claims) =>
      toCheck(one, found.locked, now, values, claims),
  }));
  return { window, locked: window !== null && found.locked.includes(window.period), meters };
}

/**
 * W2: where meters have windows of several months open, the one that closes first and of which something is left to read;
 * whoever comes again is led to the next.
 */
function windowToRead(known: readonly Known[]): Window | null {
  const open = known.flatMap((one) => {
    if (!one.offered.open || isOut(one)) return [];
    const { window } = one.offered;
    return [{ window, read: givenFor(one, window.period) !== null }];
  });
  open.sort((a, b) => Number(a.read) - Number(b.read) || a.window.closesAt - b.window.closesAt);
  return open[0]?.window ?? null;
}

function stateOf(one: Known, window: Window | null, locked: readonly Period[]): MeterState {
  if (isOut(one)) return { kind: 'retired' };
  if (!one.offered.open) return { kind: 'closed', next: one.offered.next };
  const { period } = one.offered.window;
  if (period !== window?.period) return { kind: 'elsewhen', period };
  const reading = givenFor(one, period);
  if (reading === null) return { kind: 'open' };
  return { kind: 'given', reading, correctable: reading.state !== 'billed' && !locked.includes(period) };
}

const periodOf = ({ offered }: Known): Period => (offered.open ? offered.window : offered.next).period;

/** M7; and M6: the office has taken it out and read it to its end, so that in that month, too, there is nothing left. */
function isOut(one: Known): boolean {
  const period = periodOf(one);
  if (isRetired(one.meter, period)) return true;
  const given = one.meter.retiredOn === null ? null : givenFor(one, period);
  return given?.source === 'office' && stands(given.state);
}

/** What was handed in for a month and counts, or waits for the office. An estimate only fills the gap (M3). */
function givenFor({ readings }: KioskMeter, period: Period): ReadingAtKiosk | null {
  const given = readings.filter((one) => one.period === period && one.kind === 'actual' && isCurrent(one.state));
  return given.find(({ state }) => stands(state)) ?? given[0] ?? null;
}

function toCheck(
  one: Known,
  locked: readonly Period[],
  now: EpochMs,
  values: Readonly<Record<string, number>>,
  claims: Claims,
): ReadingToCheck {
  const period = periodOf(one);
  return {
    meter: one.meter,
    ...one.policy,
    period,
    values,
    claims,
    // What stands for the month itself is what is being corrected.
    history: one.readings.filter((past) => stands(past.state) && past.period !== period).map(pastOf),
    capture: { earliest: now, best: now, latest: now },
    locked: locked.includes(period),
    source: 'kiosk',
  };
}

const pastOf = ({ period, kind, values, capturedAt, rollover }: ReadingAtKiosk): PastReading => ({
  period,
  kind,
  values,
  capturedAt: toEpochMs(capturedAt),
  rollover,
});
