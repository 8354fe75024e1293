import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from './web/build/precompress.ts';
import { squeeze } from './web/build/squeeze.ts';
import { words } from './web/build/words.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };

/** The office: a build of its own, so that nothing of it can find its way into what residents download. */
// biome-ignore lint/style/noDefaultExport: Vite takes the default export.
export default defineConfig({
  root: path('web/office'),
  base: '/office/',
  publicDir: false,
  define: { __APP_VERSION__: JSON.stringify(version) },
  build: {
    outDir: path('dist/office'),
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy allows no inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { '^/(office/trpc|company\\.json|favicon\\.svg)': 'http://localhost:8080' },
  },
  plugins: [words(), squeeze(), precompress()],
});
