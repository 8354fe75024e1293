import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Instant, toInstant } from '../../shared/instant.ts';
import type { Service } from '../../shared/meter.ts';
import type { Day, Period } from '../../shared/period.ts';
import {
  placesOf,
  ruleAt,
  type ScopedWindowRule,
  type WindowException,
  windowAt,
  windowOf,
} from '../../shared/window.ts';
import { addExceptionInput } from '../../shared/window-forms.ts';
import { vectors } from '../support/vectors.ts';

type Written = Omit<WindowException, 'building' | 'service'> & { building?: string; service?: Service };
const { rules, cases } = vectors<{
  rules: ScopedWindowRule[];
  cases: {
    title: string;
    exceptions: Written[];
    building: string;
    service: Service;
    period: Period;
    days: [Day, Day];
    closesAt: Instant;
    graceEndsAt: Instant;
    reason: string | null;
  }[];
}>('window-exceptions');

const whole = ({ building = '', service, ...rest }: Written): WindowException => ({
  ...rest,
  building: building || null,
  service: service ?? null,
});

describe('the form of an exception', () => {
  const form = {
    period: '2026-11',
    building: null,
    service: null,
    opensOn: '2026-11-27',
    closesOn: '2026-12-05',
    reason: 'holidays',
    replaces: null,
  };
  it('W9: opens in the month itself and closes by the end of the next', () => {
    assert.ok(addExceptionInput.safeParse(form).success);
    assert.ok(addExceptionInput.safeParse({ ...form, closesOn: '2026-12-31' }).success);
    for (const bad of [
      { opensOn: '2026-10-31' },
      { opensOn: '2026-12-01' },
      { closesOn: '2026-11-26' },
      { closesOn: '2027-01-01' },
      { closesOn: '2026-11-31' },
      { period: '2026-13' },
      { reason: ' ' },
      { reason: 'two\nlines' },
      { building: '' },
      { service: 'air' },
      { replaces: 'one' },
    ]) {
      assert.equal(addExceptionInput.safeParse({ ...form, ...bad }).success, false, JSON.stringify(bad));
    }
  });
});

describe('the window of a month by exception', () => {
  for (const { title, building, service, period, days, closesAt, graceEndsAt, reason, ...given } of cases) {
    it(title, () => {
      const exceptions = given.exceptions.map(whole);
      for (const inOrder of [exceptions, exceptions.toReversed()]) {
        const rule = ruleAt(rules, { building, service }, inOrder);
        const window = windowOf(rule, period);
        assert.deepEqual([window.opensOn, window.closesOn], days);
        assert.equal(toInstant(window.closesAt), closesAt);
        assert.equal(toInstant(window.graceEndsAt), graceEndsAt);
        assert.equal(window.reason ?? null, reason);
        const state = windowAt(rule, window.closesAt - 1);
        assert.ok(state.open && state.window.period >= period);
      }
    });
  }

  it('W9: the places to look at hold every window that there is', () => {
    const exceptions = cases.flatMap((one) => one.exceptions.map(whole)).filter(({ period }) => period === '2026-11');
    const key = (place: Parameters<typeof ruleAt>[1]) => {
      const { closesAt, graceEndsAt } = windowOf(ruleAt(rules, place, exceptions), '2026-11');
      return `${closesAt} ${graceEndsAt}`;
    };
    const known = new Set(placesOf(rules, exceptions).map(key));
    for (const building of ['Riga street 1', 'Riga street 2', 'Riga street 9', 'Riga street 11']) {
      for (const service of ['cold-water', 'gas', 'electricity', 'heating'] as const) {
        assert.ok(known.has(key({ building, service })), `${building} ${service}`);
      }
    }
  });
});
