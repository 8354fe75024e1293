import type { AccountId, OperationId, ReadingId, UserId } from '../../shared/ids.ts';
import type { EpochMs } from '../../shared/instant.ts';
import type { Period } from '../../shared/period.ts';
import type { Account } from '../../shared/protocol.ts';
import type { Claims } from '../../shared/reading.ts';
import { appTime } from '../contact/app-time.ts';
import type { Contact } from '../contact/contact.ts';
import { openDatabase } from '../storage/open-database.ts';
import { type StorageProblem, storageProblem } from '../storage/storage-error.ts';
import type { AccountRows } from './account-view.ts';
import { CacheDb, type CacheState, type SessionRow } from './cache-db.ts';
import { Outbox } from './outbox.ts';
import { type DraftRow, OutboxDb } from './outbox-db.ts';
import type { ActToSave, Device } from './save.ts';
import type { AccountView, Draft, MeterView, ReadingEntry, SaveAnswer } from './views.ts';

/** Values for all registers of a meter (V4), as parsed from the draft. */
export interface ReadingToSave {
  view: AccountView;
  meter: MeterView;
  period: Period;
  values: Readonly<Record<string, number>>;
  claims: Claims;
  /** The reading that is corrected (W7). */
  supersedes: ReadingId | null;
}

export interface ReadingToWithdraw {
  view: AccountView;
  meter: MeterView;
  entry: ReadingEntry;
}

/** Preferences that screens keep: `account` is the one last looked at, `language` survives signing out. */
export type Preference = 'account' | 'language';

export interface Overview {
  session: SessionRow | null;
  /** The accounts of the signed-in user, in the order of their numbers. */
  accounts: Account[];
  /** The account last looked at. */
  last: AccountId | null;
  language: string | null;
  /** The user's own readings that wait to be sent. */
  own: number;
  /** And messages. */
  ownMessages: number;
  /** How many of both of other users there are (I10: nothing but the number). */
  others: number;
}

/**
 * The device's own databases, as screens use them. All reading functions may stand in Dexie's `liveQuery`. Acts resolve after
 * their commit. `events` announces OperationSaved, ReloadNeeded and StorageLost.
 */
export class Store {
  readonly events: EventTarget;
  readonly outboxDb: OutboxDb;
  readonly cacheDb: CacheDb;
  readonly #outbox: Outbox;
  readonly #wall: () => EpochMs;

  constructor(outboxDb: OutboxDb, cacheDb: CacheDb, events: EventTarget, wall: () => EpochMs = Date.now) {
    this.outboxDb = outboxDb;
    this.cacheDb = cacheDb;
    this.events = events;
    this.#outbox = new Outbox(outboxDb);
    this.#wall = wall;
  }

  /** Who is signed in, whether or not the network is there. */
  session(): Promise<SessionRow | null> {
    return this.cacheDb.read('session');
  }

  contact(): Promise<Contact | null> {
    return this.cacheDb.read('contact');
  }

  /** What concerns the whole app, read as of one moment. */
  async overview(): Promise<Overview> {
    const [known, queuedBy] = await Promise.all([this.#known(), this.#outbox.queuedBy()]);
    const { readings, messages } = queuedBy;
    const ofUser = (users: readonly UserId[]) => users.filter((user) => user === known.session?.user).length;
    const [own, ownMessages] = [ofUser(readings), ofUser(messages)];
    return { ...known, own, ownMessages, others: readings.length + messages.length - own - ownMessages };
  }

  #known(): Promise<Pick<Overview, 'session' | 'accounts' | 'last' | 'language'>> {
    const { cacheDb } = this;
    return cacheDb.transaction('r', cacheDb.accounts, cacheDb.state, async () => {
      const [session, accounts, last, language] = await Promise.all([
        cacheDb.read('session'),
        cacheDb.accounts.toCollection().sortBy('number'),
        cacheDb.read('account'),
        cacheDb.read('language'),
      ]);
      return { session, accounts, last, language };
    });
  }

  /** Null while the device knows nothing of the account. */
  async accountRows(id: AccountId): Promise<AccountRows | null> {
    const { cacheDb, outboxDb } = this;
    // All at once, because each look into the device's databases takes as long as all of them.
    const [session, account, locked, windows, meters, readings, operations, drafts] = await Promise.all([
      cacheDb.read('session'),
      cacheDb.accounts.get(id),
      cacheDb.read('locked'),
      cacheDb.read('windows'),
      cacheDb.meters.where({ account: id }).toArray(),
      cacheDb.readings.where({ account: id }).toArray(),
      outboxDb.operations.where({ account: id }).toArray(),
      outboxDb.drafts.where({ account: id }).toArray(),
    ]);
    if (!session || !account) return null;
    // I10: others may have used this account on this device.
    const own = ({ user }: { user: UserId }) => user === session.user;
    return {
      account,
      meters,
      readings,
      operations: operations.filter(own),
      drafts: drafts.filter(own),
      locked: locked ?? [],
      windows: windows ?? [],
    };
  }

  setPreference<K extends Preference>(key: K, value: CacheState[K]): Promise<void> {
    return this.cacheDb.write(key, value);
  }

  /** Kept per keystroke. A draft without any text is deleted. A full or failing storage is answered as a problem. */
  async saveDraft(account: AccountId, draft: Draft): Promise<StorageProblem | null> {
    try {
      const session = await this.session();
      if (session) await this.#outbox.saveDraft(session.user, account, draft);
      return null;
    } catch (error) {
      const problem = storageProblem(error);
      if (!problem) throw error;
      return problem;
    }
  }

  /** For what `closedDrafts` has found. */
  dropDrafts(drafts: readonly DraftRow[]): Promise<void> {
    return this.#outbox.dropDrafts(drafts);
  }

  /**
   * Runs the rules as a courtesy and commits. What the rules refuse or ask about saves nothing and leaves the draft; so
   * does a full or failing storage, which is answered as a problem too.
   */
  async saveReading(reading: ReadingToSave): Promise<SaveAnswer> {
    return (await saving()).saveReading(this.#device, reading);
  }

  /** W7. An answer like that of `saveReading`; the withdrawal counts once the server has it. */
  async withdrawReading(reading: ReadingToWithdraw): Promise<SaveAnswer> {
    return (await saving()).withdrawReading(this.#device, reading);
  }

  /** Commits what has no rules on the device: messages. */
  async save(act: ActToSave): Promise<SaveAnswer> {
    return (await saving()).save(this.#device, act);
  }

  /** The resident has read why it was refused; it goes out of sight, not out of the outbox. */
  async dismiss(operation: OperationId): Promise<void> {
    await this.#outbox.dismiss(operation, appTime(this.#wall(), await this.contact()));
  }

  get #device(): Device {
    const { outboxDb: outbox, cacheDb: cache, events } = this;
    return { outbox, cache, events, wall: this.#wall };
  }
}

/**
 * Nobody saves on the first screens, so they come without what saving needs. Those that do save bring it along
 * (`loadScreen`): nothing is fetched here, and without a network it is the same.
 */
const saving = () => import('./save.ts');

/** Opens both databases. Throws StorageUnavailable; `events` may be listened to from before. */
export async function openStore(events: EventTarget = new EventTarget()): Promise<Store> {
  const outbox = new OutboxDb();
  const cache = new CacheDb();
  await Promise.all([openDatabase(outbox, events), openDatabase(cache, events)]);
  return new Store(outbox, cache, events);
}
