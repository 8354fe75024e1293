import type { Language, PublicCompany } from '../../shared/company.ts';
import type { Catalogue } from './catalogue.ts';
import { Words } from './words.ts';

/** Each language is a file of its own, fetched when it is chosen. */
export type Catalogues = Readonly<Record<Language, () => Promise<{ default: Catalogue }>>>;

/** What every screen says. */
const core: Catalogues = {
  en: () => import('../../shared/words/en.ftl'),
  lv: () => import('../../shared/words/lv.ftl'),
  ru: () => import('../../shared/words/ru.ftl'),
};

/** What residents and the office say in the same words. */
export const sharedAreas = {
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
  readings: {
    en: () => import('../../shared/words/readings/en.ftl'),
    lv: () => import('../../shared/words/readings/lv.ftl'),
    ru: () => import('../../shared/words/readings/ru.ftl'),
  },
} as const satisfies Record<string, Catalogues>;

/** The words of a language, with those of `areas`. Rejects where a file cannot be had (a deploy in between, or no connection). */
export async function wordsOf(
  language: Language,
  areas: readonly Catalogues[],
  spoken: { timeZone: PublicCompany['timeZone']; device: 'phone' | 'computer' },
): Promise<Words> {
  const parts = await Promise.all([core, ...areas].map((area) => area[language]()));
  return new Words(language, Object.assign({}, ...parts.map((part) => part.default)) as Catalogue, spoken);
}
