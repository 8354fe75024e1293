/**
 * Whether the browser may clear this site's storage on its own. `unknown` where it does not say. Nothing is ever blocked
 * by it. Residents' app asks for it at the first save and shows it in the settings; a kiosk asks at its start.
 */
export type Persistence = 'granted' | 'denied' | 'unknown';

export async function storagePersistence(
  storage: StorageManager | undefined = navigator.storage,
): Promise<Persistence> {
  if (typeof storage?.persisted !== 'function') return 'unknown';
  return (await storage.persisted()) ? 'granted' : 'denied';
}

/** Asks the browser (Firefox asks the resident). Browsers decide anew each time, so asking again does no harm. */
export async function askForPersistence(storage: StorageManager | undefined = navigator.storage): Promise<Persistence> {
  if (typeof storage?.persist !== 'function') return 'unknown';
  return (await storage.persist()) ? 'granted' : 'denied';
}
