import { expect } from 'chai';
import { askForPersistence, storagePersistence } from '../../../web/storage/storage-persistence.ts';

describe('storage persistence', () => {
  const browser = (granted: boolean) =>
    ({ persist: async () => granted, persisted: async () => granted }) as unknown as StorageManager;

  it('is unknown where the browser does not say', async () => {
    expect(await storagePersistence({} as StorageManager)).to.equal('unknown');
    expect(await askForPersistence({} as StorageManager)).to.equal('unknown');
  });

  it('is what the browser says', async () => {
    expect(await askForPersistence(browser(false))).to.equal('denied');
    expect(await storagePersistence(browser(false))).to.equal('denied');
    expect(await askForPersistence(browser(true))).to.equal('granted');
    expect(await storagePersistence(browser(true))).to.equal('granted');
  });
});
