import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTelling } from '../../shared/identity.ts';
import { resolveReading } from '../../shared/kiosk-resolve.ts';
import { placeWithoutNumber, withoutNumber } from '../../shared/kiosk-slip.ts';
import type { Meter, Register } from '../../shared/meter.ts';

const single: readonly Register[] = [{ code: 'B', digits: 5, decimals: 3, initial: 0 }];
const meter = (id: string, serial: string, more: Partial<Meter> = {}): Meter => ({
  id,
  account: 'account',
  service: 'cold-water',
  serial,
  place: '',
  unit: 'm3',
  ratio: 1,
  installedOn: '2015-01-01',
  verifiedUntil: null,
  retiredOn: null,
  replaces: null,
  registers: single,
  ...more,
});
const period = '2026-11';
const resolve = (
  serial: string,
  typed: readonly string[],
  meters: readonly Meter[],
  service: Meter['service'] | null = null,
) => resolveReading({ serial, service, typed }, period, meters);

describe('a reading of a slip', () => {
  it('is of no meter where none has its number, or none of the service', () => {
    const unknown = { ok: false, problems: [{ code: 'meter_unknown' }] };
    assert.deepEqual(resolve('2', ['1'], [meter('a', '1')]), unknown);
    assert.deepEqual(resolve('1', ['1'], [meter('a', '1')], 'gas'), unknown);
    assert.deepEqual(resolve('1', ['1'], []), unknown);
  });

  it('is of no certain meter where two have its number, unless the service tells', () => {
    const both = [meter('a', '1'), meter('b', '1', { service: 'hot-water' })];
    assert.deepEqual(resolve('1', ['1'], both), { ok: false, problems: [{ code: 'meter_unclear' }] });
    assert.deepEqual(resolve('1', ['1'], both, 'hot-water'), { ok: true, meter: 'b', values: { B: 1_000 } });
  });

  it('is of the meter that hangs there now where one of the same number was taken out before (M7)', () => {
    const old = meter('a', '1', { retiredOn: '2026-10-05' });
    assert.deepEqual(resolve('1', ['1'], [old, meter('b', '1')]), { ok: true, meter: 'b', values: { B: 1_000 } });
    assert.deepEqual(
      resolve('1', ['1'], [old]),
      { ok: true, meter: 'a', values: { B: 1_000 } },
      'what is wrong with it the rules tell',
    );
    const lately = meter('a', '1', { retiredOn: '2026-11-05' });
    assert.equal(resolve('1', ['1'], [lately, meter('b', '1')]).ok, false, 'both were read in this month');
  });

  it('names every text that does not fit the face, and every register too few or too many (V2, V4)', () => {
    const registers: readonly Register[] = [
      { code: 'T2', digits: 6, decimals: 2, initial: 0 },
      { code: 'T1', digits: 5, decimals: 0, initial: 0 },
      { code: 'T3', digits: 5, decimals: 0, initial: 0 },
    ];
    const meters = [meter('a', '1', { registers })];
    assert.deepEqual(resolve('1', ['1,5', '7777777'], meters), {
      ok: false,
      problems: [
        { code: 'too_many_decimals', decimals: 0, register: 'T1' },
        { code: 'too_many_digits', digits: 6, register: 'T2' },
        { code: 'register_missing', register: 'T3' },
      ],
    });
    assert.deepEqual(resolve('1', ['', 'x', '1', '2', '3'], meters), {
      ok: false,
      problems: [
        { code: 'value_empty', register: 'T1' },
        { code: 'value_not_a_number', register: 'T2' },
        { code: 'register_unknown', register: '4' },
        { code: 'register_unknown', register: '5' },
      ],
    });
    assert.deepEqual(resolve('1', ['1', '2,5', '3'], meters), {
      ok: true,
      meter: 'a',
      values: { T1: 1, T2: 250, T3: 3 },
    });
  });

  it('is of the meter whatever the case and the spaces of its number', () => {
    assert.equal(resolve(' ab 12', ['00126.5'], [meter('a', 'AB12')]).ok, true);
  });
});

describe('a meter on a slip that has no number', () => {
  for (const place of ['', 'kitchen', '2. stāva tualete', '- left'])
    it(`is named by where it hangs: “${place}”, and proves nothing without it`, () => {
      const serial = withoutNumber(place);
      assert.equal(placeWithoutNumber(serial), place);
      assert.equal(serial, serial.trim(), 'as it is sent');
    });
  it('is told from one that has a number', () => {
    for (const serial of ['59537062', '168500-12', '-12345', '', 'kitchen - left'])
      assert.equal(placeWithoutNumber(serial), null);
    assert.equal(isTelling(withoutNumber()), false);
  });
});
