import { expect } from 'chai';
import { coldWater, electricity, flat } from '../support/flat.ts';
import { at } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { draftsIn, enter, fieldsOf, operationsIn, readingsForEachTest, save } from '../support/readings-screen.ts';
import type { TestAppStore } from '../support/test-app.ts';

describe('the readings screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = readingsForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  /** What has the focus, through every shadow root. */
  const focused = (root: Document | ShadowRoot = document): Element | null =>
    (root.activeElement?.shadowRoot && focused(root.activeElement.shadowRoot)) || root.activeElement;

  describe('refuses', () => {
    it('an empty field: it says so there, and saves nothing (V2)', async () => {
      await open();
      await save(stage);
      await stage.shows('Type what the meter shows.');
      expect(focused()?.id).to.equal('field');
      expect(await operationsIn(store)).to.have.length(0);
    });

    it('one register without the other: they are saved together (V4)', async () => {
      await open({ meters: [electricity] });
      await enter(stage, '9900');
      await save(stage);
      await stage.shows('Type what the meter shows.');
      expect(await operationsIn(store)).to.have.length(0);
    });

    it('a value below the previous one: it asks what happened, and the draft stays (M1, M4)', async () => {
      await open();
      await enter(stage, '25,9');
      await save(stage);
      await stage.shows('Lower than for October 2026: 257.800 m³.');
      expect(fieldsOf(stage)[0]?.getAttribute('aria-invalid')).to.equal('true');
      expect(stage.find('meter-entry').shadowRoot?.querySelector('[role="alert"] problem-note')).not.to.equal(null);
      expect(await operationsIn(store)).to.have.length(0);
      expect((await draftsIn(store)).map(({ text }) => text)).to.deep.equal([{ B: '25,9' }]);
    });

    it('swapped registers with one question, and nothing that its answer settles (M4)', async () => {
      await open({ meters: [electricity] });
      await enter(stage, '3090,5');
      await enter(stage, '9940,25', 1);
      await save(stage);
      await stage.shows('What happened?');
      expect(stage.all('problem-note')).to.have.length(1);
      expect(stage.text).to.contain('T1 · day Lower than for October 2026').and.not.contain('more than');
    });

    it('with the question in sight and in focus, however far below it is', async () => {
      await open({ meters: [electricity] });
      // As above an open keyboard: the faces fill what can be seen.
      stage.find('meter-entry').shadowRoot?.querySelector<HTMLElement>('.faces')?.style.setProperty('height', '120vh');
      await enter(stage, '1');
      await enter(stage, '3090,25', 1);
      scrollTo(0, 0);
      stage.button('Save').click();
      await stage.shows('What happened?');
      expect(focused()?.className).to.equal('choices');
      expect(focused()?.getAttribute('aria-label')).to.equal('What happened?');
      await until(() => {
        const { top, bottom } = stage.find('problem-note').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('entries while the window is closed: it says when it opens', async () => {
      await open({ now: at('2026-11-21T12:00') });
      expect(fieldsOf(stage)).to.have.length(0);
      expect(stage.text).to.contain('Opens on 27 November');
      expect(stage.text).to.contain('257.800 m³');
    });

    it('readings of a meter that was taken out (M7)', async () => {
      await open({ meters: flat });
      expect(stage.all('meter-entry')).to.have.length(3);
    });

    it('nothing without a word: storage that fails is said, and the draft stays', async () => {
      await open();
      await enter(stage, '261');
      store.saveReading = async () => ({ saved: false, problems: [{ code: 'storage_full' }], ask: false });
      await save(stage);
      await stage.shows('Free some space and press Save again');
      expect(fieldsOf(stage)[0]?.value).to.equal('261');
    });
  });

  describe('takes what the resident explains', () => {
    it('a slipped mark: the corrected value stands in the field, to be looked at and saved', async () => {
      await open();
      await enter(stage, '26,1');
      await save(stage);
      await stage.shows('What happened?');
      stage.button('The comma slipped – change to 261.000 m³').click();
      await stage.settled();
      expect(fieldsOf(stage)[0]?.value).to.equal('261.000');
      expect(await operationsIn(store)).to.have.length(0);
      await save(stage);
      await stage.shows('Saved on this phone');
      expect((await operationsIn(store)).map(({ sealed }) => sealed.body)).to.deep.include.members([
        {
          meter: coldWater.id,
          period: '2026-11',
          values: { B: 261_000 },
          claims: { rollover: [], confirmed: [], replaced: false },
          supersedes: null,
        },
      ]);
    });

    it('swapped registers: the texts change places', async () => {
      await open({ meters: [electricity] });
      await enter(stage, '3090,5');
      await enter(stage, '9940,25', 1);
      await save(stage);
      await stage.shows('What happened?');
      stage.button('I swapped T1 · day and T2 · night – swap them').click();
      await stage.settled();
      expect(fieldsOf(stage).map(({ value }) => value)).to.deep.equal(['9940,25', '3090,5']);
    });

    it('a replaced meter: saved with the resident’s word for the office (M4)', async () => {
      await open();
      await enter(stage, '1');
      await save(stage);
      await stage.shows('What happened?');
      stage.button('The meter was replaced – save').click();
      await stage.shows('Saved on this phone');
      const [operation] = await operationsIn(store);
      expect(operation?.sealed.body).to.have.deep.property('claims', { rollover: [], confirmed: [], replaced: true });
    });

    it('a use far above the usual one: only after a confirmation (U1)', async () => {
      await open();
      await enter(stage, '290');
      await save(stage);
      await stage.shows('So much used?');
      expect(await stage.complaints()).to.deep.equal([]);
      expect(await operationsIn(store)).to.have.length(0);
      stage.button('Change the reading').click();
      await stage.settled();
      expect(stage.all('dialog')).to.have.length(0);
      await save(stage);
      await stage.shows('So much used?');
      stage.button('Yes, the meter shows this – save').click();
      await stage.shows('Saved on this phone');
      const [operation] = await operationsIn(store);
      expect(operation?.sealed.body).to.have.deep.property('claims', {
        rollover: [],
        confirmed: ['B'],
        replaced: false,
      });
    });
  });
});
