import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addMonths, daysInMonth, nextPeriod, type Period } from '../../shared/period.ts';
import { localDay, windowAt, windowOf, windowToOffer } from '../../shared/window.ts';
import { epochMs, period, windowRule } from '../support/arbitraries.ts';

describe('windows, for every rule', () => {
  it('W1: an instant inside the window of a period is reported open, of overlapping windows the later', () => {
    fc.assert(
      fc.property(
        windowRule,
        period,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (rule, month, part) => {
          const window = windowOf(rule, month);
          const at = window.opensAt + Math.floor((window.closesAt - window.opensAt) * part);
          const state = windowAt(rule, at);
          assert.ok(state.open);
          assert.deepEqual(state.window, windowOf(rule, state.window.period));
          assert.ok(state.window.opensAt <= at && at < state.window.closesAt);
          assert.ok(state.window.period >= month);
          assert.deepEqual(windowToOffer(rule, at), state.window);
        },
      ),
      { numRuns: 500 },
    );
  });
  it('W1: when it is closed the next one lies ahead, and none lies between', () => {
    fc.assert(
      fc.property(windowRule, epochMs, (rule, at) => {
        const state = windowAt(rule, at);
        fc.pre(!state.open);
        assert.ok(state.next.opensAt > at);
        assert.deepEqual(windowToOffer(rule, at), state.next);
        const here = localDay(at, rule.timeZone).slice(0, 7) as Period;
        for (let months = -3; months <= 3; months++) {
          const { opensAt, closesAt } = windowOf(rule, addMonths(here, months));
          assert.ok(closesAt <= at || opensAt >= state.next.opensAt);
        }
      }),
      { numRuns: 500 },
    );
  });
  it('W1: it opens and closes with local days, whatever the clocks do', () => {
    fc.assert(
      fc.property(windowRule, period, (rule, month) => {
        const { opensOn, closesOn, opensAt, closesAt } = windowOf(rule, month);
        const day = (at: number): string => localDay(at, rule.timeZone);
        assert.equal(day(opensAt), opensOn);
        assert.ok(day(opensAt - 1) < opensOn);
        assert.equal(day(closesAt - 1), closesOn);
        assert.ok(day(closesAt) > closesOn);
      }),
      { numRuns: 500 },
    );
  });
  it('W1: days are clamped to the month, the opening one to its own, the closing one only ever moved ahead', () => {
    fc.assert(
      fc.property(windowRule, period, (rule, month) => {
        const { opensOn, closesOn, opensAt, closesAt, graceEndsAt } = windowOf(rule, month);
        const closing = rule.closesOn < rule.opensOn ? nextPeriod(month) : month;
        const clamped = (of: Period, wanted: number): string =>
          `${of}-${String(Math.min(wanted, daysInMonth(of))).padStart(2, '0')}`;
        assert.equal(opensOn, clamped(month, rule.opensOn));
        if (rule.shift === 'none') assert.equal(closesOn, clamped(closing, rule.closesOn));
        else {
          assert.ok(closesOn >= clamped(closing, rule.closesOn));
          assert.ok(!rule.holidays.includes(closesOn));
          assert.ok(![0, 6].includes(new Date(`${closesOn}T00:00Z`).getUTCDay()));
        }
        assert.ok(opensAt < closesAt);
        assert.equal(graceEndsAt - closesAt, rule.graceHours * 3_600_000);
      }),
      { numRuns: 500 },
    );
  });
});
