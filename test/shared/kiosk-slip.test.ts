import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeWithoutNumber, receiptNumber, typedSerial, withoutNumber } from '../../shared/kiosk-slip.ts';

describe('what stands on a slip for a serial number', () => {
  it('is no place where somebody began a number with a dash', () => {
    for (const typed of ['- 12345', ' -  12345 ']) {
      assert.equal(typedSerial(typed), '12345');
      assert.equal(placeWithoutNumber(typedSerial(typed)), null);
    }
    assert.equal(typedSerial('-12345'), '-12345');
    assert.equal(placeWithoutNumber('-12345'), null);
  });

  it('says of a meter without a number where it hangs, if that was said', () => {
    assert.deepEqual(
      [placeWithoutNumber(withoutNumber()), placeWithoutNumber(withoutNumber('kitchen'))],
      ['', 'kitchen'],
    );
  });
});

describe('the number of a receipt', () => {
  it('is the end of the slip’s id, in two groups', () => {
    assert.equal(receiptNumber('01a2038e-ccc7-74ca-98af-d5af1a2b3c4d'), '1A2B-3C4D');
  });
});
