import { sameValues } from '../../shared/concurrent.ts';
import type { RegisterValues } from '../../shared/meter.ts';
import { stands } from '../../shared/reading.ts';
import type { Row } from '../db/tables.ts';

/**
 * C4: of equal readings one has the effect, and the others, superseded, are linked to it. Among the readings of the same
 * meter and period the one that has the effect of a linked one, rather one that stands; undefined where there is none.
 */
export function linkedTo(linked: Row<'readings'>, ofPeriod: readonly Row<'readings'>[]): Row<'readings'> | undefined {
  if (linked.state !== 'superseded') return undefined;
  const values = JSON.parse(linked.register_values) as RegisterValues;
  const equal = ofPeriod.filter((row) => sameValues(values, JSON.parse(row.register_values) as RegisterValues));
  return equal.find(({ state }) => stands(state)) ?? equal[0];
}
