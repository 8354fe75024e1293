import { boundsOf } from '../../shared/bounds.ts';
import { perMonth } from '../../shared/consumption.ts';
import type { Meter, Register, RegisterCode } from '../../shared/meter.ts';
import type { Period } from '../../shared/period.ts';
import type { Explanation, Problem } from '../../shared/problem.ts';
import { formatQuantity, parseQuantity } from '../../shared/quantity.ts';
import { type Claims, noClaims, type ReadingToCheck } from '../../shared/reading.ts';
import type { Words } from '../words/words.ts';

/** What stands in the fields of one meter. */
export type Texts = Readonly<Partial<Record<RegisterCode, string>>>;

/** Typed text to values (V2): either every register has one, or the problems say which has not. */
export function parseTexts(
  registers: readonly Register[],
  texts: Texts,
): { values: Readonly<Record<string, number>>; problems: readonly Problem[] } {
  const values: Record<string, number> = {};
  const problems: Problem[] = [];
  for (const register of registers) {
    const parsed = parseQuantity(texts[register.code] ?? '', register);
    if (parsed.ok) values[register.code] = parsed.value;
    else problems.push({ ...parsed.problem, register: register.code } as Problem);
  }
  return { values, problems };
}

/** Which meter, in one line: what its fields and figures are called where the card around them is not seen. */
export const meterName = (
  words: Words,
  { service, place, serial }: Pick<Meter, 'service' | 'place' | 'serial'>,
): string => [words.service(service), place, words.text('meter-serial', { serial })].filter(Boolean).join(', ');

/** What the face of a register shows beside the field: of a reading whose values are not known yet. */
export function hintsOf(
  reading: ReadingToCheck,
  register: Register,
): { previous: number; previousPeriod: Period | null; usual: number | null } {
  const { previous, previousPeriod, usual } = boundsOf(reading, register);
  return { previous, previousPeriod, usual: perMonth(usual) };
}

/** What an explanation (M4) makes of the fields and of what the resident declares. `settled`: it is to be saved as it is. */
export function applyExplanation(
  explanation: Explanation,
  register: Register,
  texts: Texts,
  claims: Claims,
  mark: string,
): { texts: Texts; claims: Claims; settled: boolean } {
  const { code, decimals } = register;
  switch (explanation.kind) {
    case 'rollover':
      return { texts, claims: { ...claims, rollover: [...new Set([...claims.rollover, code])] }, settled: true };
    case 'meter_replaced':
      return { texts, claims: { ...claims, replaced: true }, settled: true };
    case 'registers_swapped': {
      const swapped = { ...texts, [code]: texts[explanation.with] ?? '', [explanation.with]: texts[code] ?? '' };
      return { texts: swapped, claims: noClaims, settled: false };
    }
    default: {
      const text = formatQuantity(explanation.value, decimals).replace('.', mark);
      return { texts: { ...texts, [code]: text }, claims: noClaims, settled: false };
    }
  }
}

/** U1: the resident has confirmed the use of every register that was asked about. */
export function confirmAsked(claims: Claims, problems: readonly Problem[]): Claims {
  const asked = problems.flatMap((problem) => (problem.code === 'unusual_high' ? [problem.register] : []));
  return { ...claims, confirmed: [...new Set([...claims.confirmed, ...asked])] };
}
