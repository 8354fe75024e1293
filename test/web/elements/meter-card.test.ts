import { expect } from 'chai';
import { html } from 'lit';
import { coldWater } from '../support/flat.ts';
import { Stage } from '../support/mount.ts';
import '../../../web/elements/meter-card.ts';

describe('meter-card', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  it('names service, place and serial number, and leads to the meter', async () => {
    stage = await Stage.open(html`<meter-card href="/meters/1" .meter=${coldWater}>inside</meter-card>`, {
      language: 'lv',
    });
    expect(stage.text).to.equal('Aukstais ūdens Virtuve · Nr. 21883-12 inside');
    expect(stage.find('a').getAttribute('href')).to.equal('/meters/1');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('breaks no serial number at its hyphens, wherever the line ends', async () => {
    const meter = { ...coldWater, serial: '21-/0048812' };
    stage = await Stage.open(html`<meter-card .meter=${meter}></meter-card>`);
    const text = document.createRange();
    const lines = [20, 19, 18, 17, 16, 15, 14, 13].map((rem) => {
      stage.host.style.width = `${rem}rem`;
      text.selectNodeContents(stage.find('.name .whole'));
      return new Set([...text.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).to.deep.equal(lines.map(() => 1));
  });
});
