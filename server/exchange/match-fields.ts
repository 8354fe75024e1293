import type { ExchangeField } from '../../shared/exchange-fields.ts';
import type { ColumnRef } from '../../shared/mapping-profile.ts';
import { fieldWords, plainWords } from './field-words.ts';

/** Which words of a file are which field of ours. */

const plainFieldWords = new Map(Object.entries(fieldWords).map(([field, words]) => [field, words.map(plainWords)]));

/** Which column of a header is which field; the surest matches choose first. `taken` are something else. */
export function columnsFor(
  cells: readonly string[],
  fields: readonly ExchangeField[],
  taken: ReadonlySet<number> = new Set(),
): Map<ExchangeField, number> {
  const all = fields.flatMap((field) =>
    cells.map((cell, at) => ({ field, at, score: scoreOf(plainWords(cell), field.name) })),
  );
  const found = new Map<ExchangeField, number>();
  const used = new Set(taken);
  for (const { field, at, score } of all.sort((a, b) => b.score - a.score)) {
    if (score === 0 || found.has(field) || used.has(at)) continue;
    found.set(field, at);
    used.add(at);
  }
  return found;
}

/** The whole words are surer than their beginning, and long ones than short ones. */
function scoreOf(cell: string, field: string): number {
  if (cell === '') return 0;
  if (cell === field.toLowerCase()) return 2000;
  const words = plainFieldWords.get(field) ?? [];
  return Math.max(
    0,
    ...words.map((word) => {
      if (cell === word) return 1000 + word.length;
      return word.length > 3 && ` ${cell} `.includes(` ${word} `) ? 100 + word.length : 0;
    }),
  );
}

/** The field that plain words are the whole name of, perhaps with `number` behind it: `meter no`. */
export function fieldNamed(words: string, fields: readonly ExchangeField[]): ExchangeField | undefined {
  const bare = words.replace(/ (номер|nr|no)$/, '');
  const scored = fields.map((field) => ({
    field,
    score: Math.max(scoreOf(words, field.name), scoreOf(bare, field.name)),
  }));
  const [best] = scored.filter(({ score }) => score >= 1000).sort((a, b) => b.score - a.score);
  return best?.field;
}

/** By its name, unless another column has the same one, or it has none. */
export function nameOrPlace(header: readonly string[], at: number): ColumnRef {
  const name = header[at]?.trim() ?? '';
  const isOwn = header.filter((cell) => cell.trim().toLowerCase() === name.toLowerCase()).length === 1;
  return isOwn && name !== '' ? name : at + 1;
}
