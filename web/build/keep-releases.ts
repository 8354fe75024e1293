import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { ManifestTransform } from 'workbox-build';
import { aliveReleases, type Release } from './alive-releases.ts';

const prefix = 'assets/';

/**
 * Keeps the hashed assets of earlier builds in the folder of the built app (`build.emptyOutDir` must be false: the rest of
 * the folder is emptied here). Which release has which stands beside the folder. `newestOnly` takes the others out of
 * the service worker's list.
 */
export function keepReleases(): { plugin: Plugin; newestOnly: ManifestTransform } {
  let folder = '';
  /** Empty until this build is written. */
  let built: string[] = [];
  const record = (): string => `${folder}-releases.json`;
  const plugin: Plugin = {
    name: 'meterbook-keep-releases',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    // The last moment before files are written; a build that does not compile touches nothing.
    async buildEnd(error) {
      if (error) return;
      const old = (await namesIn(folder)).filter((name) => `${name}/` !== prefix);
      await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true })));
    },
    writeBundle(_, bundle) {
      built = Object.keys(bundle)
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length));
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        // Called after a build that failed, too.
        if (built.length === 0) return;
        const names = await namesIn(join(folder, prefix));
        const known = await readRecord(record());
        const found = names.filter((name) => name === originalOf(name) && !built.includes(name));
        const releases = aliveReleases(known, found, built);
        const alive = new Set(releases.flat());
        const dead = names.filter((name) => !alive.has(originalOf(name)));
        await Promise.all(dead.map((name) => rm(join(folder, prefix, name))));
        await writeFile(record(), `${JSON.stringify(releases, null, 2)}\n`);
      },
    },
  };
  return {
    plugin,
    async newestOnly(entries) {
      // The worker is made anew even after a build that failed; what lies there then is the last one.
      const newest = built.length > 0 ? built : (await readRecord(record())).at(-1);
      const isNewest = (url: string) => !url.startsWith(prefix) || newest?.includes(url.slice(prefix.length)) !== false;
      return { manifest: entries.filter(({ url }) => isNewest(url)) };
    },
  };
}

/** The file that a compressed one is a copy of. */
const originalOf = (name: string): string => name.replace(/\.(br|gz)$/, '');

async function namesIn(folder: string): Promise<string[]> {
  return (await unlessMissing(readdir(folder))) ?? [];
}

async function readRecord(path: string): Promise<Release[]> {
  const text = await unlessMissing(readFile(path, 'utf8'));
  return text === undefined ? [] : (JSON.parse(text) as Release[]);
}

function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
