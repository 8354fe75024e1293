import { DexieSyncStorage } from '../../../web/store/dexie-sync-storage.ts';
import { TestDatabases } from '../support/databases.ts';
import { account, row } from '../support/household.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { type StorageUnderTest, syncStorageContract } from './sync-storage-contract.ts';

syncStorageContract('Dexie', async (): Promise<StorageUnderTest> => {
  const databases = new TestDatabases();
  const { outbox, cache } = databases;
  await databases.open();
  return {
    storage: new DexieSyncStorage(outbox, cache),
    signIn: async (session) => {
      if (session) await cache.write('session', { ...session, name: 'somebody' });
      else await cache.state.delete('session');
    },
    know: async (id) => {
      await cache.accounts.put({ ...account, id });
    },
    save: async (sealed) => {
      await outbox.operations.add(row(sealed));
    },
    dismiss: async (id, at) => {
      await outbox.operations.update(id, { dismissedAt: at });
    },
    operation: async (id) => outbox.operations.get(id),
    readings: () => cache.readings.toArray(),
    close: () => databases.close(),
  };
});

syncStorageContract('memory', async (): Promise<StorageUnderTest> => {
  const storage = new MemoryStorage();
  return {
    storage,
    signIn: async (session) => {
      storage.signedIn = session;
    },
    know: async (id) => {
      storage.at.set(id, null);
    },
    save: async (sealed) => storage.save(sealed),
    dismiss: async (id, at) => {
      const known = storage.operations.get(id);
      if (known) storage.operations.set(id, { ...known, dismissedAt: at });
    },
    operation: async (id) => storage.operations.get(id),
    readings: async () => [...storage.readings.values()],
    close: async () => {},
  };
});
