import { readFileSync } from 'node:fs';

/** Compiled to `dist/test/support`, three levels below the package. */
const packageRoot = new URL('../../../', import.meta.url);

/** The cases of `test/vectors/<name>.json`. Throws where the file is missing or is not JSON. */
export function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`test/vectors/${name}.json`, packageRoot), 'utf8')) as T;
}
