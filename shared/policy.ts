import type { Company } from './company.ts';
import type { Register, Service } from './meter.ts';
import { parseQuantity } from './quantity.ts';
import type { ReadingToCheck } from './reading.ts';
import { nearestRule } from './window.ts';

/** How a company wants the readings of one meter judged: its window (W2), verification (W8) and possible use (U2). */
export function policyOf(
  company: Pick<Company, 'windows' | 'metering'>,
  place: { building: string; service: Service },
): Pick<ReadingToCheck, 'rule' | 'verification' | 'possiblePerDay'> {
  const metering = company.metering[place.service];
  return {
    rule: nearestRule(company.windows, place),
    verification: metering.verification,
    possiblePerDay: (register) => possiblePerDay(metering.possiblePerDay, register),
  };
}

/** Rounded up to the register's smallest unit, so that the bound is never tighter than the company meant. */
function possiblePerDay(text: string | null, register: Register): number | null {
  const parsed = text === null ? null : parseQuantity(text, { digits: 9, decimals: 6 });
  return parsed?.ok ? Math.ceil(parsed.value / 10 ** (6 - register.decimals)) : null;
}
