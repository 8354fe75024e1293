import type { Language, PublicCompany } from '../../shared/company.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { Words } from '../words/words.ts';

type Catalogues = Readonly<Record<Language, () => Promise<{ default: Catalogue }>>>;

const core: Catalogues = {
  en: () => import('../../shared/words/en.ftl'),
  lv: () => import('../../shared/words/lv.ftl'),
  ru: () => import('../../shared/words/ru.ftl'),
};

/** What the office says, by its parts; `office` is what the frame says. */
const areas = {
  office: {
    en: () => import('../../shared/words/office/en.ftl'),
    lv: () => import('../../shared/words/office/lv.ftl'),
    ru: () => import('../../shared/words/office/ru.ftl'),
  },
} as const satisfies Record<string, Catalogues>;
export type OfficeArea = keyof typeof areas;

/** Rejects where a file cannot be had (a deploy in between, or no connection). */
export async function loadOfficeWords(
  language: Language,
  { timeZone }: Pick<PublicCompany, 'timeZone'>,
  wanted: readonly OfficeArea[],
): Promise<Words> {
  const all = new Set<OfficeArea>(['office', ...wanted]);
  const parts = await Promise.all([core, ...[...all].map((area) => areas[area])].map((part) => part[language]()));
  const catalogue = Object.assign({}, ...parts.map((part) => part.default)) as Catalogue;
  return new Words(language, catalogue, { timeZone, device: 'computer' });
}
