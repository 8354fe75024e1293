import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Instant, toEpochMs, toInstant } from '../../shared/instant.ts';
import type { Register, Service } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import { policyOf } from '../../shared/policy.ts';
import {
  localDay,
  nearestRule,
  noonOf,
  type ScopedWindowRule,
  type WindowRule,
  windowAt,
  windowOf,
  windowToOffer,
} from '../../shared/window.ts';
import { vectors } from '../support/vectors.ts';

const cases = vectors<{
  rules: Record<string, WindowRule & { holidays: Day[] }>;
  windows: {
    title: string;
    rule: string;
    period: Period;
    opensOn: Day;
    closesOn: Day;
    opensAt: Instant;
    closesAt: Instant;
    graceEndsAt: Instant;
  }[];
  closed: { title: string; rule: string; at: Instant; next: Period }[];
  open: { title: string; rule: string; at: Instant; period: Period }[];
  nearest: {
    rules: Partial<ScopedWindowRule>[];
    cases: { title: string; building: string; service: Service; opensOn: number }[];
  };
  possiblePerDay: { title: string; text: string | null; decimals: number; is: number | null }[];
}>('window');

function ruleNamed(name: string): WindowRule & { holidays: Day[] } {
  const rule = cases.rules[name];
  assert.ok(rule, `the vectors have a rule "${name}"`);
  return rule;
}

describe('outside a window', () => {
  for (const { title, rule, at, next } of cases.closed) {
    it(title, () => {
      const window = windowOf(ruleNamed(rule), next);
      assert.deepEqual(windowAt(ruleNamed(rule), toEpochMs(at)), { open: false, next: window });
      assert.deepEqual(windowToOffer(ruleNamed(rule), toEpochMs(at)), window);
    });
  }
});

describe('inside a window', () => {
  for (const { title, rule, at, period } of cases.open) {
    it(title, () => {
      const window = windowOf(ruleNamed(rule), period);
      assert.deepEqual(windowAt(ruleNamed(rule), toEpochMs(at)), { open: true, window });
      assert.deepEqual(windowToOffer(ruleNamed(rule), toEpochMs(at)), window);
    });
  }
});

describe('the window of a period', () => {
  for (const { title, rule, period, ...expected } of cases.windows) {
    it(title, () => {
      const { opensAt, closesAt, graceEndsAt, ...days } = windowOf(ruleNamed(rule), period);
      const instants = {
        opensAt: toInstant(opensAt),
        closesAt: toInstant(closesAt),
        graceEndsAt: toInstant(graceEndsAt),
      };
      assert.deepEqual({ ...days, ...instants }, { period, ...expected });
    });
  }
});

describe('the rule that holds for a meter', () => {
  const scoped = cases.nearest.rules.map((rule): ScopedWindowRule => ({ ...ruleNamed('riga'), ...rule }));
  it('W2: without a rule for the whole company nothing can be said', () => {
    const place = { building: 'Riga street 9', service: 'cold-water' } as const;
    assert.throws(() => nearestRule(scoped.slice(1), place), RangeError);
  });
  for (const { title, building, service, opensOn } of cases.nearest.cases) {
    it(title, () => {
      assert.equal(nearestRule(scoped, { building, service }).opensOn, opensOn);
      assert.equal(nearestRule(scoped.toReversed(), { building, service }).opensOn, opensOn, 'in any order');
    });
  }
});

describe('the most that can be used in a day', () => {
  for (const { title, text, decimals, is } of cases.possiblePerDay) {
    it(title, () => {
      const metering = { verification: 'warn', possiblePerDay: text } as const;
      const none = { verification: 'block', possiblePerDay: null } as const;
      const company = {
        windows: [ruleNamed('riga')],
        metering: {
          'cold-water': metering,
          'hot-water': none,
          gas: none,
          'liquefied-gas': none,
          electricity: none,
          heating: none,
        },
      };
      const policy = policyOf(company, { building: 'Riga street 9', service: 'cold-water' }, []);
      const register: Register = { code: 'B', digits: 5, decimals, initial: 0 };
      assert.equal(policy.possiblePerDay(register), is);
      assert.equal(policy.verification, 'warn');
      assert.deepEqual(policy.rule, ruleNamed('riga'));
    });
  }
});

describe('local days', () => {
  it('W1: the day is the one on the wall, not the one in UTC', () => {
    assert.equal(localDay(toEpochMs('2017-06-30T20:59:59.999Z'), 'Europe/Riga'), '2017-06-30');
    assert.equal(localDay(toEpochMs('2017-06-30T21:00:00.000Z'), 'Europe/Riga'), '2017-07-01');
  });
  it('W1: noon is noon in summer and in winter', () => {
    assert.equal(toInstant(noonOf('2017-06-30', 'Europe/Riga')), '2017-06-30T09:00:00.000Z');
    assert.equal(toInstant(noonOf('2017-12-31', 'Europe/Riga')), '2017-12-31T10:00:00.000Z');
    assert.equal(toInstant(noonOf('2017-03-26', 'Europe/Riga')), '2017-03-26T09:00:00.000Z');
  });
});
