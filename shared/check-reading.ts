import { type Bounds, boundsOf, isAboveNext, isUnusual } from './bounds.ts';
import { timeliness } from './capture.ts';
import { perMonth, useOverZero, usesBefore } from './consumption.ts';
import { explain } from './explain.ts';
import { isRetired, type Register } from './meter.ts';
import { outsideWindow } from './outside-window.ts';
import type { Problem, ProblemOf } from './problem.ts';
import { capacity, isValue } from './quantity.ts';
import type { Effect, Finding, ReadingToCheck, Verdict } from './reading.ts';
import { localDay, windowOf } from './window.ts';

/**
 * THE verdict: rules V, M, U, W and C on one reading. The client asks it as a courtesy, the server as the law.
 * Imports of history (`source: 'billing'`) are not bound by M1, M2, U and W: what they break is noted only.
 */
export function checkReading(reading: ReadingToCheck): Verdict {
  const shape = checkRegisters(reading);
  // Without the right registers and values there is nothing that the other rules could compare.
  if (shape.length > 0) return verdict(shape);
  const findings = [
    ...checkMeter(reading),
    ...reading.meter.registers.flatMap((register) => checkRegister(reading, register)),
  ];
  if (reading.source === 'billing') return verdict(findings.map((finding) => ({ ...finding, effect: 'note' })));
  return verdict([...findings, ...checkWindow(reading)]);
}

/** V1, V4: every register of the meter, no other, each value one that its face can show. */
export function checkRegisters({ meter, values }: Pick<ReadingToCheck, 'meter' | 'values'>): Finding[] {
  const findings: Finding[] = [];
  for (const register of meter.registers) {
    const value = Object.hasOwn(values, register.code) ? values[register.code] : undefined;
    if (value === undefined) findings.push(refuse({ code: 'register_missing', register: register.code }));
    else if (!isValue(value, register)) findings.push(refuse(valueProblem(value, register)));
  }
  const known = new Set<string>(meter.registers.map((register) => register.code));
  for (const code of Object.keys(values))
    if (!known.has(code)) findings.push(refuse({ code: 'register_unknown', register: code }));
  return findings;
}

/** M7, W8, and the resident's word that the meter was replaced (M4). */
function checkMeter({ meter, period, claims, capture, rule, verification }: ReadingToCheck): Finding[] {
  const findings: Finding[] = [];
  if (meter.retiredOn !== null && isRetired(meter, period)) {
    findings.push(refuse({ code: 'meter_retired', retiredOn: meter.retiredOn }));
  }
  if (meter.verifiedUntil !== null && meter.verifiedUntil < localDay(capture.best, rule.timeZone)) {
    const effect = ({ warn: 'note', review: 'review', block: 'refuse' } as const)[verification];
    findings.push({ effect, problem: { code: 'verification_expired', verifiedUntil: meter.verifiedUntil } });
  }
  if (claims.replaced) findings.push({ effect: 'review', problem: { code: 'meter_replaced' } });
  return findings;
}

/** M1–M5, U1–U3 for one register. */
function checkRegister(reading: ReadingToCheck, register: Register): Finding[] {
  const { claims } = reading;
  const { code } = register;
  const value = reading.values[code] as number;
  const bounds = boundsOf(reading, register);
  const { previous, previousPeriod, next, possible } = bounds;

  if (value < previous) {
    if (claims.replaced) return [];
    if (!claims.rollover.includes(code)) {
      const explanations = explain(reading, register);
      return [refuse({ code: 'below_previous', register: code, previous, previousPeriod, explanations })];
    }
  }
  if (next && isAboveNext(value, bounds)) {
    return [refuse({ code: 'above_next', register: code, next: next.value, nextPeriod: next.period })];
  }
  if (value < previous) return [checkRollover(bounds, value)];

  const use = value - previous;
  const findings: Finding[] = [];
  if (possible !== null && use > possible) {
    findings.push({ effect: 'review', problem: { code: 'impossible_use', register: code, use, possible } });
  }
  if (isUnusual(use, bounds)) {
    const usual = perMonth(bounds.usual) ?? 0;
    const explanations = explain(reading, register);
    findings.push({
      effect: claims.confirmed.includes(code) ? 'note' : 'ask',
      problem: { code: 'unusual_high', register: code, use, usual, explanations },
    });
  }
  const periods = use === 0 ? periodsOfZero(reading, register) : 0;
  if (periods >= 3) findings.push({ effect: 'note', problem: { code: 'still_zero', register: code, periods } });
  return findings;
}

/**
 * M5: accepted at once only near the end of the face and with a possible use; otherwise the office looks at it, also
 * where a later reading knows nothing of the pass through zero.
 */
function checkRollover({ register, previous, next, possible }: Bounds, value: number): Finding {
  const use = useOverZero(register, previous, value);
  const { code } = register;
  const doubt = (cause: ProblemOf<'rollover_unlikely'>['cause']): Finding => ({
    effect: 'review',
    problem: { code: 'rollover_unlikely', register: code, cause, previous, use },
  });
  if (previous * 10 < capacity(register) * 9) return doubt('far');
  if (possible !== null && use > possible) return doubt('use');
  if (next !== null && !next.overZero) return doubt('next');
  return { effect: 'note', problem: { code: 'rollover', register: code, use } };
}

/** U3: how many periods in a row, this one included, are without use on a register that used to run; 0 if it never ran. */
function periodsOfZero({ history, period }: ReadingToCheck, register: Register): number {
  const uses = usesBefore(history, register, period).reverse();
  const ran = uses.findIndex(({ use }) => use !== 0);
  return ran === -1 ? 0 : ran + 1;
}

/** W4, W6, C3. The office may enter outside the window (W5) but not into a locked period. */
function checkWindow({ capture, rule, period, locked, source }: ReadingToCheck): Finding[] {
  const window = windowOf(rule, period);
  const when = source === 'office' ? 'inside' : timeliness(capture, window);
  if (when === 'outside') return [refuse(outsideWindow(rule, capture.latest))];
  if (locked) return [{ effect: 'review', problem: { code: 'period_locked', period } }];
  if (when === 'unsure') return [{ effect: 'review', problem: { code: 'window_unsure' } }];
  if (when === 'uncertain') return [{ effect: 'note', problem: { code: 'time_uncertain' } }];
  return [];
}

/** The gravest finding decides. `ask` unanswered is for the office to look at, never lost. */
function verdict(findings: readonly Finding[]): Verdict {
  const has = (effect: Effect): boolean => findings.some((finding) => finding.effect === effect);
  if (has('refuse')) return { outcome: 'refused', findings };
  if (findings.some(({ problem }) => problem.code === 'period_locked')) return { outcome: 'late', findings };
  return { outcome: has('review') || has('ask') ? 'review' : 'accepted', findings };
}

function valueProblem(value: unknown, register: Register): Problem {
  if (Number.isSafeInteger(value) && (value as number) >= capacity(register)) {
    return { code: 'too_many_digits', digits: register.digits, register: register.code };
  }
  return { code: 'value_not_a_number', register: register.code };
}

const refuse = (problem: Problem): Finding => ({ effect: 'refuse', problem });
