import { fileURLToPath } from 'node:url';

/** The path of a file or folder of `test/fixtures`; this file is compiled to `dist/test/support`. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../test/fixtures/${name}`, import.meta.url));
