import { expect } from 'chai';
import { squeezeStyle } from '../../../web/build/squeeze-style.ts';

const rulesOf = (text: string): string[] => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(({ cssText }) => cssText);
};

describe('the squeezing of styles', () => {
  it('leaves a style alone whose strings it could change', () => {
    for (const style of ['a { content: "two  spaces" }', "a { content: ';' }", "a { content: 'x: y' }"])
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
});
