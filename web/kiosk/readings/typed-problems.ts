import { isLine } from '../../../shared/contact.ts';
import { isSameSerial, whyNotTelling } from '../../../shared/identity.ts';
import type { Service } from '../../../shared/meter.ts';
import { numberProblem } from './typed-number.ts';

/** By what a typed meter is named: `service` where it has no number (`withoutNumber`). */
export interface MeterName {
  serial: string;
  service: Service | null;
}

/** What is wrong with how a meter is named, as a word for each field. `isTyped`: its number was not given before, as the proof. */
export function nameProblems(
  { serial, service }: MeterName,
  { isWithout, isTyped, others }: { isWithout: boolean; isTyped: boolean; others: readonly string[] },
): [field: string, word: string | null][] {
  if (!isWithout) return [['serial', isTyped ? serialProblem(serial, others) : null]];
  return [
    ['service', service === null ? 'kiosk-readings-service-empty' : null],
    ['place', isLine(serial) ? null : 'kiosk-readings-where-wrong'],
  ];
}

/** What stands in the place of a number says nothing of which meter it is. */
function serialProblem(serial: string, others: readonly string[]): string | null {
  if (serial === '' || !isLine(serial)) return 'kiosk-readings-serial-empty';
  if (whyNotTelling(serial) !== null) return 'kiosk-readings-serial-useless';
  return others.some((other) => isSameSerial(other, serial)) ? 'kiosk-readings-serial-twice' : null;
}

/** V2: the words for what is wrong with a number. */
export function valueProblem(text: string): string | null {
  const problem = text.trim() === '' || isLine(text.trim()) ? numberProblem(text) : 'value_not_a_number';
  if (problem === null) return null;
  return problem === 'value_empty' || problem === 'value_not_a_number'
    ? `problem-${problem}`
    : 'kiosk-readings-value-too-long';
}
