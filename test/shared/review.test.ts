import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Problem } from '../../shared/problem.ts';
import { type Effect, rolledOver, type Verdict } from '../../shared/reading.ts';
import { objections } from '../../shared/review.ts';

const below: Problem = {
  code: 'below_previous',
  register: 'B',
  previous: 2,
  previousPeriod: '2026-10',
  explanations: [],
};
const retired: Problem = { code: 'meter_retired', retiredOn: '2026-09-01' };
const unusual: Problem = { code: 'unusual_high', register: 'B', use: 9, usual: 1, explanations: [] };

describe('what stands against the office (W5)', () => {
  const found: Verdict = {
    outcome: 'refused',
    findings: [
      { effect: 'refuse', problem: below },
      { effect: 'ask', problem: unusual },
      { effect: 'note', problem: { code: 'still_zero', register: 'B', periods: 3 } },
    ],
  };
  const against = (verdict: Verdict, effects: readonly Effect[]) =>
    objections(verdict, ({ effect }) => effects.includes(effect));

  it('are the findings that are asked for, and an override helps against what may be so', () => {
    assert.deepEqual(against(found, ['refuse']), { problems: [below], stops: false });
    assert.deepEqual(against(found, ['refuse', 'ask', 'review']), { problems: [below, unusual], stops: false });
  });

  it('cannot be set aside where the meter is gone (M7)', () => {
    const gone: Verdict = { ...found, findings: [...found.findings, { effect: 'refuse', problem: retired }] };
    assert.deepEqual(against(gone, ['refuse']), { problems: [below, retired], stops: true });
  });

  it('knows a pass through zero by what was found (M5)', () => {
    assert.ok(!rolledOver([below]));
    assert.ok(rolledOver([below, { code: 'rollover', register: 'B', use: 1 }]));
  });
});
