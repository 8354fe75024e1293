/**
 * Where a text stops being JSON (RFC 8259), as line and column counted from 1; null when it is JSON. `JSON.parse` says
 * it in some of its messages only.
 */
export function findJsonError(text: string): { line: number; column: number } | null {
  let at = 0;
  let broken = false;

  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    const match = broken ? null : token.exec(text);
    if (match) at += match[0].length;
    return match !== null;
  };
  const need = (token: RegExp): void => {
    if (!take(token)) broken = true;
  };
  const list = (close: RegExp, item: () => void): void => {
    if (take(close)) return;
    do item();
    while (take(comma));
    need(close);
  };
  const value = (): void => {
    if (broken) return;
    if (take(braceOpen)) {
      list(braceClose, () => {
        need(string);
        need(colon);
        value();
      });
    } else if (take(bracketOpen)) list(bracketClose, value);
    else need(scalar);
  };

  take(space);
  value();
  if (!broken && at === text.length) return null;
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

const space = /[ \t\r\n]*/y;
const comma = /,[ \t\r\n]*/y;
const colon = /:[ \t\r\n]*/y;
const braceOpen = /\{[ \t\r\n]*/y;
const braceClose = /\}[ \t\r\n]*/y;
const bracketOpen = /\[[ \t\r\n]*/y;
const bracketClose = /\][ \t\r\n]*/y;
const text = '"(?:[^"\\\\\\u0000-\\u001f]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"';
const number = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const string = new RegExp(`${text}[ \\t\\r\\n]*`, 'y');
const scalar = new RegExp(`(?:${text}|${number}|true|false|null)[ \\t\\r\\n]*`, 'y');
