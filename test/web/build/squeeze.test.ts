import { expect } from 'chai';
import { squeezeStyle, squeezeWords } from '../../../web/build/squeeze-text.ts';
import { Words } from '../../../web/words/words.ts';

const rulesOf = (text: string): string[] => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(({ cssText }) => cssText);
};

describe('what the build squeezes', () => {
  it('leaves a style alone whose strings it could change', () => {
    for (const style of ['a { content: "two  spaces" }', "a { content: ';' }"])
      expect(squeezeStyle(style)).to.equal(style);
  });

  it('says the same in a style, without its layout and comments', () => {
    const style = `
      /* why */
      :host([hidden]) > p + a:hover,
      ul li {
        inset: auto 0 calc(1rem + env(safe-area-inset-bottom));
        content: "";
      }
      @media (min-width: 56rem) and (max-height: 24rem) {
        a {
          color: var(--ink);
        }
      }
    `;
    expect(squeezeStyle(style)).to.equal(
      ':host([hidden]) > p + a:hover,ul li{inset:auto 0 calc(1rem + env(safe-area-inset-bottom));content:""}' +
        '@media (min-width:56rem) and (max-height:24rem){a{color:var(--ink)}}',
    );
    expect(rulesOf(squeezeStyle(style))).to.deep.equal(rulesOf(style));
  });

  it('says the same in every word of every language, without comments', async () => {
    for (const language of ['en', 'lv', 'ru'] as const) {
      const text = await (await fetch(`/shared/words/${language}.ftl`)).text();
      const squeezed = squeezeWords(text);
      expect(squeezed).not.to.match(/^#|\n\n/m);
      const options = { timeZone: 'Europe/Riga', device: 'phone' } as const;
      const [before, after] = [new Words(language, text, options), new Words(language, squeezed, options)];
      const values = { count: 2, days: 2, months: 2, month: 3, year: '2026', day: '5', file: 'f', why: 'no-network' };
      const { reportError: report } = globalThis;
      // Variables that are not given here are missing from both.
      globalThis.reportError = () => {};
      for (const [, key = ''] of text.matchAll(/^([\w-]+) =/gm)) {
        expect(after.text(key, values), key).to.equal(before.text(key, values));
      }
      globalThis.reportError = report;
    }
  });
});
