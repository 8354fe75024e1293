import { expect } from 'chai';
import { ReloadNeeded, StorageLost } from '../../../web/storage/storage-events.ts';
import { DeviceApp } from '../support/device-app.ts';
import { account, anna, boris, home, meter } from '../support/household.ts';

describe('what the screens know of the device', () => {
  let device: DeviceApp;
  let app: DeviceApp['app'];
  let server: DeviceApp['server'];
  const until: DeviceApp['until'] = (holds) => device.until(holds);

  beforeEach(async () => {
    device = new DeviceApp();
    await device.open();
    ({ app, server } = device);
  });
  afterEach(() => device.close());

  it('nobody is signed in at first', async () => {
    expect(app.state).to.deep.include({ session: null, accounts: [], account: null, update: 'none' });
    await until(({ sync }) => sync.state === 'signed-out');
  });

  it('signing in shows the accounts, corrects the clock and wakes the sync', async () => {
    expect(await app.signIn(anna, 'x')).to.deep.equal({ ok: true });
    await until(({ session, sync }) => session !== null && sync.state === 'idle');
    expect(app.state).to.deep.include({ session: { user: { id: anna, name: anna } }, account: home });
    expect(app.now()).to.equal(device.clock.now() + 3_600_000);
  });

  it('whoever goes on after signing in finds the new session at once, and nothing of the one before', async () => {
    await app.signIn(anna, 'x');
    expect(app.state.session?.user.id).to.equal(anna);
    await app.signIn(boris, 'x');
    expect(app.state.session?.user.id).to.equal(boris);
    expect(app.state.sync.state).to.equal('working');
  });

  it('signing out after sending waits for the sending, and does not happen where it fails', async () => {
    await app.signIn(anna, 'x');
    await until(({ sync }) => sync.state === 'idle');
    server.connected = false;
    await device.saveReading();
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
    await device.saveReading();
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
    await device.saveReading();
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
    await device.databases.cache.accounts.add(second);
    await until(({ accounts }) => accounts.length === 2);
    expect(app.state.account).to.equal(home);
    await app.showAccount(second.id);
    await app.setLanguage('ru');
    await until(({ account: shown, language }) => shown === second.id && language === 'ru');
  });

  it('says that a reload is needed, and that the storage is gone', async () => {
    device.databases.events.dispatchEvent(new ReloadNeeded());
    expect(app.state.update).to.equal('reload-needed');
    device.databases.events.dispatchEvent(new StorageLost(null));
    expect(app.state.storage).to.equal('unavailable');
    await app.askPersistence();
    expect(app.state.storage).to.equal('unavailable');
  });

  it('the chosen account is shown after a reload, without a network', async () => {
    await app.signIn(anna, 'x');
    await until(({ sync }) => sync.state === 'idle');
    const second = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '99999' };
    await device.databases.cache.accounts.add(second);
    await app.showAccount(second.id);
    server.connected = false;
    await device.start();
    expect(device.app.state).to.deep.include({ account: second.id, accounts: [account, second] });
  });

  it('of premises that were removed nothing is left on the device, and others are shown', async () => {
    await app.signIn(anna, 'x');
    await until(({ sync }) => sync.state === 'idle');
    await device.databases.cache.meters.add(meter);
    const second = { ...account, id: '01890000-0000-7000-8000-0000000000f2', number: '99999' };
    await device.databases.cache.accounts.add(second);
    await app.showAccount(home);
    server.owners = [];
    await app.sendNow();
    await until(({ account: shown, accounts }) => shown === second.id && accounts.length === 1);
    expect(await device.databases.cache.meters.count()).to.equal(0);
    expect(await app.accountRows(home)).to.equal(null);
  });

  describe('whose session was ended from another device', () => {
    beforeEach(async () => {
      await app.signIn(anna, 'x');
      await until(({ sync }) => sync.state === 'idle');
      server.user = null;
      await device.saveReading();
      await app.sendNow();
    });

    it('is told so at the next contact; everything stays readable, and what is saved waits', async () => {
      expect(app.state.sync).to.include({ state: 'signed-out', queued: 1 });
      expect(app.state).to.deep.include({ session: { user: { id: anna, name: anna } }, account: home });
      await device.saveReading({ B: 2_000 });
      const { meters } = await device.view(() => true);
      expect(meters[0]?.entries[0]).to.deep.include({ stage: 'saved', values: { B: 2_000 } });
      // A correction of what waits is one reading more to nobody.
      await until(({ sync }) => sync.queued === 1);
      // Also after the page is loaded again, and without asking the server who it is.
      const asked = server.pushes.length + server.pulls.length;
      await device.start();
      await device.until(({ sync }) => sync.state === 'signed-out');
      expect(device.app.state).to.deep.include({ session: { user: { id: anna, name: anna } }, account: home });
      expect(server.pushes.length + server.pulls.length).to.equal(asked);
    });

    it('hands everything in when the same user signs in again', async () => {
      await device.saveReading({ B: 2_000 });
      await app.signIn(anna, 'x');
      await until(({ sync }) => sync.state === 'idle' && sync.queued === 0);
      expect(server.ledger.size).to.equal(2);
    });

    it('I10: hands in nothing, and shows nothing, of the first user when another one signs in', async () => {
      const pushed = server.pushes.length;
      await app.signIn(boris, 'x');
      await until(({ session, sync, othersQueued }) => {
        return session?.user.id === boris && sync.state === 'idle' && othersQueued === 1;
      });
      expect(app.state.sync.queued).to.equal(0);
      expect(server.pushes.length).to.equal(pushed);
      expect(server.ledger.size).to.equal(0);
      expect(await device.databases.cache.meters.count()).to.equal(0);
      // They go out when the first one is back.
      await app.signIn(anna, 'x');
      await until(({ sync, othersQueued }) => sync.state === 'idle' && othersQueued === 0);
      expect(server.ledger.size).to.equal(1);
    });
  });
});
