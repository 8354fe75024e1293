/** A cookie's value in a `Cookie` header, as it was sent: ours need no decoding, and somebody else's `100%` has none. */
export function cookieValue(header: string, name: string): string | null {
  const pairs = header.split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
