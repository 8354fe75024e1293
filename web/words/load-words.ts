import type { Language, PublicCompany } from '../../shared/company.ts';
import { type Catalogues, sharedAreas, wordsOf } from './catalogues.ts';
import { chooseLanguage } from './choose-language.ts';
import type { Words } from './words.ts';

/** What only some screens of residents say; it comes with the first of them. */
const areas = {
  ...sharedAreas,
  more: {
    en: () => import('../../shared/words/more/en.ftl'),
    lv: () => import('../../shared/words/more/lv.ftl'),
    ru: () => import('../../shared/words/more/ru.ftl'),
  },
  support: {
    en: () => import('../../shared/words/support/en.ftl'),
    lv: () => import('../../shared/words/support/lv.ftl'),
    ru: () => import('../../shared/words/support/ru.ftl'),
  },
} as const satisfies Record<string, Catalogues>;
export type WordsArea = keyof typeof areas;

/**
 * The words of a language, with those of the areas. Rejects where a file cannot be had (a deploy in between, or no
 * connection at the very first visit).
 */
export function loadWords(
  language: Language,
  { timeZone }: Pick<PublicCompany, 'timeZone'>,
  wanted: readonly WordsArea[] = [],
): Promise<Words> {
  const parts = wanted.map((area) => areas[area]);
  return wordsOf(language, parts, { timeZone, device: deviceName() });
}

/** Words that are on their way before it is certain that they will be spoken. */
export interface ForeseenWords {
  language: Language;
  words: Promise<Words>;
}

/** Fetches the language that will probably be spoken; whether it comes is seen where it is awaited. */
export function foreseeWords(company: Pick<PublicCompany, 'languages' | 'timeZone'>): ForeseenWords {
  const language = chooseLanguage(null, navigator.languages, company);
  const words = loadWords(language, company);
  words.catch(() => {});
  return { language, words };
}

/** A hand-held, narrow or touched screen is a phone to everybody who uses it. */
function deviceName(): 'phone' | 'computer' {
  return matchMedia('(pointer: coarse), (max-width: 600px)').matches ? 'phone' : 'computer';
}
