import { expect } from 'chai';
import { toInstant } from '../../../shared/instant.ts';
import { noClaims } from '../../../shared/reading.ts';
import { DeviceAppStore } from '../../../web/app-store.ts';
import { AppClock } from '../../../web/clock.ts';
import { Install } from '../../../web/install.ts';
import type { AppState } from '../../../web/screens/app-context.ts';
import { Session } from '../../../web/session.ts';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import { SyncStatusBoard } from '../../../web/store/sync-status.ts';
import type { AccountView, PublicCompany } from '../../../web/store/views.ts';
import { AppUpdates } from '../../../web/sw/registration.ts';
import { SyncLoop } from '../../../web/sync/loop.ts';
import { TestDatabases } from './databases.ts';
import { FakeServer } from './fake-server.ts';
import { account, anna, company, home, inWindow, meter } from './household.ts';
import { VirtualClock } from './virtual-clock.ts';

/** One device's app over real databases, and a server that keeps the protocol. Time passes when the test says so. */
export class DeviceApp {
  readonly databases = new TestDatabases();
  readonly clock = new VirtualClock(inWindow);
  readonly server = new FakeServer(anna, () => this.clock.now());
  loop!: SyncLoop;
  app!: DeviceAppStore;
  readonly #faults: unknown[] = [];

  async open(): Promise<void> {
    await this.databases.open();
    await this.start();
  }

  /** As when the page is loaded: everything in memory is new. */
  async start(): Promise<void> {
    this.loop?.stop();
    const { databases, clock, server } = this;
    const report = (fault: unknown) => this.#faults.push(fault);
    const status = new SyncStatusBoard();
    const api = {
      signIn: async (name: string) => {
        server.user = name;
        const user = { id: name, name };
        const serverTime = toInstant(clock.now() + 3_600_000);
        return { ok: true as const, value: { user, accounts: [account], serverTime, beacon: 'b' } };
      },
      signOut: async () => ({ ok: true as const, value: {} }),
      online: () => server.connected,
    };
    this.loop = new SyncLoop({
      clock,
      network: server,
      storage: new DexieSyncStorage(databases.outbox, databases.cache),
      random: () => 1,
      exclusive: (work) => work(),
      publish: (change) => status.publish(change),
      report,
      app: '1.0.0',
    });
    this.loop.start();
    this.app = new DeviceAppStore({
      company: company as PublicCompany,
      store: databases.store,
      session: new Session(api, databases.cache, clock),
      loop: this.loop,
      status,
      clock: new AppClock(() => clock.now()),
      updates: new AppUpdates(),
      install: new Install(),
      appVersion: '1.0.0',
      report,
    });
    await this.app.ready;
  }

  async close(): Promise<void> {
    this.loop.stop();
    await this.loop.runNow();
    expect(this.#faults).to.deep.equal([]);
    await this.databases.close();
  }

  until(holds: (state: AppState) => boolean): Promise<void> {
    const { app } = this;
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

  /** Of the household's meter, for November 2026, as the screens do; resolves when they show it. */
  async saveReading(values = { B: 1_000 }): Promise<void> {
    await this.databases.cache.meters.put(meter);
    const view = await this.view(({ meters }) => meters.length > 0);
    const [first] = view.meters;
    if (!first) throw new Error('no meter');
    const supersedes = first.entries.find(({ period }) => period === '2026-11')?.id ?? null;
    const reading = { view, meter: first, period: '2026-11', values, claims: noClaims, supersedes } as const;
    expect(await this.app.saveReading(reading)).to.include({ saved: true });
    await this.view(({ meters }) => meters[0]?.entries[0]?.values.B === values.B);
  }

  /** What the screens are shown of the household's account, as soon as it is so. */
  view(holds: (view: AccountView) => boolean): Promise<AccountView> {
    return new Promise((resolve) => {
      const stop = this.app.watchAccount(home, (seen) => {
        if (!seen || !holds(seen)) return;
        queueMicrotask(() => stop());
        resolve(seen);
      });
    });
  }
}
