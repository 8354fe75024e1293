import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { captureInterval, surelyBefore, type Timeliness, timeliness } from '../../shared/capture.ts';
import { windowOf } from '../../shared/window.ts';
import { vectors } from '../support/vectors.ts';

const cases = vectors<{
  intervals: {
    title: string;
    wall: string;
    offset: number;
    beacon: string | null;
    arrived: string;
    earliest: string | null;
    best: string;
  }[];
  timeliness: { title: string; earliest: string | null; best: string; latest: string; is: Timeliness }[];
  order: {
    title: string;
    a: [earliest: string | null, latest: string];
    b: [earliest: string | null, latest: string];
    surelyBefore: boolean;
  }[];
}>('capture');

const epochMs = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const maybe = (text: string | null): number | null => (text === null ? null : epochMs(text));

const june = windowOf(
  { opensOn: 27, closesOn: 31, timeZone: 'Europe/Riga', graceHours: 12, shift: 'none', holidays: [] },
  '2017-06',
);

describe('when a reading was captured', () => {
  for (const { title, wall, offset, beacon, arrived, earliest, best } of cases.intervals) {
    it(title, () => {
      const interval = captureInterval({ wall: epochMs(wall), offset }, maybe(beacon), epochMs(arrived));
      assert.deepEqual(interval, { earliest: maybe(earliest), best: epochMs(best), latest: epochMs(arrived) });
    });
  }
});

describe('whether it was captured in the window', () => {
  for (const { title, earliest, best, latest, is } of cases.timeliness) {
    it(title, () => {
      const capture = { earliest: maybe(earliest), best: epochMs(best), latest: epochMs(latest) };
      assert.equal(timeliness(capture, june), is);
    });
  }
});

describe('which of two was captured first', () => {
  for (const { title, a, b, surelyBefore: is } of cases.order) {
    it(title, () => {
      const [first, second] = [a, b].map(([earliest, latest]) => ({
        earliest: maybe(earliest),
        best: epochMs(latest),
        latest: epochMs(latest),
      }));
      assert.ok(first && second);
      assert.equal(surelyBefore(first, second), is);
    });
  }
});
