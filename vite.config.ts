import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { classicStart } from './web/build/classic-start.ts';
import { keepReleases } from './web/build/keep-releases.ts';
import { precompress } from './web/build/precompress.ts';
import { squeeze } from './web/build/squeeze.ts';
import { words } from './web/build/words.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };

const releases = keepReleases();

// biome-ignore lint/style/noDefaultExport: Vite takes the default export.
export default defineConfig({
  root: path('web'),
  publicDir: path('public'),
  // The builds for today's browsers; what the packages offer to bundlers by default is written for ES5.
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      { find: /^workbox-window$/, replacement: 'workbox-window/index.js' },
      // Not among the package's entries; web/ledger/write-excel-file-sync.d.ts says why this one.
      {
        find: /^write-excel-file\/sync$/,
        replacement: path('node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js'),
      },
    ],
  },
  define: { __APP_VERSION__: JSON.stringify(version) },
  build: {
    outDir: path('dist/web'),
    // Emptied by `releases`, which keeps the assets of earlier builds.
    emptyOutDir: false,
    target: 'es2022',
    // The Content-Security-Policy allows no inline script, and every browser of the target preloads modules itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // All that every start needs in one file: fewer requests, and it compresses better.
        codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] },
        // The service worker keeps this one only where it is needed, and knows it by its name.
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => id.includes('temporal-polyfill'))
            ? 'assets/temporal-polyfill-[hash].js'
            : 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    proxy: { '^/(trpc|company\\.json|manifest\\.webmanifest)': 'http://localhost:8080' },
  },
  plugins: [
    words(),
    squeeze(),
    classicStart(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      // Registered by web/sw/registration.ts; the manifest is the server's, made from the company's profile.
      injectRegister: null,
      manifest: false,
      injectManifest: {
        // One classic script: module workers are too young in some browsers that residents use.
        rollupFormat: 'iife',
        target: 'es2022',
        globPatterns: ['**/*.{js,css,html}', 'favicon.svg'],
        // Their names change with their content; no `?__WB_REVISION__` is needed to tell versions apart.
        dontCacheBustURLsMatching: /^assets\//,
        manifestTransforms: [releases.newestOnly],
        maximumFileSizeToCacheInBytes: 300_000,
      },
    }),
    precompress(),
    releases.plugin,
  ],
});
