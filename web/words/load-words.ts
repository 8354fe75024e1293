import type { Language, PublicCompany } from '../../shared/company.ts';
import type { Catalogue } from './catalogue.ts';
import { chooseLanguage } from './choose-language.ts';
import { Words } from './words.ts';

type Catalogues = Readonly<Record<Language, () => Promise<{ default: Catalogue }>>>;

/** The one place that knows where the catalogues are: each language is a file of its own, fetched when it is chosen. */
const core: Catalogues = {
  en: () => import('../../shared/words/en.ftl'),
  lv: () => import('../../shared/words/lv.ftl'),
  ru: () => import('../../shared/words/ru.ftl'),
};

/** What only some screens say; it comes with the first of them. */
const areas = {
  accounts: {
    en: () => import('../../shared/words/accounts/en.ftl'),
    lv: () => import('../../shared/words/accounts/lv.ftl'),
    ru: () => import('../../shared/words/accounts/ru.ftl'),
  },
  bills: {
    en: () => import('../../shared/words/bills/en.ftl'),
    lv: () => import('../../shared/words/bills/lv.ftl'),
    ru: () => import('../../shared/words/bills/ru.ftl'),
  },
  history: {
    en: () => import('../../shared/words/history/en.ftl'),
    lv: () => import('../../shared/words/history/lv.ftl'),
    ru: () => import('../../shared/words/history/ru.ftl'),
  },
  more: {
    en: () => import('../../shared/words/more/en.ftl'),
    lv: () => import('../../shared/words/more/lv.ftl'),
    ru: () => import('../../shared/words/more/ru.ftl'),
  },
  readings: {
    en: () => import('../../shared/words/readings/en.ftl'),
    lv: () => import('../../shared/words/readings/lv.ftl'),
    ru: () => import('../../shared/words/readings/ru.ftl'),
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
export async function loadWords(
  language: Language,
  { timeZone }: Pick<PublicCompany, 'timeZone'>,
  wanted: readonly WordsArea[] = [],
): Promise<Words> {
  const parts = await Promise.all([core, ...wanted.map((area) => areas[area])].map((part) => part[language]()));
  const catalogue = Object.assign({}, ...parts.map((part) => part.default)) as Catalogue;
  return new Words(language, catalogue, { timeZone, device: deviceName() });
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
