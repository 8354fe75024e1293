import { createContext } from '@lit/context';
import type { Words } from './words.ts';

/** The words of the current language, for every element below `<meterbook-app>`. */
export const wordsContext = createContext<Words>(Symbol('meterbook-words'));
