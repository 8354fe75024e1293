import { expect } from 'chai';
import { html } from 'lit';
import { inWindow } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { screenForEachTest } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/screens/more.ts';

describe('the "more" screen', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = screenForEachTest(
    (screen) => {
      ({ stage, store } = screen);
    },
    ['more'],
  );
  const screen = html`<more-screen></more-screen>`;

  it('is clean for axe, with everything on it', async () => {
    await open(screen, {
      state: {
        install: 'prompt',
        storage: 'evictable',
        ...syncState({ state: 'waiting', queued: 3, nextAttemptAt: inWindow + 60_000 }),
      },
    });
    expect(stage.text).to.contain('3 readings wait on this phone. Next attempt at 12:01');
    expect(await stage.complaints()).to.deep.equal([]);
    stage.button('Hand in now').click();
    stage.button('Keep them safely').click();
    stage.button('Put it there').click();
    expect(store.calls).to.deep.equal(['sendNow', 'askPersistence', 'promptInstall']);
  });

  for (const [came, why, said] of [
    [
      'no network',
      syncState({ state: 'offline', queued: 1, silence: 'no-network' }),
      '12:00: No connection. Everything is kept here',
    ],
    [
      'nobody who answers',
      syncState({ state: 'waiting', queued: 1 }),
      '12:00: The company does not answer now. Everything is kept',
    ],
    ['everything handed in', syncState({ state: 'idle' }), '12:00: Everything you saved is handed in'],
  ] as const) {
    it(`"hand in now" says what came of it: ${came}`, async () => {
      await open(screen, { state: syncState({ state: 'waiting', queued: 1 }) });
      expect(stage.text).not.to.contain('12:00:');
      store.sendNow = async () => store.change(why);
      stage.button('Hand in now').click();
      await stage.shows(said);
      expect(await stage.complaints()).to.deep.equal([]);
    });
  }

  it('leads to the user’s own account, also where no premises are known', async () => {
    await open(screen, { state: { accounts: [], account: null } });
    expect(stage.button('My account').getAttribute('href')).to.equal('/account');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says that the browser did not agree to keep what is saved, and what helps', async () => {
    await open(screen, { state: { storage: 'evictable' }, language: 'lv' });
    stage.button('Glabāt droši').click();
    await stage.shows('Pārlūks to neatļāva.');
    store.change({ storage: 'kept' });
    await until(() => !stage.text.includes('Pārlūks to neatļāva.'));
  });

  it('keeps no room for what it has not said yet', async () => {
    await open(screen, { state: syncState({ state: 'idle' }) });
    const button = stage.button('Hand in now');
    const card = button.closest('.card') as HTMLElement;
    const edge = Number.parseFloat(getComputedStyle(card).paddingBottom) + 2;
    expect(card.getBoundingClientRect().bottom - button.getBoundingClientRect().bottom).to.be.at.most(edge);
  });

  it('signs out after one question where nothing waits', async () => {
    await open(screen);
    stage.button('Sign out').click();
    await stage.shows('Sign out?');
    expect(await stage.complaints()).to.deep.equal([]);
    const [leave] = stage.all('[slot="answers"] button');
    leave?.click();
    await until(() => store.calls.length > 0);
    expect(store.calls).to.deep.equal(['signOut false']);
    await until(() => stage.navigated.length > 0);
    expect(stage.navigated).to.deep.equal(['/']);
  });

  it('offers three ways where something is unsent, and stays when it could not be sent', async () => {
    await open(screen, { state: syncState({ queued: 2 }) });
    stage.button('Sign out').click();
    await stage.shows('Not everything is handed in');
    expect(stage.text).to.contain('2 readings wait on this phone.');
    expect(await stage.complaints()).to.deep.equal([]);
    store.outside.sent = false;
    stage.button('Hand in, then sign out').click();
    await stage.shows('They could not be handed in now.');
    stage.button('Sign out and keep them here').click();
    await until(() => store.calls.length === 2);
    expect(store.calls).to.deep.equal(['signOut true', 'signOut false']);
    stage.button('Stay signed in').click();
    await until(() => !stage.text.includes('Not everything is handed in'));
  });
});
