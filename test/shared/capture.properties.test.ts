import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { captureInterval, surelyBefore, timeliness } from '../../shared/capture.ts';
import { windowOf } from '../../shared/window.ts';
import { captureNear, epochMs, period, windowRule } from '../support/arbitraries.ts';

const anyOffset = fc.integer({ min: -1e14, max: 1e14 });
const windowAndCapture = fc
  .tuple(windowRule, period)
  .map(([rule, month]) => windowOf(rule, month))
  .chain((window) => fc.tuple(fc.constant(window), captureNear(window.opensAt)));

describe('capture times, for every clock', () => {
  it('C2: earliest ≤ best ≤ latest', () => {
    fc.assert(
      fc.property(epochMs, anyOffset, fc.option(epochMs), epochMs, (wall, offset, beaconAt, arrivedAt) => {
        const { earliest, best, latest } = captureInterval({ wall, offset }, beaconAt, arrivedAt);
        assert.ok((earliest ?? best) <= best && best <= latest);
        assert.equal(latest, arrivedAt);
        assert.equal(earliest === null, beaconAt === null);
      }),
      { numRuns: 500 },
    );
  });
  it('C2: the truth lies in the interval, whatever the device believes', () => {
    fc.assert(
      fc.property(epochMs, anyOffset, epochMs, fc.nat(), fc.nat(), (wall, offset, beaconAt, waited, travelled) => {
        const truth = beaconAt + waited;
        const { earliest, latest } = captureInterval({ wall, offset }, beaconAt, truth + travelled);
        assert.ok(earliest !== null && earliest <= truth && truth <= latest);
      }),
    );
  });
  it('C2: a clock that is right but for its offset is believed', () => {
    fc.assert(
      fc.property(anyOffset, epochMs, fc.nat(), fc.nat(), (offset, beaconAt, waited, travelled) => {
        const truth = beaconAt + waited;
        assert.equal(captureInterval({ wall: truth - offset, offset }, beaconAt, truth + travelled).best, truth);
      }),
    );
  });
  it('C3: every interval has one timeliness, and it agrees with every instant of the interval', () => {
    fc.assert(
      fc.property(windowAndCapture, fc.double({ min: 0, max: 1, noNaN: true }), ([window, capture], part) => {
        const is = timeliness(capture, window);
        const earliest = capture.earliest ?? Number.NEGATIVE_INFINITY;
        const inside = (at: number): boolean => at >= window.opensAt && at < window.closesAt;
        const from = capture.earliest ?? capture.latest - 90 * 86_400_000;
        const somewhere = from + Math.floor((capture.latest - from) * part);
        if (is === 'inside') assert.ok(inside(somewhere) && capture.earliest !== null);
        else if (is === 'outside') assert.ok(!inside(somewhere) && !inside(capture.best));
        else {
          // Some of it is outside and some inside; only the best guess and the grace tell the two apart.
          assert.ok(earliest < window.closesAt && capture.latest >= window.opensAt);
          assert.ok(!(inside(earliest) && inside(capture.latest)));
          assert.equal(is, inside(capture.best) && capture.latest < window.graceEndsAt ? 'uncertain' : 'unsure');
        }
      }),
      { numRuns: 1000 },
    );
  });
  it('C4: of two captures at most one is surely before the other', () => {
    fc.assert(
      fc.property(
        epochMs.chain((at) => fc.tuple(captureNear(at), captureNear(at))),
        ([a, b]) => {
          if (!surelyBefore(a, b)) return;
          assert.ok(a.best < b.best);
          assert.equal(surelyBefore(b, a), false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
