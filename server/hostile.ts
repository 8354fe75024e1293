const deepest = 32;

/** PostgreSQL holds no such sign in a text, and nobody types one, nor what no form is as deep as. */
export function isHostile(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return depth === deepest || Object.values(value).some((one) => isHostile(one, depth + 1));
}
