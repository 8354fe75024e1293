import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.ts';

/** A phone's browser: a profile folder that outlives the browser's process, as a phone's storage outlives a crash. */
export interface Phone {
  /** Starts the browser over the profile. Without `network` it starts in the basement. */
  open(options?: { network?: boolean }): Promise<Browsing>;
  /** Takes the profile away. */
  discard(): Promise<void>;
}

export interface Browsing {
  context: BrowserContext;
  page: Page;
  /** SIGKILL to the browser and all its processes: nothing gets a last word. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const screen = { width: 390, height: 844 };

/** `language` is what the browser asks for: `lv-LV`, `ru-RU`, `en-GB`. */
export async function newPhone({ language }: { language: string }): Promise<Phone> {
  const executable = await findChromium();
  const profile = await mkdtemp(join(tmpdir(), 'meterbook-phone-'));
  return {
    async open({ network = true } = {}) {
      const child = spawn(
        executable,
        [
          ...chromiumFlags,
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
      const browser = await chromium.connectOverCDP(await endpointOf(child, profile));
      const context = browser.contexts()[0] as BrowserContext;
      await context.setOffline(!network);
      const page = context.pages()[0] ?? (await context.newPage());
      await page.setViewportSize(screen);
      const exited = once(child, 'exit');
      return {
        context,
        page,
        async kill() {
          if (child.exitCode !== null || child.signalCode !== null) return;
          process.kill(-(child.pid as number), 'SIGKILL');
          await exited;
        },
        async close() {
          // The browser's own way out: it writes cookies down that it keeps in memory for half a minute.
          const session = await browser.newBrowserCDPSession();
          await session.send('Browser.close');
          await exited;
        },
      };
    },
    discard: () => rm(profile, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Chromium says on standard error where it listens. */
function endpointOf(child: ChildProcess, profile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code} over ${profile}:\n${said}`)));
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
}
