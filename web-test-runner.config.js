import { existsSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner';

const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** The same build as in vite.config.ts; the package's own entry is no ES module. */
const modernDexie = {
  name: 'modern-dexie',
  resolveImport: ({ source }) => (source === 'dexie' ? '/node_modules/dexie/dist/modern/dexie.mjs' : undefined),
};

/** The same file as in vite.config.ts. */
const excelSync = {
  name: 'excel-sync',
  resolveImport: ({ source }) =>
    source === 'write-excel-file/sync'
      ? '/node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js'
      : undefined,
};

/** What @hpke/common would take of Node 18, where there is no `crypto`: no browser asks for it. */
const nodeCrypto = {
  name: 'node-crypto',
  resolveImport: ({ source }) => (source === 'crypto' ? '/no-node-crypto.js' : undefined),
  serve: ({ path }) => (path === '/no-node-crypto.js' ? { body: 'export {};', type: 'js' } : undefined),
};

/** As web/build/words.ts does, but for the refusals. */
const words = {
  name: 'words',
  transformImport: ({ source }) => (source.endsWith('.ftl') ? `${source}?module` : undefined),
  resolveMimeType: ({ path, URL }) => (path.endsWith('.ftl') && URL.searchParams.has('module') ? 'js' : undefined),
  transform: ({ path, URL, body }) => {
    if (!path.endsWith('.ftl') || !URL.searchParams.has('module')) return undefined;
    const entries = new FluentResource(body).body.map(({ id, value }) => [id, value]);
    return { body: `export default ${JSON.stringify(Object.fromEntries(entries))};` };
  },
};

// biome-ignore lint/style/noDefaultExport: the test runner takes the default export.
export default {
  files: 'test/web/**/*.test.ts',
  nodeResolve: true,
  plugins: [
    modernDexie,
    excelSync,
    nodeCrypto,
    words,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'web/tsconfig.json' }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        ...(executablePath ? { executablePath } : {}),
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      },
    }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
};
