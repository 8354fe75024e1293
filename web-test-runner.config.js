import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner';

const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** The same build as in vite.config.ts; the package's own entry is no ES module. */
const modernDexie = {
  name: 'modern-dexie',
  resolveImport: ({ source }) => (source === 'dexie' ? '/node_modules/dexie/dist/modern/dexie.mjs' : undefined),
};

/** As in Vite: `?raw` makes a module of a file's text. */
const rawText = {
  name: 'raw-text',
  resolveMimeType: ({ URL }) => (URL.searchParams.has('raw') ? 'js' : undefined),
  transform: ({ URL, body }) =>
    URL.searchParams.has('raw') ? { body: `export default ${JSON.stringify(body)};` } : undefined,
};

// biome-ignore lint/style/noDefaultExport: the test runner takes the default export.
export default {
  files: 'test/web/**/*.test.ts',
  nodeResolve: true,
  plugins: [modernDexie, rawText, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'web/tsconfig.json' })],
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
