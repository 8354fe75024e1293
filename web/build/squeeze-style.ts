/** No string in our styles holds two spaces or a brace, semicolon, colon or comma; a style is left as it is where one does. */
export function squeezeStyle(style: string): string {
  if (/(["'])[^"'\n]*(?: {2}|[{};:,])[^"'\n]*\1/.test(style)) return style;
  return style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .trim();
}
