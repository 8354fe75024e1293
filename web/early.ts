import type { PublicCompany } from '../shared/company.ts';
import { loadCompany } from './company.ts';

/**
 * What takes the browser time and none of our code, begun before the rest of the app is even evaluated: it must stay the
 * first import of `main.ts`.
 */
export const company: Promise<PublicCompany> = loadCompany();

// A browser that was just started opens its databases' store at the first question, which takes longer than all we ask.
globalThis.indexedDB?.databases?.().catch(() => {});
