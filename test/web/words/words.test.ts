import { expect } from 'chai';
import { speak } from '../support/mount.ts';

describe('a quantity as somebody would say it', () => {
  for (const [value, decimals, said] of [
    [0, 3, '0'],
    [456, 3, '0.46'],
    [4_000, 3, '4'],
    [4_123, 3, '4.1'],
    [9_949, 3, '9.9'],
    [9_960, 3, '10'],
    [10_400, 3, '10'],
    [123_456, 3, '123'],
    [1_234_567, 3, '1235'],
    [7, 0, '7'],
    [187, 0, '187'],
  ] as const) {
    it(`${value} with ${decimals} decimals is ${said}`, async () => {
      expect((await speak()).roughQuantity(value, decimals)).to.equal(said);
    });
  }

  it('has the mark of the language', async () => {
    expect((await speak('lv')).roughQuantity(4_123, 3)).to.equal('4,1');
    expect((await speak('ru')).roughQuantity(4_123, 3)).to.equal('4,1');
  });
});

describe('a day with its year', () => {
  for (const [language, said] of [
    ['en', '1 Sept 2026'],
    ['lv', '01.09.2026'],
    ['ru', '01.09.2026'],
  ] as const) {
    it(`is written as the language does (${language})`, async () => {
      expect((await speak(language)).date('2026-09-01')).to.equal(said);
    });
  }
});
