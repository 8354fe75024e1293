import { expect } from 'chai';
import { ClockCorrected } from '../../../web/clock.ts';
import { coldWater, history } from '../support/flat.ts';
import { at, inWindow, reading } from '../support/household.ts';
import type { Stage } from '../support/mount.ts';
import { enter, fieldsOf, operationsIn, readingsForEachTest, save } from '../support/readings-screen.ts';
import type { TestAppStore } from '../support/test-app.ts';

describe('the readings screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = readingsForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  describe('with a clock that jumped ahead after the last contact (C)', () => {
    async function jump(wall: number): Promise<void> {
      await open();
      store.clock.correct(await store.databases.store.contact());
      store.databases.wall = wall;
      // As after a quarter of an hour: the view is derived anew.
      store.clock.dispatchEvent(new ClockCorrected());
      await stage.shows('By this phone');
    }

    it('the period stays on offer, is saved, stays in sight and can be corrected', async () => {
      await jump(inWindow + 400 * 86_400_000);
      expect(stage.text).to.contain('Readings for November 2026');
      expect(stage.text.replace(/\u00a0/gu, ' ')).to.contain('the window closed on 30 November.');
      expect(await stage.complaints()).to.deep.equal([]);
      await enter(stage, '261');
      await save(stage);
      await stage.shows('Saved on this phone');
      expect(stage.text).to.contain('It is not certain that the reading was taken in time. The office will check it.');
      const [operation] = await operationsIn(store);
      expect(operation?.sealed.body).to.include({ period: '2026-11' });
      stage.button('Correct').click();
      await stage.settled();
      expect(fieldsOf(stage)[0]?.value).to.equal('261.000');
    });

    it('a contact after the close ends it', async () => {
      const late = at('2026-12-05T12:00');
      await jump(late);
      store.clock.correct({ serverTime: late, offset: 0, beacon: 'b', at: late });
      await stage.shows('Opens on 27 December');
      expect(fieldsOf(stage)).to.have.length(0);
    });
  });

  describe('after the period was given to billing (W6)', () => {
    const lock = () => store.databases.cache.write('locked', ['2026-11']);

    it('offers no correction, and says what becomes of a later reading', async () => {
      const before = reading('2026-11', { B: 261_000 }, { state: 'accepted', meter: coldWater.id });
      await open({ readings: [...history(), before] });
      expect(stage.text).to.contain('You can still correct a reading until');
      await lock();
      await stage.shows(
        'November 2026 was given to billing. A reading handed in later is kept, and the office will settle',
      );
      expect(stage.text).not.to.contain('You can still correct');
      expect(stage.text).to.contain('cannot be changed. Please call us.');
      expect(stage.all('button')).to.have.length(0);
      expect(await stage.complaints()).to.deep.equal([]);
    });

    it('takes a reading of a meter that was not read, with a word that it is late', async () => {
      await open();
      await lock();
      await stage.shows('November 2026 was given to billing.');
      await enter(stage, '261');
      await save(stage);
      await stage.shows('Saved on this phone');
      expect(stage.all('problem-note')).to.have.length(1);
      expect(await operationsIn(store)).to.have.length(1);
    });
  });
});
