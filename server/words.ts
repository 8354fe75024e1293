import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { type Language, languages } from '../shared/company.ts';
import { assetPath } from './assets.ts';

/** A message of a catalogue, by its key, with the values that it names. Throws for a key or a value that is not there. */
export type Say = (key: string, values?: Readonly<Record<string, FluentVariable>>) => string;

/**
 * What the server says to residents on paper and in letters: the catalogues `<folder>/<language>.ftl`, in Project Fluent.
 * Throws where one of them cannot be read, so that it is known at the start and not with the first letter. `isolating`: values
 * stand between marks that keep the direction of the text around them, where something reads those marks.
 */
export function readWords(folder: string, { isolating = true } = {}): Readonly<Record<Language, Say>> {
  const read = languages.map(
    (language) => [language, sayIn(language, `${folder}/${language}.ftl`, isolating)] as const,
  );
  return Object.fromEntries(read) as Record<Language, Say>;
}

/** Whether a catalogue has a message, for what a newer release may have brought into the database. */
export function saysIn(folder: string): (language: Language, key: string) => boolean {
  const keys = new Map(
    languages.map((language) => {
      const text = readFileSync(assetPath(`${folder}/${language}.ftl`), 'utf8');
      return [language, new Set([...text.matchAll(/^([a-z][\w-]*) =/gm)].map(([, key]) => key))] as const;
    }),
  );
  return (language, key) => keys.get(language)?.has(key) ?? false;
}

function sayIn(language: Language, file: string, useIsolating: boolean): Say {
  const bundle = new FluentBundle(language, { useIsolating });
  const [error] = bundle.addResource(new FluentResource(readFileSync(assetPath(file), 'utf8')));
  if (error) throw error;
  return (key, values) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`${file} has no message ${key}`);
    return bundle.formatPattern(pattern, { ...values });
  };
}
