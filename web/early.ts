import type { PublicCompany } from '../shared/company.ts';
import { loadCompany } from './company.ts';
import { openStore, type Store } from './store/store.ts';

/**
 * What the browser needs time for and none of our code: begun before the screens are even evaluated. It must stay the
 * first import of `main.ts`. The profile is on its way already, because `index.html` preloads it.
 */
export const openingStore: Promise<Store> = openStore();
export const company: Promise<PublicCompany> = Promise.resolve().then(loadCompany);

// Both are awaited later on, where their failure is met; until then nobody has forgotten it.
company.catch(() => {});
openingStore.catch(() => {});
