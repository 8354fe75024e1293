import { liveQuery } from 'dexie';
import type { EpochMs } from '../../shared/instant.ts';
import { appTime } from '../contact/app-time.ts';
import { browserClock, type Clock } from '../contact/clock.ts';
import { webLock } from '../contact/one-at-a-time.ts';
import { openDatabase } from '../storage/open-database.ts';
import { askForPersistence } from '../storage/storage-persistence.ts';
import { CallFailed, type KioskApi } from './api.ts';
import { DeliveryLoop, type Heard } from './delivery-loop.ts';
import { enrol } from './greeting.ts';
import { KioskDb, type SelfRow } from './kiosk-db.ts';
import { type KioskNetwork, kioskNetwork, overheard } from './kiosk-network.ts';
import { SealedOutbox } from './outbox.ts';
import { type Standing, type Tablet, TabletChanged } from './tablet.ts';

export interface TabletParts {
  db: KioskDb;
  network: KioskNetwork;
  clock: Clock;
  random: () => number;
  report: (fault: unknown) => void;
}

/** What it is, and how many slips it holds. */
interface Stored {
  self: SelfRow | null;
  waiting: number;
  refused: number;
}

/** The tablet over its own database and the network. It hands in by itself, and wakes by the page's events. */
export class DeviceTablet extends EventTarget implements Tablet {
  readonly #parts: TabletParts;
  readonly #loop: DeliveryLoop;
  readonly #leave = new AbortController();
  readonly outbox: SealedOutbox;
  #self: SelfRow | null = null;
  #heard: Heard | null = null;
  /** Null before anybody of ours answered, or nobody did. */
  #online: boolean | null = null;

  constructor(given: TabletParts) {
    super();
    const parts = { ...given, network: overheard(given.network, () => this.#reach()) };
    this.#parts = parts;
    const exclusive = webLock('meterbook-kiosk', parts.clock, navigator.locks);
    this.#loop = new DeliveryLoop({ ...parts, exclusive, heard: (said) => this.#hear(said) });
    this.outbox = new SealedOutbox({ ...parts, wake: () => this.#loop.wake() });
  }

  get standing(): Standing {
    return this.#self?.standing ?? (this.#heard === 'signed-out' ? 'stranger' : 'unknown');
  }

  get kiosk(): SelfRow['kiosk'] | null {
    return this.#self?.kiosk ?? null;
  }

  get online(): boolean | null {
    return this.#online;
  }

  get prints(): boolean {
    return this.#self?.prints ?? false;
  }

  now(): EpochMs {
    return appTime(this.#parts.clock.now(), this.#self?.contact ?? null);
  }

  async start(): Promise<void> {
    await this.#look();
    this.#follow();
    this.#listen();
    this.#loop.start();
    if (this.standing === 'unknown') await this.#loop.runNow();
  }

  async enrol(code: string): Promise<void> {
    // What waits was sealed by the kiosk that this tablet has been; handed in by another one the office looks at it first.
    if (this.outbox.waiting > 0) await this.#loop.runNow();
    const answer = await enrol(this.#parts, code);
    if (!answer.ok) throw new CallFailed(answer.failure.kind === 'refused' ? answer.failure.problem : null);
    this.#heard = 'answered';
    await this.#look();
    this.#loop.wake();
  }

  /** For good, and with its database, after what is at work. */
  async close(): Promise<void> {
    this.#loop.stop();
    this.#leave.abort();
    await this.#loop.rest();
    this.#parts.db.close({ disableAutoOpen: true });
  }

  async #look(): Promise<void> {
    this.#see(await this.#stored());
  }

  async #stored(): Promise<Stored> {
    const { self, envelopes } = this.#parts.db;
    const [own, waiting, refused] = await Promise.all([
      self.get('self'),
      envelopes.where({ state: 'waiting' }).count(),
      envelopes.where({ state: 'refused' }).count(),
    ]);
    return { self: own ?? null, waiting, refused };
  }

  #see({ self, waiting, refused }: Stored): void {
    this.#self = self;
    this.outbox.waiting = waiting;
    this.outbox.refused = refused;
    this.dispatchEvent(new TabletChanged());
  }

  #hear(said: Heard | null): void {
    this.#heard = said;
    if (said === null) this.#online = false;
    this.dispatchEvent(new TabletChanged());
  }

  #reach(): void {
    if (this.#online) return;
    this.#online = true;
    this.dispatchEvent(new TabletChanged());
  }

  /** What another tab does is seen as well. */
  #follow(): void {
    const watching = liveQuery(() => this.#stored()).subscribe({
      next: (stored) => this.#see(stored),
      error: this.#parts.report,
    });
    this.#leave.signal.addEventListener('abort', () => watching.unsubscribe());
  }

  #listen(): void {
    const { signal } = this.#leave;
    const wake = () => {
      if (document.visibilityState === 'visible') this.#loop.wake();
    };
    addEventListener('online', () => this.#loop.wake(), { signal });
    // Nobody has to wait for the next greeting to be told that there is no network.
    addEventListener('offline', () => this.#loop.wake(), { signal });
    addEventListener('pageshow', wake, { signal });
    document.addEventListener('visibilitychange', wake, { signal });
  }
}

/** Opens the tablet's database. Throws StorageUnavailable; `events` announces ReloadNeeded and StorageLost. */
export async function openTablet(
  api: Pick<KioskApi, 'deliver'>,
  { appVersion, events, report }: { appVersion: string; events: EventTarget; report: (fault: unknown) => void },
): Promise<DeviceTablet> {
  const db = new KioskDb();
  await openDatabase(db, events);
  askForPersistence().catch(report);
  const network = kioskNetwork(api, appVersion);
  return new DeviceTablet({ db, network, clock: browserClock(), random: Math.random, report });
}
