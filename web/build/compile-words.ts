import { FluentResource } from '@fluent/bundle';
import type { Catalogue } from '../words/catalogue.ts';

/**
 * A catalogue in Project Fluent's syntax, parsed. Fluent's own parser skips what it cannot read; here that is an Error
 * which names the messages, and so is an attribute, because our words have none.
 */
export function compileWords(text: string): Catalogue {
  const { body } = new FluentResource(text);
  const written = [...text.matchAll(/^(-?[a-zA-Z][\w-]*)\s*=/gm)].map(([, key]) => key as string);
  const read = new Set(body.map(({ id }) => id));
  const bad = [
    ...written.filter((key, at) => !read.has(key) || written.indexOf(key) !== at),
    ...body.filter(({ attributes }) => Object.keys(attributes).length > 0).map(({ id }) => id),
  ];
  if (bad.length > 0) throw new Error(`these words cannot be read, stand twice or have attributes: ${bad.join(', ')}`);
  return Object.fromEntries(body.map(({ id, value }) => [id, value]));
}
