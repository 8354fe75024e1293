import { expect } from 'chai';
import { compileWords } from '../../../web/build/compile-words.ts';
import { Words } from '../../../web/words/words.ts';

describe('the compiling of words', () => {
  it('refuses by name what Fluent would skip in silence', () => {
    expect(() => compileWords('good = fine\nbad = { $unclosed\n')).to.throw('bad');
  });

  it('refuses a message that stands twice', () => {
    expect(() => compileWords('twice = once\ntwice = again\n')).to.throw('twice');
  });

  it('refuses attributes, which our words do not have', () => {
    expect(() => compileWords('button = Send\n    .title = Sends it\n')).to.throw('button');
  });

  it('keeps plurals, variables and references', () => {
    const text = [
      'who = the office',
      'left = { $days ->',
      '    [one] { $days } day',
      '   *[other] { $days } days',
      ' } for { who }',
    ];
    const options = { timeZone: 'Europe/Riga', device: 'phone' } as const;
    const words = new Words('en', JSON.parse(JSON.stringify(compileWords(text.join('\n')))), options);
    expect(words.text('left', { days: 1 })).to.equal('1 day for the office');
    expect(words.text('left', { days: 3 })).to.equal('3 days for the office');
  });
});
