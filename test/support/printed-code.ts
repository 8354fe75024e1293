import assert from 'node:assert/strict';
import { decodeQR } from 'qr/decode.js';

/** What a phone reads from the QR code of a printed page: its modules are drawn as pixels, and those are decoded. */
export function readPrintedCode(page: string): string {
  const { size, dark } = printedCode(page);
  const pixels = 4;
  const width = size * pixels;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (!dark.has(`${Math.floor(x / pixels)} ${Math.floor(y / pixels)}`)) continue;
      data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}

/** The side of the drawing in modules, and the places of those that are dark: `x y`. */
export function printedCode(page: string): { size: number; dark: Set<string> } {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(page)?.[1]);
  const path = /<path fill="#000" d="([^"]+)"/.exec(page)?.[1];
  assert.ok(size > 0 && path, 'there is a code on the page');
  const dark = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = 0; at < Number(length); at++) dark.add(`${Number(x) + at} ${y}`);
  }
  return { size, dark };
}
