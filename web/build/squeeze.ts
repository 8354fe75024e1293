import type { Plugin } from 'vite';
import { squeezeStyle } from './squeeze-style.ts';

/**
 * Takes out of the build what only its authors read and minifiers leave alone, because it stands inside strings: the
 * layout of styles in `css` templates.
 */
export function squeeze(): Plugin {
  return {
    name: 'meterbook-squeeze',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || id.includes('/node_modules/')) return null;
      const squeezed = code.replace(/\bcss`([^`$\\]*)`/g, (_, style: string) => `css\`${squeezeStyle(style)}\``);
      return squeezed === code ? null : { code: squeezed, map: null };
    },
  };
}
