import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { precompress } from './web/build/precompress.ts';
import { squeeze } from './web/build/squeeze.ts';
import { words } from './web/build/words.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };

/** The kiosk: a build of its own, with a service worker of its own that keeps all of it. */
// biome-ignore lint/style/noDefaultExport: Vite takes the default export.
export default defineConfig({
  root: path('web/kiosk'),
  base: '/kiosk/',
  publicDir: false,
  // As in vite.config.ts.
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      { find: /^crypto$/, replacement: path('web/build/no-node-crypto.ts') },
      { find: /^workbox-window$/, replacement: 'workbox-window/index.js' },
    ],
  },
  define: { __APP_VERSION__: JSON.stringify(version) },
  build: {
    outDir: path('dist/kiosk'),
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy allows no inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '^/(kiosk/(trpc|enrol|hello|manifest\\.webmanifest)|company\\.json|favicon\\.svg)': 'http://localhost:8080',
    },
  },
  plugins: [
    words(),
    squeeze(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../sw',
      filename: 'kiosk-worker.ts',
      registerType: 'prompt',
      // Registered by web/kiosk/updates.ts; the manifest is the server's, made from the company's profile.
      injectRegister: null,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        target: 'es2022',
        globPatterns: ['**/*.{js,css,html}'],
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 1_000_000,
      },
    }),
    precompress(),
  ],
});
