import { expect } from 'chai';
import { toInstant } from '../../../shared/instant.ts';
import { noClaims } from '../../../shared/reading.ts';
import { DeviceAppStore } from '../../../web/app-store.ts';
import { AppClock } from '../../../web/clock.ts';
import { Install } from '../../../web/install.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import { Session } from '../../../web/session.ts';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import { ReloadNeeded, StorageLost } from '../../../web/store/store-events.ts';
import { SyncStatusBoard } from '../../../web/store/sync-status.ts';
import type { AccountView, PublicCompany } from '../../../web/store/views.ts';
import { AppUpdates } from '../../../web/sw/registration.ts';
import { SyncLoop } from '../../../web/sync/loop.ts';
import { TestDatabases } from '../support/databases.ts';
import { FakeServer } from '../support/fake-server.ts';
import { account, anna, boris, company, home, inWindow, meter } from '../support/household.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

describe('what the screens know of the device', () => {
  let test: TestDatabases;
  let clock: VirtualClock;
  let server: FakeServer;
  let loop: SyncLoop;
  let app: DeviceAppStore;
  const faults: unknown[] = [];
  const report = (fault: unknown) => faults.push(fault);

  beforeEach(async () => {
    test = new TestDatabases();
    await test.open();
    clock = new VirtualClock(inWindow);
    server = new FakeServer(anna, () => clock.now());
    const api = {
      signIn: async (name: string) => {
        server.user = name;
        const user = { id: name, name };
        const serverTime = toInstant(clock.now() + 3_600_000);
        return { ok: true as const, value: { user, accounts: [account], serverTime, beacon: 'b' } };
      },
      signOut: async () => ({ ok: true as const, value: {} }),
      online: () => true,
    };
    const status = new SyncStatusBoard();
    loop = new SyncLoop({
      clock,
      network: server,
      storage: new DexieSyncStorage(test.outbox, test.cache),
      random: () => 1,
      exclusive: (work) => work(),
      publish: (change) => status.publish(change),
      report,
      app: '1.0.0',
    });
    loop.start();
    app = new DeviceAppStore({
      company: company as PublicCompany,
      store: test.store,
      session: new Session(api, test.cache, clock),
      loop,
      status,
      clock: new AppClock(() => clock.now()),
      updates: new AppUpdates(),
      install: new Install(),
      appVersion: '1.0.0',
      report,
    });
    await app.ready;
  });
  afterEach(async () => {
    loop.stop();
    await loop.runNow();
    expect(faults).to.deep.equal([]);
    await test.close();
  });

  function until(holds: (state: AppState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const stop = app.subscribe(look);
      look();
      function look(): void {
        if (!holds(app.state)) return;
        stop();
        resolve();
      }
    });
  }

  async function saveReading(): Promise<void> {
    await test.cache.meters.add(meter);
    const view = await new Promise<AccountView>((resolve) => {
      const stop = app.watchAccount(home, (seen) => {
        if (!seen?.meters.length) return;
        queueMicrotask(() => stop());
        resolve(seen);
      });
    });
    const [first] = view.meters;
    if (!first) throw new Error('no meter');
    const values = { B: 1_000 };
    const reading = { view, meter: first, period: '2026-11', values, claims: noClaims, supersedes: null } as const;
    expect(await app.saveReading(reading)).to.include({ saved: true });
  }

  it('nobody is signed in at first', async () => {
    expect(app.state).to.deep.include({ session: null, accounts: [], account: null, update: 'none' });
    await until(({ sync }) => sync.state === 'signed-out');
  });

  it('signing in shows the accounts, corrects the clock and wakes the sync', async () => {
    expect(await app.signIn(anna, 'x')).to.deep.equal({ ok: true });
    await until(({ session, sync }) => session !== null && sync.state === 'idle');
    expect(app.state).to.deep.include({ session: { user: { id: anna, name: anna } }, account: home });
    expect(app.now()).to.equal(clock.now() + 3_600_000);
  });

  it('signing out after sending waits for the sending, and does not happen where it fails', async () => {
    await app.signIn(anna, 'x');
    await until(({ sync }) => sync.state === 'idle');
    server.connected = false;
    await saveReading();
    await until(({ sync }) => sync.queued === 1);
    expect(await app.signOut({ sendFirst: true })).to.equal(false);
    expect(app.state.session).not.to.equal(null);
    server.connected = true;
    expect(await app.signOut({ sendFirst: true })).to.equal(true);
    await until(({ session }) => session === null);
    expect(server.ledger.size).to.equal(1);
  });

  it('the same user, signed in again, is at no moment told to sign in, and is nobody else', async () => {
    await app.signIn(anna, 'x');
    await until(({ sync }) => sync.state === 'idle');
    server.connected = false;
    await saveReading();
    expect(await app.signOut({ sendFirst: false })).to.equal(true);
    await until(({ session, sync, othersQueued }) => !session && sync.state === 'signed-out' && othersQueued === 1);
    const seen: string[] = [];
    const stop = app.subscribe(() => {
      const { session, sync, othersQueued } = app.state;
      if (session) seen.push(`${sync.state}, ${othersQueued} of others`);
    });
    server.connected = true;
    await app.signIn(anna, 'x');
    await until(({ session, sync }) => session !== null && sync.state === 'idle' && sync.queued === 0);
    stop();
    expect(seen).to.include('working, 0 of others');
    expect(seen.filter((state) => state !== 'working, 0 of others' && state !== 'idle, 0 of others')).to.deep.equal([]);
    expect(server.ledger.size).to.equal(1);
  });

  it('I10: what stays behind is only a number for the next user', async () => {
    await app.signIn(anna, 'x');
    await until(({ sync }) => sync.state === 'idle');
    server.connected = false;
    await saveReading();
    expect(await app.signOut({ sendFirst: false })).to.equal(true);
    server.connected = true;
    await app.signIn(boris, 'x');
    await until(({ session, othersQueued }) => session?.user.id === boris && othersQueued === 1);
    await until(({ sync }) => sync.state === 'idle');
    expect(app.state.sync.queued).to.equal(0);
    expect(server.pushes.filter(({ user }) => user === boris)).to.deep.equal([]);
  });

  it('the chosen account and language are kept', async () => {
    await app.signIn(anna, 'x');
    const second = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '99999' };
    await test.cache.accounts.add(second);
    await until(({ accounts }) => accounts.length === 2);
    expect(app.state.account).to.equal(home);
    await app.showAccount(second.id);
    await app.setLanguage('ru');
    await until(({ account: shown, language }) => shown === second.id && language === 'ru');
  });

  it('says that a reload is needed, and that the storage is gone', async () => {
    test.events.dispatchEvent(new ReloadNeeded());
    expect(app.state.update).to.equal('reload-needed');
    test.events.dispatchEvent(new StorageLost(null));
    expect(app.state.storage).to.equal('unavailable');
    await app.askPersistence();
    expect(app.state.storage).to.equal('unavailable');
  });
});
