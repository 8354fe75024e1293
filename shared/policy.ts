import type { Company } from './company.ts';
import type { Register, Service } from './meter.ts';
import { parseQuantity } from './quantity.ts';
import type { ReadingToCheck } from './reading.ts';
import { type Place, ruleAt, type WindowException } from './window.ts';

/**
 * How a company wants the readings of one meter judged: its window (W2), with the months by exception (W9), verification
 * (W8) and possible use (U2). `exceptions`: those in force, of any place.
 */
export function policyOf(
  company: Pick<Company, 'windows' | 'metering'>,
  place: Place & { service: Service },
  exceptions: readonly WindowException[],
): Pick<ReadingToCheck, 'rule' | 'verification' | 'possiblePerDay'> {
  const metering = company.metering[place.service];
  return {
    rule: ruleAt(company.windows, place, exceptions),
    verification: metering.verification,
    possiblePerDay: (register) => possiblePerDay(metering.possiblePerDay, register),
  };
}

/** Rounded up to the register's smallest unit, so that the bound is never tighter than the company meant. */
function possiblePerDay(text: string | null, register: Register): number | null {
  const parsed = text === null ? null : parseQuantity(text, { digits: 9, decimals: 6 });
  return parsed?.ok ? Math.ceil(parsed.value / 10 ** (6 - register.decimals)) : null;
}
