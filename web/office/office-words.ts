import type { Language, PublicCompany } from '../../shared/company.ts';
import { type Catalogues, sharedAreas, wordsOf } from '../words/catalogues.ts';
import type { Words } from '../words/words.ts';

/** What the office says, by its parts; `office` is what the frame says. */
const areas = {
  ...sharedAreas,
  office: {
    en: () => import('../../shared/words/office/en.ftl'),
    lv: () => import('../../shared/words/office/lv.ftl'),
    ru: () => import('../../shared/words/office/ru.ftl'),
  },
  'office-staff': {
    en: () => import('../../shared/words/office-staff/en.ftl'),
    lv: () => import('../../shared/words/office-staff/lv.ftl'),
    ru: () => import('../../shared/words/office-staff/ru.ftl'),
  },
  'office-review': {
    en: () => import('../../shared/words/office-review/en.ftl'),
    lv: () => import('../../shared/words/office-review/lv.ftl'),
    ru: () => import('../../shared/words/office-review/ru.ftl'),
  },
  'office-windows': {
    en: () => import('../../shared/words/office-windows/en.ftl'),
    lv: () => import('../../shared/words/office-windows/lv.ftl'),
    ru: () => import('../../shared/words/office-windows/ru.ftl'),
  },
  'office-accounts': {
    en: () => import('../../shared/words/office-accounts/en.ftl'),
    lv: () => import('../../shared/words/office-accounts/lv.ftl'),
    ru: () => import('../../shared/words/office-accounts/ru.ftl'),
  },
  'office-support': {
    en: () => import('../../shared/words/office-support/en.ftl'),
    lv: () => import('../../shared/words/office-support/lv.ftl'),
    ru: () => import('../../shared/words/office-support/ru.ftl'),
  },
  'office-keys': {
    en: () => import('../../shared/words/office-keys/en.ftl'),
    lv: () => import('../../shared/words/office-keys/lv.ftl'),
    ru: () => import('../../shared/words/office-keys/ru.ftl'),
  },
  'office-people': {
    en: () => import('../../shared/words/office-people/en.ftl'),
    lv: () => import('../../shared/words/office-people/lv.ftl'),
    ru: () => import('../../shared/words/office-people/ru.ftl'),
  },
  'office-exchange': {
    en: () => import('../../shared/words/office-exchange/en.ftl'),
    lv: () => import('../../shared/words/office-exchange/lv.ftl'),
    ru: () => import('../../shared/words/office-exchange/ru.ftl'),
  },
  'office-kiosks': {
    en: () => import('../../shared/words/office-kiosks/en.ftl'),
    lv: () => import('../../shared/words/office-kiosks/lv.ftl'),
    ru: () => import('../../shared/words/office-kiosks/ru.ftl'),
  },
  'office-audit': {
    en: () => import('../../shared/words/office-audit/en.ftl'),
    lv: () => import('../../shared/words/office-audit/lv.ftl'),
    ru: () => import('../../shared/words/office-audit/ru.ftl'),
  },
  'office-progress': {
    en: () => import('../../shared/words/office-progress/en.ftl'),
    lv: () => import('../../shared/words/office-progress/lv.ftl'),
    ru: () => import('../../shared/words/office-progress/ru.ftl'),
  },
} as const satisfies Record<string, Catalogues>;
export type OfficeArea = keyof typeof areas;
export const officeAreas = Object.keys(areas) as readonly OfficeArea[];

/** Rejects where a file cannot be had (a deploy in between, or no connection). */
export function loadOfficeWords(
  language: Language,
  { timeZone }: Pick<PublicCompany, 'timeZone'>,
  wanted: readonly OfficeArea[],
): Promise<Words> {
  const all = new Set<OfficeArea>(['office', ...wanted]);
  const parts = [...all].map((area) => areas[area]);
  return wordsOf(language, parts, { timeZone, device: 'computer' });
}
