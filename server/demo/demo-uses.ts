import type { RegisterValues } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import { capacity, parseExactQuantity } from '../../shared/quantity.ts';
import type { ReadingKind } from '../../shared/reading.ts';
import type { DemoMeter } from './demo-households.ts';
import type { DemoUse } from './living-bills.ts';

interface Standing {
  serial: string;
  period: Period;
  /** json: RegisterValues */
  register_values: string;
  kind: ReadingKind;
}

/** What an invented account used in each month that was read, but for its first, of which nothing is known to begin from. */
export function usesOf(meters: readonly DemoMeter[], standing: readonly Standing[]): Map<Period, DemoUse[]> {
  const first = standing[0]?.period;
  const uses = new Map<Period, DemoUse[]>();
  for (const meter of meters) {
    let before: RegisterValues | null = null;
    for (const { period, register_values, kind } of standing.filter(({ serial }) => serial === meter.serial)) {
      const values = JSON.parse(register_values) as RegisterValues;
      if (period !== first) {
        const ofPeriod = uses.get(period) ?? [];
        uses.set(period, ofPeriod);
        for (const { code, initial = '0' } of meter.registers) {
          const start = parseExactQuantity(initial, meter);
          const from = before?.[code] ?? (start.ok ? start.value : 0);
          // A face that has passed zero (M5).
          const used = ((values[code] ?? from) - from + capacity(meter)) % capacity(meter);
          const { service, decimals } = meter;
          ofPeriod.push({ service, register: code, used, decimals, estimated: kind === 'estimate' });
        }
      }
      before = values;
    }
  }
  return uses;
}
