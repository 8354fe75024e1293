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
