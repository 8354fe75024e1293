import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.ts';

/** A phone's browser: a profile folder that outlives the browser's process, as a phone's storage outlives a crash. */
export interface Phone {
  /** The folder of the profile: all that whoever takes the phone away has of it. */
  readonly profile: string;
  /** Starts the browser over the profile. Without `network` it starts in the basement. */
  open(options?: { network?: boolean }): Promise<Browsing>;
  /** Ends what still runs over the profile, and takes the profile away. */
  discard(): Promise<void>;
}

export interface Browsing {
  context: BrowserContext;
  page: Page;
  /** SIGKILL to the browser and all its processes: nothing gets a last word. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const phoneScreen = { width: 390, height: 844 };

/** How long a browser may take for what it does in a second, before it counts as hanging. */
const patienceMs = 30_000;

/**
 * Waits until the page's service worker is active: from then on the app is kept on the phone. A registration that failed
 * would be waited for without end, so this throws an Error after `limitMs`.
 */
export async function serviceWorkerReady(page: Page, limitMs = patienceMs): Promise<void> {
  const ready = await page.evaluate(
    (limit) =>
      Promise.race([
        navigator.serviceWorker.ready.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), limit)),
      ]),
    limitMs,
  );
  if (!ready) throw new Error(`no service worker was active at ${page.url()} after ${limitMs} ms; did it register?`);
}

/** `language` is what the browser asks for: `lv-LV`, `ru-RU`, `en-GB`. `flags`: of the browser, beside the usual ones. */
export async function newPhone({
  language,
  screen = phoneScreen,
  flags = [],
}: {
  language: string;
  screen?: { width: number; height: number };
  flags?: readonly string[];
}): Promise<Phone> {
  const executable = await findChromium();
  const profile = await mkdtemp(join(tmpdir(), 'meterbook-phone-'));
  const running = new Set<ChildProcess>();

  async function start(network: boolean): Promise<Browsing> {
    const child = spawn(
      executable,
      [
        ...chromiumFlags,
        ...flags,
        '--headless',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        `--accept-lang=${language}`,
        `--lang=${language}`,
        `--window-size=${screen.width},${screen.height}`,
        'about:blank',
      ],
      // A group of its own, so that killing it takes the renderers along.
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    running.add(child);
    child.once('exit', () => running.delete(child));
    const browser = await chromium.connectOverCDP(await endpointOf(child, profile));
    const context = browser.contexts()[0] as BrowserContext;
    await context.setOffline(!network);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize(screen);
    return {
      context,
      page,
      kill: () => kill(child),
      async close() {
        const exited = once(child, 'exit');
        const force = setTimeout(() => signalGroup(child), patienceMs);
        try {
          // The browser's own way out: it writes cookies down that it keeps in memory for half a minute.
          const session = await browser.newBrowserCDPSession();
          await session.send('Browser.close');
          await exited;
        } finally {
          clearTimeout(force);
        }
      },
    };
  }

  const killAll = (): Promise<unknown> => Promise.all([...running].map(kill));
  return {
    profile,
    async open({ network = true } = {}) {
      try {
        return await start(network);
      } catch (error) {
        await killAll();
        throw error;
      }
    },
    async discard() {
      await killAll();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  signalGroup(child);
  await exited;
}

const signalGroup = (child: ChildProcess): boolean => process.kill(-(child.pid as number), 'SIGKILL');

/** Chromium says on standard error where it listens. */
function endpointOf(child: ChildProcess, profile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (reason: string) => reject(new Error(`Chromium ${reason} over ${profile}:\n${said}`));
    setTimeout(() => fail('does not listen'), patienceMs).unref();
    child.once('error', reject);
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
}
