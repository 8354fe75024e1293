import { expect } from 'chai';
import type { Period } from '../../../shared/period.ts';
import { speak } from '../support/mount.ts';

const languages = ['en', 'lv', 'ru'] as const;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

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

describe('what is written without Intl is what Intl writes', () => {
  for (const language of languages) {
    it(`quantities, but for thousands marks (${language})`, async () => {
      const words = await speak(language);
      for (const [value, decimals] of [
        [0, 0],
        [5, 3],
        [252_000, 3],
        [-1_250, 2],
        [123_456_789_012, 3],
        [-7, 0],
      ] as const) {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false };
        const format = new Intl.NumberFormat(words.locale, digits);
        expect(words.quantity(value, decimals)).to.equal(format.format(value / 10 ** decimals).replace('-', '\u2212'));
      }
    });

    it(`counts (${language})`, async () => {
      const words = await speak(language);
      for (const days of [2, 11, 21, 999]) {
        expect(words.text('meter-verified-soon', { days })).to.contain(
          new Intl.NumberFormat(words.locale).format(days),
        );
      }
    });

    it(`times (${language})`, async () => {
      const words = await speak(language);
      const options = { hour: '2-digit', minute: '2-digit', timeZone: words.timeZone } as const;
      const format = new Intl.DateTimeFormat(words.locale, options);
      for (const at of ['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-11-21T22:05:00.000Z'].map(
        Date.parse,
      )) {
        expect(words.time(at)).to.equal(format.format(at));
      }
    });

    it(`months with their year (${language})`, async () => {
      const words = await speak(language);
      const format = new Intl.DateTimeFormat(words.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const period = `2026-${String(month).padStart(2, '0')}` as Period;
        expect(plain(words.period(period))).to.equal(plain(format.format(Date.parse(`${period}-15`))));
      }
    });
  }

  for (const language of ['lv', 'ru'] as const) {
    it(`days with their year (${language})`, async () => {
      const words = await speak(language);
      const format = new Intl.DateTimeFormat(words.locale, {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        timeZone: 'UTC',
      });
      expect(words.date('2026-09-01')).to.equal(format.format(Date.parse('2026-09-01')));
    });
  }
});

describe('dates', () => {
  it('are the day before the month in English', async () => {
    expect((await speak('en')).date('2026-09-01')).to.equal('1 Sep 2026');
  });

  for (const [language, month] of [
    ['en', 'Jun'],
    ['lv', 'jūn'],
    ['ru', 'июн'],
  ] as const) {
    it(`have a month of three letters where there is no room (${language})`, async () => {
      expect((await speak(language)).shortMonth('2026-06')).to.equal(month);
    });
  }

  const at = Date.parse('2026-05-27T11:03:00.000Z');
  for (const [language, sameYear, otherYear] of [
    ['en', '27 May, 14:03', '27 May 2026, 14:03'],
    ['lv', '27. maijā 14:03', '2026. gada 27. maijā 14:03'],
    ['ru', '27 мая, 14:03', '27 мая 2026 г., 14:03'],
  ] as const) {
    it(`have a time, and a year only where it is another one (${language})`, async () => {
      const words = await speak(language);
      expect(plain(words.moment(at, at))).to.equal(sameYear);
      expect(plain(words.moment(at, Date.parse('2027-01-01T00:00:00.000Z')))).to.equal(otherYear);
    });
  }
});
