import { expect } from 'chai';
import type { SaveAnswer } from '../../../web/store/views.ts';
import { coldWater, electricity } from '../support/flat.ts';
import { press, type Stage, type, until } from '../support/mount.ts';
import { draftsIn, enter, fieldsOf, operationsIn, readingsForEachTest, save } from '../support/readings-screen.ts';
import type { TestAppStore } from '../support/test-app.ts';

describe('the readings screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = readingsForEachTest((screen) => {
    ({ stage, store } = screen);
  });

  it('saves all registers of a meter together, by the keyboard alone', async () => {
    await open({ meters: [electricity] });
    await enter(stage, '9940.1');
    press(fieldsOf(stage)[0] as HTMLInputElement, 'Enter');
    await stage.settled();
    expect(stage.all('meter-face')[1]?.shadowRoot?.activeElement?.id).to.equal('field');
    type(fieldsOf(stage)[1] as HTMLInputElement, '3090,25');
    press(fieldsOf(stage)[1] as HTMLInputElement, 'Enter');
    await stage.shows('Saved on this phone');
    expect(stage.text).to.contain('It will be handed in by itself');
    const [operation] = await operationsIn(store);
    expect(operation?.sealed.body).to.have.deep.property('values', { T1: 994_010, T2: 309_025 });
    expect(await draftsIn(store)).to.have.length(0);
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('keeps a draft per keystroke, and shows it when the app is opened again', async () => {
    await open();
    await enter(stage, '26');
    stage.close();
    await store.saveDraft(store.state.account ?? '', {
      meter: coldWater.id,
      period: '2026-11',
      text: { B: '261' },
      supersedes: null,
    });
    await open({ store });
    expect(fieldsOf(stage)[0]?.value).to.equal('261');
  });

  it('stays as it is while it is being saved, and what comes meanwhile changes nothing', async () => {
    await open();
    await enter(stage, '261');
    const asked: ((answer: SaveAnswer) => void)[] = [];
    store.saveReading = () => new Promise((resolve) => asked.push(resolve));
    await save(stage);
    await until(() => fieldsOf(stage)[0]?.readOnly === true);
    expect(fieldsOf(stage)[0]?.getAttribute('aria-disabled')).to.equal('true');
    expect(await stage.complaints()).to.deep.equal([]);
    await enter(stage, '999');
    expect(fieldsOf(stage)[0]?.value).to.equal('261');
    await until(() => asked.length > 0);
    asked[0]?.({ saved: false, problems: [], ask: false });
    await until(() => fieldsOf(stage)[0]?.readOnly === false);
    expect((await draftsIn(store)).map(({ text }) => text)).to.deep.equal([{ B: '261' }]);
  });

  it('a full storage is called so while typing, once', async () => {
    await open();
    store.saveDraft = async () => ({ code: 'storage_full' });
    await enter(stage, '261');
    await stage.shows('Free some space');
    expect(stage.all('problem-note')).to.have.length(1);
    expect(fieldsOf(stage)[0]?.value).to.equal('261');
  });
});
