import type { PublicCompany } from '../shared/company.ts';
import { DeviceAppStore } from './app-store.ts';
import { AppClock } from './clock.ts';
import type { KeepDocumentsParts } from './documents/keep-documents.ts';
import { Install } from './install.ts';
import type { AppStore } from './screens/app-context.ts';
import { Session } from './session.ts';
import { StorageUnavailable } from './storage/storage-error.ts';
import { DexieSyncStorage } from './store/dexie-sync-storage.ts';
import type { Store } from './store/store.ts';
import { SyncStatusBoard } from './store/sync-status.ts';
import { AppUpdates } from './sw/registration.ts';
import { whenKept } from './sw/when-kept.ts';
import { browserPorts } from './sync/browser-ports.ts';
import { connectSync } from './sync/connect-sync.ts';
import { lazyApi } from './sync/lazy-api.ts';
import { appVersion } from './version.ts';
import { foreseeWords } from './words/load-words.ts';
import './app.ts';

/** Puts the parts together and shows the app. What has to be waited for is waited for at the same time. */
export async function startApp(loadingCompany: Promise<PublicCompany>, openingStore: Promise<Store>): Promise<void> {
  const company = await loadingCompany;
  const foreseen = foreseeWords(company);
  document.title = company.shortName;
  const app = document.createElement('meterbook-app');
  app.foreseen = foreseen;
  app.store = await openAppStore(company, openingStore);
  document.body.replaceChildren(app);
}

async function openAppStore(company: PublicCompany, openingStore: Promise<Store>): Promise<AppStore> {
  const updates = new AppUpdates();
  if (import.meta.env.PROD) updates.register(reportError);
  const install = new Install();
  try {
    const store = await openingStore;
    const api = lazyApi();
    const status = new SyncStatusBoard();
    const storage = new DexieSyncStorage(store.outboxDb, store.cacheDb);
    const ports = browserPorts(api, storage, (change) => status.publish(change), appVersion);
    const session = new Session(api, store.cacheDb, ports.clock);
    const clock = new AppClock(Date.now, company.demo?.clockAhead);
    const loop = connectSync(ports, store);
    const sayFarewell = () => void session.sayFarewell().catch(reportError);
    addEventListener('online', sayFarewell);
    sayFarewell();
    const parts = { company, store, session, loop, status, clock, updates, install, appVersion, report: reportError };
    const appStore = new DeviceAppStore(parts);
    await appStore.ready;
    whenIdle(() => loop.start());
    void keepLater({
      cache: store.cacheDb,
      company,
      status,
      signedOut: () => loop.wake('session'),
      report: reportError,
    });
    return appStore;
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
    reportError(error);
    const { UnusableAppStore } = await import('./unusable-app-store.ts');
    return new UnusableAppStore(company, appVersion, error);
  }
}

/** PDFs wait until the app itself is kept, and the first screens have had the network to themselves. */
async function keepLater(parts: KeepDocumentsParts): Promise<void> {
  await whenKept();
  setTimeout(() => {
    import('./documents/keep-documents.ts').then(({ keepDocuments }) => keepDocuments(parts)).catch(parts.report);
  }, 5000);
}

/** Sending waits until the page has something to show, but no longer than a second. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 200);
}
