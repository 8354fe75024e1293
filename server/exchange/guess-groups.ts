import type { ExchangeField, ExchangeKind } from '../../shared/exchange-fields.ts';
import { cellWords, plainWords } from './field-words.ts';
import { fieldNamed } from './match-fields.ts';

/** One of ours among several that stand side by side in a row: its columns, and the register that their names say. */
export interface ColumnGroup {
  columns: ReadonlyMap<ExchangeField, number>;
  register: string | null;
}

/** More of them side by side is no form of a file that is plain. */
const mostGroups = 10;

/** What the columns hold that are named by their register alone. */
const measured: Partial<Record<ExchangeKind, string>> = { readings: 'value', meters: 'initial' };

/** An account is once in a file: the second address beside the first is no second account. */
const once: ReadonlySet<ExchangeKind> = new Set(['accounts']);

/**
 * Groups of columns that a header plainly repeats: `Serial 1, Value 1, Serial 2, Value 2`, the same names several times, or
 * one for each register (`T1, T2`, `Day, Night`). None where it does not.
 */
export function repeatedColumns(
  header: readonly string[],
  fields: readonly ExchangeField[],
  kind: ExchangeKind,
): readonly ColumnGroup[] {
  if (once.has(kind)) return [];
  const cells = header.map(plainWords);
  const byRegister = registersIn(cells, fields, kind);
  if (byRegister.length > 0) return byRegister;
  const numbered = groupsOf(
    cells.map((cell) => {
      const [, name, number] = /^(.+?) (\d{1,2})$/.exec(cell) ?? [];
      return name === undefined ? null : { name, group: Number(number) };
    }),
    fields,
  );
  if (numbered.length > 0) return numbered;
  return groupsOf(timesOf(cells), fields);
}

/** A header may have a thousand columns: each is looked at once. */
function timesOf(cells: readonly string[]): ({ name: string; group: number } | null)[] {
  const counts = new Map<string, number>();
  const noted = cells.map((name) => {
    const group = counts.get(name) ?? 0;
    counts.set(name, group + 1);
    return { name, group };
  });
  return noted.map((one) => (one.name !== '' && (counts.get(one.name) ?? 0) > 1 ? one : null));
}

/** A single column twice may be anything; two that go together are a group. Each group must have what the first one has. */
function groupsOf(
  named: readonly ({ name: string; group: number } | null)[],
  fields: readonly ExchangeField[],
): ColumnGroup[] {
  const groups = new Map<number, Map<ExchangeField, number>>();
  for (const [at, one] of named.entries()) {
    const field = one && fieldNamed(one.name, fields);
    if (!one || !field) continue;
    const columns = groups.get(one.group) ?? new Map<ExchangeField, number>();
    if (columns.has(field)) return [];
    groups.set(one.group, columns.set(field, at));
  }
  const all = [...groups.values()];
  const [first] = all;
  const isPlain = first && first.size > 1 && all.length > 1 && all.length <= mostGroups;
  const isSame = all.every((one) => one.size === first?.size && [...one.keys()].every((field) => first.has(field)));
  return isPlain && isSame ? all.map((columns) => ({ columns, register: null })) : [];
}

const registerWords = new Map(
  Object.entries(cellWords.register ?? {}).map(([word, register]) => [plainWords(word), register]),
);

function registersIn(cells: readonly string[], fields: readonly ExchangeField[], kind: ExchangeKind): ColumnGroup[] {
  const field = fields.find(({ name }) => name === measured[kind]);
  if (!field) return [];
  const found = cells.flatMap((cell, at) => {
    const words = cell.split(' ');
    const place = words.findIndex((word) => registerOf(word) !== null);
    const register = registerOf(words[place] ?? '');
    const rest = words.filter((_, index) => index !== place).join(' ');
    const isMeasured = register !== null && (rest === '' || fieldNamed(rest, fields) === field);
    return isMeasured ? [{ columns: new Map([[field, at]]), register }] : [];
  });
  const isOnce = new Set(found.map(({ register }) => register)).size === found.length;
  return found.length > 1 && found.length <= mostGroups && isOnce ? found : [];
}

/** `T1` in Latin or Cyrillic letters, or a word for it. */
function registerOf(word: string): string | null {
  const [, number] = /^[tт]([1-4])$/.exec(word) ?? [];
  return number === undefined ? (registerWords.get(word) ?? null) : `T${number}`;
}
