import { expect } from 'chai';
import { html } from 'lit';
import { hotWater, oldHotWater } from '../support/flat.ts';
import { account } from '../support/household.ts';
import type { Stage } from '../support/mount.ts';
import { type Given, screenForEachTest } from '../support/screen.ts';
import '../../../web/screens/meter.ts';

describe('the meter screen', () => {
  let stage: Stage;
  const openScreen = screenForEachTest(
    (screen) => {
      stage = screen.stage;
    },
    ['readings', 'history'],
  );
  const open = (id: string, given: Given = {}) => openScreen(html`<meter-screen .meterId=${id}></meter-screen>`, given);

  it('says so of a meter that is not here', async () => {
    await open(account.id);
    await stage.shows('This meter is not here');
  });

  it('warns before the verification ends, and when it has (W8)', async () => {
    await open(hotWater.id, { language: 'lv' });
    await stage.shows('Verificēšanas termiņš beidzas pēc 22 dienām');
    await open(hotWater.id, {
      meters: [{ ...hotWater, verifiedUntil: '2026-11-27' }],
    });
    await stage.shows('Verification ended on 27 Nov 2026');
  });

  it('shows what it replaced, its use, and every reading', async () => {
    await open(hotWater.id);
    await stage.shows('In place of No. 168500-12');
    expect(stage.button('No. 168500-12').getAttribute('href')).to.equal(`/meters/${oldHotWater.id}`);
    expect(stage.all('use-chart')).to.have.length(1);
    expect(stage.find('meter-history').shadowRoot?.querySelectorAll('li')).to.have.length(26);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  describe('of a replaced meter', () => {
    it('leads to the one that took its place', async () => {
      await open(oldHotWater.id);
      await stage.shows('Replaced by No. 59537062');
      expect(stage.text).to.contain('Taken out 31 May 2025');
      expect(stage.button('No. 59537062').getAttribute('href')).to.equal(`/meters/${hotWater.id}`);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  });
});
