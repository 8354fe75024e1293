export type Json = Record<string, unknown>;

/** One field of a valid whole, set to something wrong or removed. `at` is a path like `phones.0.number`. */
export interface Broken {
  title: string;
  at: string;
  value?: unknown;
  remove?: true;
}

export function breakAt(whole: Json, { at, value, remove }: Broken): Json {
  const copy = structuredClone(whole);
  const path = at.split('.');
  const last = path.pop() as string;
  const parent = path.reduce((inner, key) => inner[key] as Json, copy);
  if (remove) delete parent[last];
  else parent[last] = value;
  return copy;
}
