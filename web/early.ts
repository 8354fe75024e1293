import type { PublicCompany } from '../shared/company.ts';
import { loadCompany } from './company.ts';
import { openStore, type Store } from './store/store.ts';

/**
 * What the browser needs time for and none of our code: begun before the screens are even evaluated. It must stay the
 * first import of `main.ts`.
 */
export const company: Promise<PublicCompany> = loadCompany();
export const openingStore: Promise<Store> = openStore();

// Both are awaited later on, where their failure is met; until then nobody has forgotten it.
company.catch(() => {});
openingStore.catch(() => {});
