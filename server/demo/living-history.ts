import type { RegisterCode, RegisterValues } from '../../shared/meter.ts';
import { addMonths, comparePeriods, type Day, type Period } from '../../shared/period.ts';
import { capacity, formatQuantity, parseExactQuantity } from '../../shared/quantity.ts';
import { type WindowRule, windowOf } from '../../shared/window.ts';
import type { DemoMeter, DemoRegister } from './demo-households.ts';
import { seededRandom } from './seeded-random.ts';

/** How far back the history of a new demo goes. */
export const monthsOfHistory = 18;

/** The same every time: it depends on the meter, the month, and where the history stands. */
export interface InventedReading {
  period: Period;
  register: RegisterCode;
  value: string;
  takenOn: Day;
  kind: 'actual' | 'estimate';
}

/** The day of a month on which demo meters are put in and taken out. */
export const dayOfWork = (period: Period): Day => `${period}-12`;

/**
 * The readings of a meter that are missing before the period `upTo`. `anchor` is the period of the demo's first start,
 * `last` what stands already: the history goes on from there, whoever entered it.
 */
export function inventReadings(
  meter: DemoMeter,
  {
    anchor,
    upTo,
    rule,
    last,
  }: { anchor: Period; upTo: Period; rule: WindowRule; last: { period: Period; values: RegisterValues } | null },
): InventedReading[] {
  const installed = addMonths(anchor, -meter.installedMonthsAgo);
  const start = latest(addMonths(anchor, -monthsOfHistory), installed);
  const retired = meter.retiredMonthsAgo === undefined ? null : addMonths(anchor, -meter.retiredMonthsAgo);
  const first = last ? addMonths(last.period, 1) : start;
  const readings: InventedReading[] = [];
  const values = new Map(
    meter.registers.map((register) => [
      register.code,
      last?.values[register.code] ?? startValue(meter, register, start, anchor),
    ]),
  );
  for (let period = first; period < upTo && (retired === null || period <= retired); period = addMonths(period, 1)) {
    const takenOn = period === retired ? dayOfWork(period) : dayInWindow(meter, period, rule);
    const isEstimate =
      meter.estimatedMonthsAgo !== undefined && period === addMonths(anchor, -meter.estimatedMonthsAgo);
    for (const register of meter.registers) {
      const before = values.get(register.code) ?? 0;
      // The value of the first period is given; use is counted from there.
      const use = period === start && !last ? 0 : useIn(meter, register, period);
      const value = Math.min(before + use, capacity(meter) - 1);
      values.set(register.code, value);
      const shown = isEstimate ? before + Math.round(use * 0.6) : value;
      readings.push({
        period,
        register: register.code,
        value: formatQuantity(shown, meter.decimals),
        takenOn,
        kind: isEstimate ? 'estimate' : 'actual',
      });
    }
  }
  return readings;
}

/** In the smallest unit of the face. More gas and light in winter, less hot water in summer. */
function useIn(meter: DemoMeter, { code, perMonth }: DemoRegister, period: Period): number {
  const month = Number(period.slice(5, 7));
  if (month === meter.awayIn) return 0;
  const swing = {
    gas: 0.35,
    'liquefied-gas': 0.15,
    electricity: 0.25,
    'hot-water': 0.15,
    heating: 0.6,
    'cold-water': -0.05,
  };
  const season = 1 + swing[meter.service] * Math.cos(((month - 1) / 12) * 2 * Math.PI);
  const chance = 0.85 + 0.3 * seededRandom(`${meter.serial} ${code} ${period}`);
  return Math.round(perMonth * season * chance * 10 ** meter.decimals);
}

function startValue(meter: DemoMeter, register: DemoRegister, start: Period, anchor: Period): number {
  const text = register.startAt ?? register.endAt ?? '0';
  const parsed = parseExactQuantity(text, meter);
  if (!parsed.ok) throw new Error(`the demo meter ${meter.serial} cannot show ${text}`);
  if (register.startAt !== undefined) return parsed.value;
  let used = 0;
  for (let period = addMonths(start, 1); period < anchor; period = addMonths(period, 1)) {
    used += useIn(meter, register, period);
  }
  return parsed.value - used;
}

function dayInWindow(meter: DemoMeter, period: Period, rule: WindowRule): Day {
  const { opensOn, closesOn } = windowOf(rule, period);
  const from = Temporal.PlainDate.from(opensOn);
  const days = from.until(Temporal.PlainDate.from(closesOn)).days + 1;
  const chance = seededRandom(`${meter.serial.slice(0, 4)} day ${period}`);
  return from.add({ days: Math.floor(chance * days) }).toString() as Day;
}

const latest = (a: Period, b: Period): Period => (comparePeriods(a, b) > 0 ? a : b);
