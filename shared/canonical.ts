/**
 * Canonical JSON after RFC 8785 (JCS): keys sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Two devices that mean the same write the same text, so that its hash identifies the content.
 * Throws a TypeError for whatever JSON cannot carry, and a RangeError beyond 32 levels.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > 32) throw new RangeError('nested deeper than 32 levels');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key], depth + 1)}`);
    return `{${entries.join(',')}}`;
  }
  throw new TypeError(`${typeof value} is not JSON`);
}
