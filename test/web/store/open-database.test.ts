import { expect } from 'chai';
import { Dexie } from 'dexie';
import { noClaims } from '../../../shared/reading.ts';
import { openDatabase } from '../../../web/storage/open-database.ts';
import { StorageUnavailable, storageProblem } from '../../../web/storage/storage-error.ts';
import { ReloadNeeded } from '../../../web/storage/storage-events.ts';
import { accountView } from '../../../web/store/account-view.ts';
import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import { OutboxDb } from '../../../web/store/outbox-db.ts';
import { TestDatabases } from '../support/databases.ts';
import { anna, answer, company, home, inWindow, m3, row, rows, submission } from '../support/household.ts';

/** The same database as a later release has it. */
class NewerOutbox extends Dexie {
  constructor(name: string) {
    super(name);
    this.version(1).stores({ operations: 'id', drafts: '[user+account+meter+period]', meta: 'key' });
    this.version(3).stores({ operations: 'id, kind', drafts: null });
  }
}

/** The outbox as the first release has it: its tables and keys, with a row in each. */
class FirstOutbox extends Dexie {
  constructor(name: string) {
    super(name);
    this.version(1).stores({
      operations: 'id, state, account, [user+state], &[stream+number]',
      drafts: '[user+account+meter+period], account',
      meta: 'key',
    });
  }
}

describe('the upgrade of the outbox', () => {
  it('from 1 to 2 loses nothing: queued and answered readings, drafts and the stream are there, and it goes on', async () => {
    const test = new TestDatabases();
    const first = new FirstOutbox(test.outbox.name);
    const [queued, received] = [row(await submission(1)), await submission(2)];
    const answered = row(received, answer(received, 'rejected'));
    const draft = { user: anna, account: home, meter: 'm', period: '2026-11', text: { B: '1,' }, supersedes: null };
    const stream = { key: 'stream', id: queued.stream, next: 3 };
    await first.table('operations').bulkAdd([queued, answered]);
    await first.table('drafts').add(draft);
    await first.table('meta').add(stream);
    expect(first.backendDB().version).to.equal(10);
    first.close();

    await test.open();
    const { operations, drafts, photos, photoBytes, messageDrafts, meta } = test.outbox;
    expect(test.outbox.backendDB().version).to.equal(20);
    expect(await operations.orderBy('id').toArray()).to.deep.equal(
      [queued, answered].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(await drafts.toArray()).to.deep.equal([draft]);
    expect(await meta.toArray()).to.deep.equal([stream]);
    for (const table of [photos, photoBytes, messageDrafts]) expect(await table.count()).to.equal(0);

    await test.signIn();
    const storage = new DexieSyncStorage(test.outbox, test.cache);
    expect(await storage.queued(anna)).to.deep.equal([queued.sealed]);
    expect(await storage.received(anna, home)).to.deep.equal([answered.id]);
    const message = { conversation: null, topic: 'other', text: 'x', photos: [] } as const;
    const saved = await test.store.save({ account: home, kind: 'message-written', body: message, draft: null });
    expect(saved.saved && (await operations.get(saved.operation))).to.include({ stream: stream.id, number: 3 });
    await test.close();
  });
});

describe('the databases', () => {
  let test: TestDatabases;
  beforeEach(async () => {
    test = new TestDatabases();
    await test.open();
    await test.signIn();
  });
  afterEach(() => test.close());

  const save = () => {
    const view = accountView(rows(), company, { now: inWindow, contact: null });
    const [meter] = view.meters;
    if (!meter) throw new Error('no meter');
    return test.store.saveReading({
      view,
      meter,
      period: '2026-11',
      values: m3(1) as Record<string, number>,
      claims: noClaims,
      supersedes: null,
    });
  };

  it('versionchange: the old page lets go without a hang, says that a reload is needed, and saves nothing more', async () => {
    const needed: Event[] = [];
    test.events.addEventListener(ReloadNeeded.type, (event) => needed.push(event));
    const newer = new NewerOutbox(test.outbox.name);
    await newer.open();
    expect(needed).to.have.length(1);
    expect(await save()).to.deep.equal({ saved: false, problems: [{ code: 'storage_unavailable' }], ask: false });
    expect(await newer.table('operations').count()).to.equal(0);
    newer.close();
  });

  it('old code that starts after the upgrade is refused by name and writes nothing', async () => {
    const newer = new NewerOutbox(test.outbox.name);
    await newer.open();
    const old = new OutboxDb(test.outbox.name);
    const error = await openDatabase(old, new EventTarget()).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(StorageUnavailable);
    expect((error as StorageUnavailable).reason).to.equal('newer');
    expect(old.isOpen()).to.equal(false);
    expect(newer.backendDB().version).to.equal(30);
    expect(newer.backendDB().objectStoreNames.contains('drafts')).to.equal(false);
    newer.close();
  });

  it('a browser without databases is an error of its own, not memory in disguise', async () => {
    const none = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    const denied = new Dexie('denied', { indexedDB: none as unknown as IDBFactory });
    denied.version(1).stores({ operations: 'id' });
    const error = await openDatabase(denied, new EventTarget()).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(StorageUnavailable);
    expect((error as StorageUnavailable).reason).to.equal('unavailable');
    expect(storageProblem(error)).to.deep.equal({ code: 'storage_unavailable' });
  });

  it('a full disk in the middle of a save is a problem, never "saved", and the draft stays', async () => {
    const draft = { meter: 'm', period: '2026-11', text: { B: '1' }, supersedes: null } as const;
    await test.store.saveDraft(rows().account.id, draft);
    test.outbox.operations.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await save()).to.deep.equal({ saved: false, problems: [{ code: 'storage_full' }], ask: false });
    expect(await test.outbox.operations.count()).to.equal(0);
    expect(await test.outbox.drafts.count()).to.equal(1);
    expect((await test.outbox.meta.get('stream'))?.next).to.equal(1);
  });

  it('the quota is recognised inside of an AbortError, as Dexie reports it', () => {
    const quota = new DOMException('full', 'QuotaExceededError');
    expect(storageProblem(new Dexie.AbortError('aborted', quota))).to.deep.equal({ code: 'storage_full' });
    expect(storageProblem(new Dexie.QuotaExceededError('full', quota))).to.deep.equal({ code: 'storage_full' });
    expect(storageProblem(new Dexie.DatabaseClosedError())).to.deep.equal({ code: 'storage_unavailable' });
    expect(storageProblem(new Dexie.ConstraintError('twice'))).to.equal(null);
    expect(storageProblem(new TypeError('a fault of ours'))).to.equal(null);
    expect(storageProblem('text')).to.equal(null);
  });
});
