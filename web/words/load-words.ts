import { negotiateLanguages } from '@fluent/langneg';
import type { Language, PublicCompany } from '../../shared/company.ts';
import { Words } from './words.ts';

/** The one place that knows where the catalogues are: each language is a file of its own, fetched when it is chosen. */
const catalogues: Readonly<Record<Language, () => Promise<{ default: string }>>> = {
  en: () => import('../../shared/words/en.ftl?raw'),
  lv: () => import('../../shared/words/lv.ftl?raw'),
  ru: () => import('../../shared/words/ru.ftl?raw'),
};

/** Rejects where the language's file cannot be had (a deploy in between, or no connection at the very first visit). */
export async function loadWords(language: Language, { timeZone }: Pick<PublicCompany, 'timeZone'>): Promise<Words> {
  const { default: catalogue } = await catalogues[language]();
  return new Words(language, catalogue, { timeZone, device: deviceName() });
}

/** The language to speak: the resident's choice if the company has it, or else the best match of the browser's languages. */
export function chooseLanguage(
  chosen: Language | null,
  wanted: readonly string[],
  { languages }: Pick<PublicCompany, 'languages'>,
): Language {
  if (chosen && languages.includes(chosen)) return chosen;
  const first = languages[0] as Language;
  const [best] = negotiateLanguages(wanted, languages, { defaultLocale: first, strategy: 'lookup' });
  return (best ?? first) as Language;
}

/** A hand-held, narrow or touched screen is a phone to everybody who uses it. */
function deviceName(): 'phone' | 'computer' {
  return matchMedia('(pointer: coarse), (max-width: 600px)').matches ? 'phone' : 'computer';
}
