import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';
import { build, type Plugin, runnerImport } from 'vite';

const pluginFile = fileURLToPath(new URL('../../web/build/classic-start.ts', import.meta.url));

/** Vite builds of small projects with the plugin. */
describe('the start as a classic script', () => {
  let folder: string;
  let classicStart: () => Plugin;
  before(async () => {
    ({ classicStart } = (await runnerImport<{ classicStart: () => Plugin }>(pluginFile)).module);
    folder = await mkdtemp(join(tmpdir(), 'meterbook-start-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Builds the files, of which `index.html` loads `main.js`; answers with the folder that was written. */
  async function buildOf(files: Record<string, string>, page = '<script type="module" src="/main.js"></script>') {
    const root = await mkdtemp(join(folder, 'project-'));
    for (const [name, text] of Object.entries({ ...files, 'index.html': page, 'package.json': '{"type":"module"}' }))
      await writeFile(join(root, name), text);
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [classicStart()],
      build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
    });
    return join(root, 'dist');
  }

  const why = (expected: RegExp) => (error: Error) => expected.test(error.message);

  it('is refused where the page loads no module', async () => {
    await assert.rejects(
      buildOf({ 'main.js': '' }, '<p>nothing</p>'),
      why(/one entry was expected|to load one module/),
    );
  });

  it('is refused where the start waits at its top level, because no classic script can', async () => {
    await assert.rejects(buildOf({ 'main.js': 'console.log(await Promise.resolve(1));' }), /await/i);
  });

  it('is refused where a part loads the start itself once more', async () => {
    const files = {
      'main.js': 'export const one = Math.random(); globalThis.part = () => import("./part.js");',
      'part.js': 'globalThis.again = () => import("./main.js");',
    };
    await assert.rejects(buildOf(files), why(/loads the start, which is no module/));
  });

  it('runs as a script of its own names, and its parts have what they import from it', async () => {
    const dist = await buildOf({
      'main.js': `
        import * as all from './shared.js';
        globalThis.found = { self: String(this), address: import.meta.url, all: Object.keys(all).sort() };
        globalThis.part = () => import('./part.js');`,
      'shared.js': `
        export const things = [Math.random()];
        export function double(n) { return n * 2 + things.length; }
        export default class Box { held = things; }`,
      'part.js': `
        import Box, { double, things as same } from './shared.js';
        export const answer = { doubled: double(20), held: new Box().held === same };`,
    });
    const page = await readFile(join(dist, 'index.html'), 'utf8');
    const [, address] = page.match(/<script defer src="\/(assets\/[^"]+)"><\/script>/) ?? [];
    assert.ok(address, page);
    assert.doesNotMatch(page, /type="module"|modulepreload/);
    assert.equal((await readdir(join(dist, 'assets'))).length, 2);

    const filename = join(dist, address);
    const script = new Script(await readFile(filename, 'utf8'), {
      filename,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const world = globalThis as unknown as {
      document?: unknown;
      found?: unknown;
      part?: () => Promise<{ answer: unknown }>;
    };
    const names = new Set(Object.getOwnPropertyNames(globalThis));
    world.document = {
      currentScript: { src: 'https://portal.test/assets/start.js' },
      // Vite asks at the start what preloading the browser knows.
      createElement: () => ({ relList: { supports: () => false } }),
    };
    try {
      script.runInThisContext();
      assert.deepEqual(world.found, {
        self: 'undefined',
        address: 'https://portal.test/assets/start.js',
        all: ['default', 'double', 'things'],
      });
      const part = await world.part?.();
      assert.deepEqual(part?.answer, { doubled: 41, held: true });
      const added = Object.getOwnPropertyNames(globalThis).filter((name) => !names.has(name));
      assert.deepEqual(added.sort(), ['document', 'found', 'meterbookStart', 'part']);
    } finally {
      for (const name of Object.getOwnPropertyNames(globalThis))
        if (!names.has(name)) Reflect.deleteProperty(globalThis, name);
    }
  });
});
