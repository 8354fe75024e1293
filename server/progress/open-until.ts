import type { Company } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Service } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import { ruleAt, type WindowException, windowOf } from '../../shared/window.ts';

/** The last day on which a meter can be read for a month, where it can be read now (W2, W9); otherwise null. */
export function openUntil(
  { windows }: Pick<Company, 'windows'>,
  { building, service }: { building: string; service: Service },
  { period, exceptions, now }: { period: Period; exceptions: readonly WindowException[]; now: EpochMs },
): Day | null {
  const { opensAt, closesAt, closesOn } = windowOf(ruleAt(windows, { building, service }, exceptions), period);
  return opensAt <= now && now < closesAt ? closesOn : null;
}
