import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);

/** Below this a packet holds it anyway. */
const leastBytes = 1000;

/**
 * Writes `.br` and `.gz` beside every compressible file of this build, at the highest levels: it is done once, and the
 * server sends them as they are. Must stand last: the service worker is written late.
 */
export function precompress(): Plugin {
  let folder = '';
  let built: ReadonlySet<string> = new Set();
  /** Those have been compressed by their own build, and what is under a hashed name never changes. */
  const isOfEarlierBuild = (path: string): boolean =>
    path.startsWith(join(folder, 'assets')) && !built.has(relative(folder, path).split(sep).join('/'));
  return {
    name: 'meterbook-precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    writeBundle(_, bundle) {
      built = new Set(Object.keys(bundle));
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
        const wanted = paths.filter((path) => compressible.has(extname(path)) && !isOfEarlierBuild(path));
        await Promise.all(wanted.map(compress));
      },
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < leastBytes) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
}
