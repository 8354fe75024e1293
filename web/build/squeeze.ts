import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { squeezeStyle, squeezeWords } from './squeeze-text.ts';

/**
 * Takes out of the build what only its authors read and minifiers leave alone, because it stands inside strings: the
 * layout of styles in `css` templates, comments and empty lines of the catalogues of words.
 */
export function squeeze(): Plugin {
  return {
    name: 'meterbook-squeeze',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.ftl?raw')) return null;
      const text = await readFile(id.slice(0, -'?raw'.length), 'utf8');
      return `export default ${JSON.stringify(squeezeWords(text))};`;
    },
    transform(code, id) {
      if (!id.endsWith('.ts') || id.includes('/node_modules/')) return null;
      const squeezed = code.replace(/\bcss`([^`$\\]*)`/g, (_, style: string) => `css\`${squeezeStyle(style)}\``);
      return squeezed === code ? null : { code: squeezed, map: null };
    },
  };
}
