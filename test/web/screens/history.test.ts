import { expect } from 'chai';
import { html } from 'lit';
import { coldWater, history, hotWater } from '../support/flat.ts';
import { reading } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { screenForEachTest } from '../support/screen.ts';
import type { TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/history.ts';

describe('the history screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = screenForEachTest(
    (screen) => {
      ({ stage, store } = screen);
    },
    ['readings', 'history'],
  );
  const screen = html`<history-screen></history-screen>`;

  it('says so while there is nothing', async () => {
    await open(screen, { readings: [] });
    await stage.shows('No readings yet Your readings will be listed here');
  });

  it('lists period, last change and billing, the newest first, and adds to the open one', async () => {
    await open(screen, { language: 'ru' });
    await stage.shows('Октябрь 2026 г.');
    const rows = stage.all('tbody tr').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(rows[0]).to.equal('Октябрь 2026 г. 28.10.2026 Да');
    expect(stage.button('Добавить показания').getAttribute('href')).to.equal('/readings');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('invites nobody to add once the period was given to billing (W6)', async () => {
    await open(screen);
    await stage.shows('Add readings');
    await store.databases.cache.write('locked', ['2026-11']);
    await until(() => !stage.text.includes('Add readings'));
    expect(stage.text).to.contain('October 2026');
  });

  it('says of each meter how long it is verified (W8)', async () => {
    await open(screen, { meters: [coldWater, hotWater] });
    await stage.shows('Verified until 1 Jan 2030');
    expect(stage.text).to.contain('Verification ends in 22 days');
  });

  it('withdraws the readings of the open period, but only after a question', async () => {
    const fresh = [coldWater, hotWater].map(({ id }, at) =>
      reading('2026-11', { B: 261_000 - at * 100_000 }, { meter: id, state: 'accepted' }),
    );
    await open(screen, { readings: [...history(), ...fresh] });
    await stage.shows('Edit');
    stage.button('Withdraw').click();
    await stage.shows('Withdraw all readings for November 2026?');
    expect(await stage.complaints()).to.deep.equal([]);
    const yes = stage.all('[slot="answers"] button').find((button) => button.textContent?.trim() === 'Withdraw');
    yes?.click();
    await until(async () => (await store.databases.outbox.operations.count()) === 2);
    await until(() => stage.all('tbody button').length === 0);
  });
});
