import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../../shared/company.ts';
import type { Period } from '../../shared/period.ts';

/** What residents and the office read, by its key. */
export interface ShippedWords {
  language: Language;
  /** Throws an error where there are no words of the key, or a value of theirs is missing. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** `November 2026` */
  period(period: Period): string;
}

const folder = new URL('../../../shared/words/', import.meta.url);

/** All words of a language, whichever screen says them, as they stand on a phone. */
export function shippedWords(language: Language): ShippedWords {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const areas = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  for (const area of ['', ...areas.map(({ name }) => `${name}/`)]) {
    const path = new URL(`${area}${language}.ftl`, folder);
    bundle.addResource(new FluentResource(readFileSync(path, 'utf8')), { allowOverrides: true });
  }
  const text: ShippedWords['text'] = (key, values = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`no words for ${key} in ${language}`);
    return bundle.formatPattern(pattern, { device: 'phone', ...values });
  };
  return {
    language,
    text,
    period: (period) => text('period', { year: period.slice(0, 4), month: Number(period.slice(5)) }),
  };
}
