import { expect } from 'chai';
import type { Reading } from '../../../shared/reading.ts';
import { coldWater, history } from '../support/flat.ts';
import { reading } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { enter, fieldsOf, operationsIn, readingsForEachTest, save } from '../support/readings-screen.ts';
import type { TestAppStore } from '../support/test-app.ts';

describe('the readings screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = readingsForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  it('corrects what was saved, naming the reading that it corrects (W7)', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'accepted' });
    await open({ readings: [...history(), { ...before, meter: coldWater.id }] });
    expect(stage.text).to.contain('Received');
    stage.button('Correct').click();
    await stage.settled();
    expect(fieldsOf(stage)[0]?.value).to.equal('261.000');
    await enter(stage, '261,5');
    await save(stage);
    await stage.shows('Saved on this phone');
    const [operation] = await operationsIn(store);
    expect(operation?.sealed.body).to.have.property('supersedes', before.id);
  });

  it('leaves a reading as it is when a correction is given up', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
    await open({ readings: [...history(), before] });
    stage.button('Correct').click();
    await stage.settled();
    await enter(stage, '262');
    stage.button('Leave as it is').click();
    await stage.settled();
    await until(() => fieldsOf(stage).length === 0);
    expect(stage.button('Correct').isConnected).to.equal(true);
    expect(await operationsIn(store)).to.have.length(0);
  });

  it('withdraws only after a question (W7)', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
    await open({ readings: [...history(), before] });
    stage.button('Withdraw').click();
    await stage.shows('Withdraw this reading?');
    expect(stage.text).to.contain('You can enter a new one until 30 November.');
    expect(await stage.complaints()).to.deep.equal([]);
    const answers = stage.all('dialog button, [slot="answers"] button');
    expect(answers.at(-1)?.textContent?.trim()).to.equal('Keep');
    (answers.find((answer) => answer.textContent?.trim() === 'Withdraw') as HTMLElement).click();
    await until(() => fieldsOf(stage).length === 1);
    const [operation] = await operationsIn(store);
    expect(operation?.sealed).to.deep.include({ kind: 'reading-withdrawn', body: { reading: before.id } });
  });

  it('does not let change what is in billing (I9)', async () => {
    const before = reading('2026-11', { B: 261_000 }, { state: 'billed', meter: coldWater.id });
    await open({ readings: [...history(), before] });
    expect(stage.text).to.contain('In billing').and.contain('cannot be changed. Please call us.');
    expect(stage.all('button')).to.have.length(0);
  });

  describe('beside the reading that counts', () => {
    const standing = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
    const beside = (change: Partial<Reading>) =>
      reading('2026-11', { B: 263_500 }, { meter: coldWater.id, receivedAt: '2026-11-28T08:15:00.000Z', ...change });

    it('shows one from elsewhere that waits for the office, its values and since when (C4)', async () => {
      const other = beside({ state: 'review', problems: [{ code: 'concurrent_reading' }] });
      await open({ readings: [...history(), standing, other] });
      expect(stage.text).to.contain('Waits for the office Received 28 Nov, 10:15 – the office is checking it');
      expect(stage.find('reading-row').shadowRoot?.querySelector('.values')?.textContent).to.contain('263.500');
      expect(stage.text).to.contain('Another reading for the same month came from another device.');
      expect(stage.button('Correct').isConnected).to.equal(true);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('shows a correction that came after billing was given the period, which stays as it was (W6)', async () => {
      const late = beside({ state: 'late', supersedes: standing.id });
      await open({ readings: [...history(), standing, late] });
      expect(stage.text).to.contain('Received 28 Nov, 10:15 – after billing, the office will settle it');
      expect(stage.all('reading-row')).to.have.length(1);
    });

    it('an estimate does not hide what was handed in (M3)', async () => {
      const estimate = reading('2026-11', { B: 262_000 }, { kind: 'estimate', meter: coldWater.id });
      await open({ readings: [...history(), estimate, beside({ state: 'review' })] });
      expect(fieldsOf(stage)).to.have.length(0);
      expect(stage.find('.counter .visually-hidden').textContent).to.equal('Reading: 263.500 m³');
      expect(stage.text).to.contain('the office is checking it');
    });
  });
});
