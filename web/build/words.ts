import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { compileWords } from './compile-words.ts';

/** `import words from 'en.ftl'` gives the parsed catalogue. */
export function words(): Plugin {
  return {
    name: 'meterbook-words',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.ftl')) return null;
      this.addWatchFile(id);
      return `export default ${JSON.stringify(compileWords(await readFile(id, 'utf8')))};`;
    },
  };
}
