import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isSameAddress, isSameHolder, isSameSerial, isTelling, whyNotTelling } from '../../shared/identity.ts';
import { vectors } from '../support/vectors.ts';

interface Pair {
  title: string;
  one: string;
  other: string;
  same: boolean;
}

const { holders, serials } = vectors<{ holders: Pair[]; serials: Pair[] }>('identity');

for (const [what, pairs, isSame] of [
  ['the name of a holder', holders, isSameHolder],
  ['a serial number', serials, isSameSerial],
] as const) {
  describe(what, () => {
    for (const { title, one, other, same } of pairs) {
      it(`${same ? 'is the same' : 'is another one'}: ${title}`, () => {
        assert.equal(isSame(one, other), same);
        assert.equal(isSame(other, one), same);
      });
    }
  });
}

describe('a serial number as a proof', () => {
  for (const placeholder of ['', '-', '—', '0', 'б/н', 'Б / Н', 'нет', 'nav', 'n/a', '№', '123', '1-2.3', '...---'])
    it(`tells nothing with fewer than four letters or digits: “${placeholder}”`, () => {
      assert.equal(isTelling(placeholder), false);
    });
  for (const placeholder of ['00000', '1111-1111', 'XXXX', 'без номера', 'отсутствует', 'bez numura', 'none'])
    it(`tells nothing where it stands for a number that there is not: “${placeholder}”`, () => {
      assert.equal(isTelling(placeholder), false);
    });
  for (const [serial, why] of [
    ['', 'nothing'],
    ['–', 'nothing'],
    ['12', 'short'],
    ['1-2.3', 'short'],
    ['б/н', 'short'],
    ['99999', 'one-sign'],
    ['777 777', 'one-sign'],
    ['XXXX', 'one-sign'],
    ['bez numura', 'no-digit'],
    ['AB12', null],
  ] as const)
    it(`says what is wrong with it: “${serial}”`, () => {
      assert.equal(whyNotTelling(serial), why);
    });
  for (const serial of ['1234', 'AB12', 'A 1 2 3', '№ 168500-12', '00000001', 'Ж-0017', '１２３４', '21-0048812'])
    it(`tells a meter from others: ${serial}`, () => {
      assert.equal(isTelling(serial), true);
    });
});

const letters = 'абвгдеёжийАБЕЁИЙabcxyzABCXYZāēīņšĀĒĪŅŠ.-‐0123456789’';
const name = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 24 }).map((signs) => signs.join(''));

describe('a holder’s name, whatever it is', () => {
  it('is the same with spaces anywhere, in another case, decomposed, and with е for ё', () => {
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom(' ', '\t', '\u00a0', '  '), (printed, place, space) => {
        const at = place % (printed.length + 1);
        for (const typed of [
          `${printed.slice(0, at)}${space}${printed.slice(at)}`,
          printed.toUpperCase(),
          printed.toLowerCase(),
          printed.normalize('NFD'),
          printed.replaceAll('ё', 'е').replaceAll('Ё', 'Е'),
        ]) {
          assert.ok(isSameHolder(typed, printed), `${typed} for ${printed}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is another one with any letter more, less or in the place of another', () => {
    const alike = (sign: string) => sign.toLowerCase().replace('ё', 'е');
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom(...letters), (printed, place, sign) => {
        const at = place % printed.length;
        const [before, here, after] = [printed.slice(0, at), printed.charAt(at), printed.slice(at + 1)];
        assert.ok(!isSameHolder(before + after, printed));
        assert.ok(!isSameHolder(before + sign + here + after, printed));
        if (alike(sign) !== alike(here)) assert.ok(!isSameHolder(before + sign + after, printed));
      }),
      { numRuns: 500 },
    );
  });
});

describe('an address that somebody wrote', () => {
  const latvian = 'Rīgas iela 1-12, Daugavpils';
  const russian = 'Московская обл., г. Звенигород, ул. Лесная, д. 19, кв. 4';

  it('is the stored one without its town, with a country, without marks and in whatever words for street and flat', () => {
    for (const written of [
      'rigas 1-12',
      'Rīgas iela 1 dz. 12',
      'Daugavpils, Rīgas street 1-12',
      `${latvian}, Latvija`,
    ]) {
      assert.ok(isSameAddress(latvian, written), written);
    }
    for (const written of ['Лесная 19-4', 'Звенигород, улица Лесная, дом 19, квартира 4']) {
      assert.ok(isSameAddress(russian, written), written);
    }
  });

  it('is another one with other numbers, or with the same ones in another street', () => {
    for (const written of [
      'Rīgas iela 1-13',
      'Rīgas iela 1',
      'Ziedu iela 1-12',
      'Ziedu iela 1-12, Daugavpils',
      '1-12',
    ]) {
      assert.ok(!isSameAddress(latvian, written), written);
    }
    assert.ok(!isSameAddress(russian, 'ул. Ульянова, д. 19, кв. 4, Звенигород'));
  });
});
