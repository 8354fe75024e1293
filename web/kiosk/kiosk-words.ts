import type { Language, PublicCompany } from '../../shared/company.ts';
import { type Catalogues, sharedAreas, wordsOf } from '../words/catalogues.ts';
import type { Words } from '../words/words.ts';

const kiosk: Catalogues = {
  en: () => import('../../shared/words/kiosk/en.ftl'),
  lv: () => import('../../shared/words/kiosk/lv.ftl'),
  ru: () => import('../../shared/words/kiosk/ru.ftl'),
};

/** Everything that a kiosk says in a language, at once: the tablet keeps all of it. Rejects where a file cannot be had. */
export const loadKioskWords = (language: Language, { timeZone }: Pick<PublicCompany, 'timeZone'>): Promise<Words> =>
  wordsOf(language, [...Object.values(sharedAreas), kiosk], { timeZone, device: 'computer' });
