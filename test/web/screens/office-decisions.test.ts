import { expect } from 'chai';
import { html } from 'lit';
import type { Period } from '../../../shared/period.ts';
import type { Reading } from '../../../shared/reading.ts';
import { coldWater } from '../support/flat.ts';
import { reading } from '../support/household.ts';
import type { Stage } from '../support/mount.ts';
import { screenForEachTest } from '../support/screen.ts';
import '../../../web/screens/meter.ts';
import '../../../web/screens/period.ts';

describe('what the office decided', () => {
  let stage: Stage;
  const openScreen = screenForEachTest(
    (screen) => {
      stage = screen.stage;
    },
    ['readings', 'history'],
  );
  const period: Period = '2026-10';
  const water = (value: number, change: Partial<Reading>) =>
    reading(period, { B: value }, { meter: coldWater.id, ...change });

  async function open(...readings: Reading[]): Promise<void> {
    await openScreen(html`<period-screen .period=${period}></period-screen>`, { meters: [coldWater], readings });
    await stage.appears('.card');
  }

  it('is said of a reading that it refused, with the reason', async () => {
    await open(water(909_000, { state: 'refused', reason: 'The photo shows 90,9' }));
    await stage.shows('What the office decided');
    await stage.shows('Not accepted');
    await stage.shows('The office: “The photo shows 90,9”');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('is said of a reading that it corrected, with the reason', async () => {
    const corrected = water(90_900, { source: 'office', state: 'accepted', reason: 'As in the photo' });
    await open(water(909_000, { state: 'superseded' }), corrected);
    await stage.shows('Entered by the office');
    await stage.shows('The office: “As in the photo”');
    expect(stage.text).to.contain('90.900');
  });

  it('is said of a reading that it accepted after the month was billed (I9): nothing waits any more', async () => {
    await open(water(92_000, { state: 'billed' }), water(91_000, { state: 'late', adjustment: true }));
    await stage.shows('Accepted. The difference is settled with a later bill.');
    expect(stage.text).not.to.contain('Waits for the office');
    expect(stage.text).not.to.contain('the office will settle it');
  });

  it('is not said of what was handed in at the office’s tablet: that is said to be so', async () => {
    await openScreen(html`<meter-screen .meterId=${coldWater.id}></meter-screen>`, {
      meters: [coldWater],
      readings: [water(91_000, { source: 'kiosk', state: 'accepted' })],
    });
    await stage.shows('Handed in at the office’s tablet.');
    await stage.shows('Received');
    expect(stage.text).not.to.contain('Entered by the office');
    stage.close();
    await open(water(91_000, { source: 'kiosk', state: 'review' }));
    await stage.shows('Handed in at the office’s tablet.');
  });

  it('is said in the meter’s history too', async () => {
    await openScreen(html`<meter-screen .meterId=${coldWater.id}></meter-screen>`, {
      meters: [coldWater],
      readings: [water(91_000, { state: 'late', adjustment: true, reason: 'Checked on the spot' })],
    });
    await stage.shows('The office: “Checked on the spot”');
    await stage.shows('Accepted. The difference is settled with a later bill.');
  });
});
