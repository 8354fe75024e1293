import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addMonths, type Day, daysInMonth, nextPeriod, type Period } from '../../shared/period.ts';
import { localDay, ruleAt, type WindowException, windowAt, windowOf, windowToOffer } from '../../shared/window.ts';
import { addExceptionInput } from '../../shared/window-forms.ts';
import { windowRule } from '../support/arbitraries.ts';

const months: Period[] = Array.from({ length: 8 }, (_, at) => addMonths('2026-08', at));

/** Some months in a row, of which some are by exception, wherever in what is allowed. */
const exceptions: fc.Arbitrary<WindowException[]> = fc
  .tuple(
    ...months.map((period) =>
      fc.option(
        fc
          .record({ opens: fc.integer({ min: 1, max: daysInMonth(period) }), runs: fc.integer({ min: 0, max: 61 }) })
          .map(({ opens, runs }): WindowException => {
            const first = `${period}-${String(opens).padStart(2, '0')}` as Day;
            const latest = `${nextPeriod(period)}-${daysInMonth(nextPeriod(period))}` as Day;
            const last = new Date(Date.parse(first) + runs * 86_400_000).toISOString().slice(0, 10) as Day;
            const closesOn = last < latest ? last : latest;
            return { period, building: null, service: null, opensOn: first, closesOn, reason: 'holidays' };
          }),
      ),
    ),
  )
  .map((chosen) => chosen.filter((one) => one !== null));

const place = { building: 'Riga street 1', service: 'gas' } as const;
const instant = fc.integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2027, 1, 1) });

describe('windows with exceptions, for every rule', () => {
  it('W9: what is made up here is what the office may say', () => {
    fc.assert(
      fc.property(exceptions, (given) => {
        for (const one of given) assert.ok(addExceptionInput.safeParse({ ...one, replaces: null }).success);
      }),
      { numRuns: 100 },
    );
  });

  it('W1, W9: an instant inside the window of a month is reported open, of overlapping windows that of the later month', () => {
    fc.assert(
      fc.property(windowRule, exceptions, instant, (by, given, at) => {
        const rule = ruleAt([by], place, given);
        const around = localDay(at, by.timeZone).slice(0, 7) as Period;
        const open = [-3, -2, -1, 0, 1, 2]
          .map((distance) => windowOf(rule, addMonths(around, distance)))
          .filter(({ opensAt, closesAt }) => opensAt <= at && at < closesAt);
        const state = windowAt(rule, at);
        assert.equal(state.open, open.length > 0);
        if (state.open) assert.deepEqual(state.window, open.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('W1, W9: when it is closed the next one lies ahead, and none lies between', () => {
    fc.assert(
      fc.property(windowRule, exceptions, instant, (by, given, at) => {
        const rule = ruleAt([by], place, given);
        const state = windowAt(rule, at);
        fc.pre(!state.open);
        assert.ok(state.next.opensAt > at);
        assert.deepEqual(windowToOffer(rule, at), state.next);
        const here = localDay(at, by.timeZone).slice(0, 7) as Period;
        for (let distance = -3; distance <= 3; distance++) {
          const { opensAt, closesAt } = windowOf(rule, addMonths(here, distance));
          assert.ok(closesAt <= at || opensAt >= state.next.opensAt);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('W9: windows open in the order of their months, each in its own, and months without exception are by rule', () => {
    fc.assert(
      fc.property(windowRule, exceptions, (by, given) => {
        const rule = ruleAt([by], place, given);
        let before = Number.NEGATIVE_INFINITY;
        for (const period of months) {
          const window = windowOf(rule, period);
          assert.equal(window.opensOn.slice(0, 7), period);
          assert.ok(window.opensAt > before);
          assert.ok(window.closesAt > window.opensAt);
          assert.equal(window.graceEndsAt - window.closesAt, by.graceHours * 3_600_000);
          before = window.opensAt;
          if (!given.some((one) => one.period === period)) assert.deepEqual(window, windowOf(by, period));
        }
      }),
      { numRuns: 200 },
    );
  });
});
