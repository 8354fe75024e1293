import { expect } from 'chai';
import { coldWater, electricity, flat, history, hotWater } from '../support/flat.ts';
import { account, reading } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { enter, fieldsOf, readingsForEachTest } from '../support/readings-screen.ts';
import type { TestAppStore } from '../support/test-app.ts';

describe('the readings screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = readingsForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  it('says whose meters these are, and lets somebody with several accounts choose', async () => {
    await open();
    expect(stage.text).to.contain(`${account.address} · Account ${account.number}`);
    const other = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '54321', address: 'Saules 3' };
    store.change({ accounts: [account, other] });
    await stage.settled();
    const choice = stage.find<HTMLSelectElement>('select');
    expect(choice.selectedOptions[0]?.textContent).to.contain(account.address).and.contain(account.number);
    choice.value = other.id;
    choice.dispatchEvent(new Event('change'));
    await until(() => store.state.account === other.id);
  });

  it('says until when each meter is verified, and warns before and after the end (W8)', async () => {
    const ended = { ...hotWater, verifiedUntil: '2026-11-27' } as const;
    await open({ meters: [coldWater, ended, { ...electricity, verifiedUntil: '2026-12-20' }] });
    expect(stage.all('.warning').map(({ className, textContent }) => [className.trim(), textContent])).to.deep.equal([
      ['warning', 'Verification ends in 22 days'],
      ['warning grave', 'Verification ended on 27 Nov 2026'],
    ]);
    expect(stage.text).to.contain('Verified until 1 Jan 2030');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('names the meter and the register of every field and figure', async () => {
    await open({ meters: flat });
    const names = fieldsOf(stage).map((field) => field.labels?.[0]?.querySelector('.visually-hidden')?.textContent);
    expect(names).to.include('Cold water, Virtuve, No. 21883-12, new reading in m³');
    expect(names).to.include('Electricity, No. 12765948, T2 · night, new reading in kWh');
    expect(new Set(names).size).to.equal(4);
    const groups = stage.all('meter-face').map((face) => face.shadowRoot?.querySelector('[role="group"]')?.ariaLabel);
    expect(new Set(groups).size).to.equal(4);
    expect(groups).to.include('Electricity, No. 12765948, T1 · day');
  });

  describe('on a narrow phone with type of twice the size, in the language of the longest words', () => {
    beforeEach(() => {
      document.documentElement.style.fontSize = '200%';
    });
    afterEach(() => document.documentElement.style.removeProperty('font-size'));

    const beyond = () => {
      const { right } = stage.host.getBoundingClientRect();
      return stage
        .all('*')
        .filter((one) => !one.matches('.visually-hidden, option') && one.getBoundingClientRect().right > right + 1)
        .map((one) => `${one.localName}.${one.className}`);
    };

    it('nothing of an entry with its question is cut off', async () => {
      await open({ meters: [electricity], language: 'ru' });
      stage.host.style.width = '320px';
      await enter(stage, '3090,5');
      await enter(stage, '9940,25', 1);
      stage.button('Сохранить').click();
      await stage.shows('поменять местами');
      expect(beyond()).to.deep.equal([]);
    });

    it('nor of what was handed in, and what waits beside it', async () => {
      const given = () => reading('2026-11', { T1: 994_010, T2: 309_025 }, { meter: electricity.id });
      const waits = { ...given(), state: 'review', problems: [{ code: 'concurrent_reading' }] } as const;
      await open({
        meters: [electricity],
        readings: [...history(), { ...given(), state: 'accepted' }, waits],
        language: 'ru',
      });
      stage.host.style.width = '320px';
      await stage.settled();
      expect(stage.all('reading-row')).to.have.length(1);
      expect(beyond()).to.deep.equal([]);
    });
  });

  it('is clean for axe with everything on it', async () => {
    await open({ meters: flat });
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
