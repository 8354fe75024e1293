import { expect } from 'chai';
import { html } from 'lit';
import { coldWater, electricity } from '../support/flat.ts';
import { row, submission } from '../support/household.ts';
import { type Stage, until } from '../support/mount.ts';
import { saveReading, withdrawReading } from '../support/saved-readings.ts';
import { screenForEachTest } from '../support/screen.ts';
import { syncState, type TestAppStore } from '../support/test-app.ts';
import '../../../web/elements/mb-dialog.ts';
import '../../../web/screens/sign-out.ts';

describe('signing out with something unsent', () => {
  let stage: Stage;
  let store: TestAppStore;
  const open = screenForEachTest(
    (screen) => {
      ({ stage, store } = screen);
    },
    ['more'],
  );
  const revoked = '01890000-0000-7000-8000-0000000000f2';

  const ask = (queued = 1) =>
    open(html`<sign-out></sign-out>`, { state: syncState({ state: 'offline', queued, silence: 'no-network' }) });

  /** Presses "Save them as a file". Answers the names of the files once the screen has said so much. */
  async function exportUntil(said: string): Promise<string[]> {
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    try {
      stage.button('Save them as a file').click();
      await stage.shows(said);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    return saved;
  }

  it('keeping it asks nothing more while the sign-out goes on', async () => {
    await ask();
    const faults: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) =>
      faults.push('reason' in event ? event.reason : event.error);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const dialog = stage.find('mb-dialog');
    let same = false;
    store.signOut = async () => {
      // As it is: the count goes with the session, and then the screen with everything on it.
      store.change({ sync: { ...store.state.sync, queued: 0 } });
      await stage.settled();
      same = stage.find('mb-dialog') === dialog && stage.text.includes('Not everything is handed in');
      queueMicrotask(() => stage.find('sign-out').remove());
      return true;
    };
    stage.button('Sign out and keep them here').click();
    await until(() => stage.navigated.length > 0);
    await until(() => !dialog.isConnected);
    await stage.settled();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(same).to.equal(true);
    expect(faults).to.deep.equal([]);
  });

  it('says how many readings no file can hold', async () => {
    await ask();
    await saveReading(store, coldWater.id, { B: 261_500 });
    await store.databases.cache.meters.delete(coldWater.id);
    stage.button('Save them as a file').click();
    await stage.shows('Readings that cannot be written into a file and stay here: 1.');
    expect(stage.text).not.to.contain('Saved as');
    expect(await stage.complaints()).to.deep.equal([]);
  });

  it('says the same where the whole account is not here any more', async () => {
    await ask();
    await saveReading(store, coldWater.id, { B: 261_500 });
    store.change({ accounts: [] });
    stage.button('Save them as a file').click();
    await stage.shows('cannot be written into a file and stay here: 1.');
  });

  it('says how many readings of an account that is not here any more stay, beside the file of the others', async () => {
    await ask(4);
    await saveReading(store, coldWater.id, { B: 261_500 });
    await saveReading(store, electricity.id, { T1: 1_000_000, T2: 320_000 });
    await store.databases.cache.meters.delete(electricity.id);
    for (const number of [91, 92]) {
      const sealed = await submission(number, { meter: `meter ${number}` });
      await store.databases.outbox.operations.add({ ...row(sealed), account: revoked });
    }
    expect(await exportUntil('cannot be written into a file and stay here: 3.')).to.have.length(1);
    expect(stage.text).to.contain('Saved as').and.not.to.contain('Withdrawals');
  });

  it('counts no withdrawal among the readings that stay', async () => {
    await ask(2);
    await withdrawReading(store, await saveReading(store, coldWater.id, { B: 262_000 }));
    await saveReading(store, electricity.id, { T1: 1_000_000, T2: 320_000 });
    await exportUntil('Withdrawals cannot be taken along in a file.');
    expect(stage.text).to.contain('Saved as').and.not.to.contain('stay here');
  });

  it('saves the file, and says under which name', async () => {
    await ask();
    await saveReading(store, coldWater.id, { B: 261_500 });
    const saved = await exportUntil('Saved as “Readings 2026-11-28.csv”.');
    expect(saved).to.deep.equal(['Readings 2026-11-28.csv']);
    expect(stage.text).to.contain('A table that you can read, and that our office can take in as it is.');
    expect(stage.text).not.to.contain('Withdrawals');
    expect(await stage.complaints()).to.deep.equal([]);
  });
});
