import { expect } from 'chai';
import { html } from 'lit';
import type { Meter } from '../../../shared/meter.ts';
import type { Reading } from '../../../shared/reading.ts';
import { coldWater, electricity, flat, history, hotWater } from '../support/flat.ts';
import { at, inWindow, reading } from '../support/household.ts';
import { companyProfile, Stage, until } from '../support/mount.ts';
import { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/home.ts';

describe('the home screen', () => {
  let stage: Stage;
  let store: TestAppStore;

  async function open({
    meters = flat,
    readings = history(),
    locked = false,
    now = inWindow,
  }: {
    meters?: readonly Meter[];
    readings?: readonly Reading[];
    locked?: boolean;
    now?: number;
  } = {}) {
    store = new TestAppStore(await companyProfile());
    store.databases.wall = now;
    await store.fill(meters, readings);
    if (locked) await store.databases.cache.write('locked', ['2026-11']);
    stage = await Stage.open(html`<home-screen></home-screen>`, { store });
    await until(() => stage.all('meter-card').length > 0);
    await stage.settled();
  }

  afterEach(async () => {
    stage.close();
    await store.close();
  });

  describe('after the period was given to billing (W6)', () => {
    it('invites nobody to read, and says what becomes of a later reading', async () => {
      await open({ locked: true });
      expect(stage.text).to.contain('Readings for November 2026');
      expect(stage.text).to.contain('A later reading is kept, and the office will settle the difference.');
      expect(stage.text).not.to.contain('Open until').and.not.contain('0 of 3 read');
      expect(stage.all('a.primary')).to.have.length(0);
      expect(stage.button('See readings').getAttribute('href')).to.equal('/readings');
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('does not say that what was read can still be corrected', async () => {
      const read = [coldWater, hotWater].map(({ id }, at) =>
        reading('2026-11', { B: 261_000 - at * 100_000 }, { meter: id, state: 'accepted' }),
      );
      await open({ meters: [coldWater, hotWater], readings: [...history(), ...read], locked: true });
      expect(stage.text).to.contain('November 2026 was given to billing.').and.not.contain('still correct');
    });

    it('says nothing of it any more when the window has closed', async () => {
      await open({ locked: true, now: at('2026-12-05T12:00') });
      expect(stage.text).to.contain('Opens on 27 December').and.not.contain('given to billing');
    });
  });

  it('does not say that everything is done while the office checks a reading', async () => {
    const doubted = reading('2026-11', { B: 261_000 }, { state: 'review', meter: coldWater.id });
    await open({ meters: [coldWater], readings: [...history(), doubted] });
    expect(stage.text).not.to.contain('Everything is handed in');
    expect(stage.text)
      .to.contain('All meters are read')
      .and.contain('The office is checking a reading for November 2026.');
  });

  it('an estimate does not stand for what was handed in (M3)', async () => {
    const estimate = reading('2026-11', { B: 262_000 }, { kind: 'estimate', meter: coldWater.id });
    const own = reading('2026-11', { B: 261_000 }, { state: 'review', meter: coldWater.id });
    await open({ meters: [coldWater], readings: [...history(), estimate, own] });
    expect(stage.text).to.contain('the office is checking it').and.contain('261.000');
  });

  it('says until when each meter is verified, and warns from 60 days before the end on (W8)', async () => {
    const until61 = { ...coldWater, verifiedUntil: '2027-01-28' } as const;
    const until60 = { ...hotWater, verifiedUntil: '2027-01-27' } as const;
    const until7 = { ...electricity, verifiedUntil: '2026-12-05' } as const;
    await open({ meters: [until61, until60, until7] });
    expect(stage.text).to.contain('Verified until 28 Jan 2027');
    expect(stage.all('.warning').map(({ className, textContent }) => [className.trim(), textContent])).to.deep.equal([
      ['warning grave', 'Verification ends in 7 days'],
      ['warning', 'Verification ends in 60 days'],
    ]);
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
