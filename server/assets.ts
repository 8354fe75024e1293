import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a data file of the server (`companies/x.json`), named as in its source folder. Data files are not copied
 * into `dist`: compiled code finds them where they are.
 */
export function assetPath(name: string): string {
  const beside = fileURLToPath(new URL(name, import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../../server/${name}`, import.meta.url));
}
