import type { Language, PublicCompany } from '../../shared/company.ts';

/** The language to speak: the resident's choice if the company has it, or else the first of the browser's that it has. */
export function chooseLanguage(
  chosen: Language | null,
  wanted: readonly string[],
  { languages }: Pick<PublicCompany, 'languages'>,
): Language {
  const has = (language: string | null): language is Language =>
    (languages as readonly (string | null)[]).includes(language);
  if (has(chosen)) return chosen;
  // `ru-LV` asks for Russian: no company has two kinds of one language (BCP 47, primary subtags).
  const primary = wanted.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  return primary.find(has) ?? (languages[0] as Language);
}
