import { execFile } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Flags under which a browser without a screen and without the internet starts quickly and quietly. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/**
 * The path of a Chromium: CHROME_PATH, else the system's, else one that Playwright has downloaded, else, on Debian as
 * root, the distribution's, installed here and now. Throws an error that says in one line what to do.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined) {
    if (await exists(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which is not there`);
  }
  const found = (await onSystem()) ?? (await ofPlaywright());
  if (found) return found;
  if (await isDebianRoot()) {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
    const installed = await onSystem();
    if (installed) return installed;
  }
  throw new Error('no Chromium found: install one (Debian: apt install chromium) or set CHROME_PATH to its path');
}

async function onSystem(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  return firstThatExists(candidates);
}

async function ofPlaywright(): Promise<string | null> {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  for (const cache of caches) {
    if (cache === undefined || !(await exists(cache))) continue;
    const versions = (await readdir(cache)).filter((name) => /^chromium-\d+$/.test(name)).sort();
    const found = await firstThatExists(
      versions
        .reverse()
        .flatMap((version) => [
          join(cache, version, 'chrome-linux/chrome'),
          join(cache, version, 'chrome-linux64/chrome'),
          join(cache, version, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
        ]),
    );
    if (found) return found;
  }
  return null;
}

async function isDebianRoot(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !(await exists('/etc/os-release'))) return false;
  return /^ID(_LIKE)?=.*debian/m.test(await readFile('/etc/os-release', 'utf8'));
}

async function firstThatExists(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await exists(path)) return path;
  return null;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
