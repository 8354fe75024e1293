import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where in a browser's profile folder any of the texts stands in clear, as lines `file: text (encoding)`: byte by byte through every
 * file, in UTF-8 and both orders of UTF-16, and in base64 of each, wherever in it the text begins.
 */
export async function foundIn(folder: string, texts: readonly string[]): Promise<string[]> {
  const patterns = texts.flatMap(patternsOf);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of names.filter((entry) => entry.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const { text, encoding, pattern } of patterns) {
      if (bytes.includes(pattern)) found.push(`${file.name}: ${text} (${encoding})`);
    }
  }
  return found;
}

interface Pattern {
  text: string;
  encoding: string;
  pattern: Buffer;
}

function patternsOf(text: string): Pattern[] {
  const little = Buffer.from(text, 'utf16le');
  const plain = [
    { encoding: 'UTF-8', pattern: Buffer.from(text) },
    { encoding: 'UTF-16LE', pattern: little },
    { encoding: 'UTF-16BE', pattern: Buffer.from(little).swap16() },
  ];
  return plain.flatMap(({ encoding, pattern }) => [
    { text, encoding, pattern },
    ...[0, 1, 2].flatMap((before) =>
      (['base64', 'base64url'] as const).map((kind) => ({
        text,
        encoding: `${kind} of ${encoding}`,
        pattern: inBase64(pattern, before, kind),
      })),
    ),
  ]);
}

/** The signs of it that are the text's alone, where so many bytes stand before it. */
function inBase64(text: Buffer, before: number, kind: 'base64' | 'base64url'): Buffer {
  const whole = Buffer.concat([Buffer.alloc(before), text]).toString(kind);
  return Buffer.from(whole.slice(Math.ceil((before * 4) / 3), Math.floor(((before + text.length) * 4) / 3)));
}
