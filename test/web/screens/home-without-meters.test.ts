import { expect } from 'chai';
import { html } from 'lit';
import type { Stage } from '../support/mount.ts';
import { screenForEachTest } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/home.ts';

describe('the home screen without meters', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = screenForEachTest((screen) => {
    ({ stage, store } = screen);
  });
  const home = html`<home-screen></home-screen>`;

  it('before the first contact: says that the meters are on their way, with what has come', async () => {
    await open(home, {
      state: {
        accounts: [],
        account: null,
        ...syncState({ state: 'working', pulled: false, lastContactAt: null, progress: 120 }),
      },
    });
    await stage.shows('Getting your meters… 120 rows so far');
  });

  it('offline and empty: says what to do once', async () => {
    await open(home, {
      state: { accounts: [], account: null, ...syncState({ state: 'offline', pulled: false, lastContactAt: null }) },
    });
    await stage.shows('Your meters are not on this phone yet Connect to the internet once.');
  });

  it('just signed in: does not say that there are no meters before any could have come', async () => {
    await open(home, { meters: [], readings: [], state: syncState({ state: 'working', pulled: false }) });
    await stage.shows('Getting your meters…');
    expect(stage.text).not.to.contain('No meters here yet');
  });

  it('once a pull was answered: a later one does not make it look as if meters were on their way', async () => {
    await open(home, { meters: [], readings: [], state: syncState({ state: 'working' }) });
    await stage.shows('No meters here yet');
    store.change(syncState({ state: 'offline', silence: 'no-network' }));
    await stage.settled();
    expect(stage.text).to.contain('No meters here yet');
    store.change({ accounts: [], account: null, ...syncState({ state: 'working' }) });
    await stage.shows('No account is linked to you');
  });

  it('without an account or a meter: says whom to ask', async () => {
    await open(home, { state: { accounts: [], account: null } });
    await stage.shows('No account is linked to you');
    await open(home, { meters: [], readings: [] });
    await stage.shows('No meters here yet');
  });
});
